import { actorName, type Transaction } from '../platform/index.js';
import type { Effect } from '../workflow/index.js';
import type { Finding } from './domain/finding.js';
import { Findings } from './persistence/findings.repository.js';
import { recordFindings } from './record-findings.js';

interface Explained {
  readonly findingIds: readonly string[];
  readonly text: string;
}

/** Effect `findings.settle-explained` of requests for explanation that are accepted: their findings are settled with it. */
export const settleExplained: Effect = async (tx, items) => {
  const taskIds = items.flatMap(({ params }) =>
    typeof params['taskId'] === 'string' ? [params['taskId']] : [],
  );
  const explained = await tx.rows<Explained>(
    `select finding_ids as "findingIds", answer ->> 'text' as text from task
      where administration_id = $1 and id = any($2::uuid[])`,
    [tx.administrationId, taskIds],
  );
  const held = await tx.use(Findings).listByIdsForUpdate(explained.flatMap(({ findingIds }) => findingIds));
  let open = held.filter(({ state }) => state === 'open' || state === 'explained');
  for (const { findingIds, text } of explained) {
    const changes = open
      .filter(({ id }) => findingIds.includes(id))
      .map((before) => ({ before, after: settled(tx, before, text), action: 'finding.settled' }));
    await recordFindings(tx, changes, text);
    // Two requests may ask about one finding: it is settled with the first.
    open = open.filter(({ id }) => !findingIds.includes(id));
  }
};

const settled = (tx: Transaction, before: Finding, text: string): Finding => ({
  ...before,
  state: 'settled',
  settlement: { reason: text, by: actorName(tx.actor), at: tx.now },
  revision: before.revision + 1,
});
