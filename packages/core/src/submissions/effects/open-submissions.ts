import type { Names } from '@nhip/contracts';
import type { Transaction } from '../../platform/index.js';
import { Procedures, type Effect, type WorkflowEngine } from '../../workflow/index.js';
import { tell } from '../notices.js';
import { Submissions } from '../persistence/submissions.repository.js';
import { SUBMISSION_PROCEDURE } from '../procedure.js';
import { UNIT_AT_CUT_OFF } from '../unit-at-cut-off.js';
import { deadlinesOf, participantsOf, type Participant } from './participants.js';

type Opened = Participant & { readonly id: string };

/**
 * Effect `submissions.open`: every active unit of the cycle has its submission; those that have one already keep
 * it, those excused before go on with theirs.
 */
export const openSubmissions =
  (engine: WorkflowEngine): Effect =>
  async (tx, cycles) => {
    const cycleIds = cycles.map(({ id }) => id);
    const fresh: Opened[] = [];
    const again: Opened[] = [];
    for (const one of await participantsOf(tx, cycleIds))
      if (one.active && one.submissionId === null) fresh.push({ ...one, id: tx.ids.next() });
      else if (one.active && one.state === 'excused' && one.submissionId !== null)
        again.push({ ...one, id: one.submissionId });
    const submissions = tx.use(Submissions);
    if (fresh.length > 0) {
      await submissions.insert(fresh);
      await engine.start(tx, {
        kind: 'submission',
        procedureVersionId: (await tx.use(Procedures).getCurrent(SUBMISSION_PROCEDURE)).id,
        items: fresh.map(({ id, deadline }) => ({ id, ...(deadline && { deadlines: { due: deadline } }) })),
        action: 'submission.opened',
        reason: cycles[0]?.reason,
      });
    }
    await engine.act(tx, {
      ids: again.map(({ id }) => id),
      event: 'include',
      action: 'submission.included',
      reason: cycles[0]?.reason,
      deadlines: deadlinesOf(again),
    });
    const names = await calledIn(tx, cycleIds);
    const opened = [...fresh, ...again].flatMap(({ id, cycleId, unitId, deadline, due }) => {
      const called = names.get(`${cycleId} ${unitId}`);
      return called === undefined ? [] : [{ id, unitId, due: deadline ?? due, ...called }];
    });
    const dated = opened.filter(({ due }) => due !== null);
    const undated = opened.filter(({ due }) => due === null);
    await tell(tx, 'unit', 'submission.opened', dated);
    await tell(tx, 'unit', 'submission.opened-without-deadline', undated);
  };

/** What cycle and unit are called in notices, by ids of both. Of rows written before this command: planned as they are. */
async function calledIn(
  tx: Transaction,
  cycleIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly cycleCode: string; readonly unitNames: Names }>> {
  const rows = await tx.rows<{ place: string; cycleCode: string; unitNames: Names }>(
    `select s.cycle_id || ' ' || s.unit_id as place, c.code as "cycleCode", v.names as "unitNames"
       from cycle_participant s
       join review_cycle c on c.administration_id = s.administration_id and c.id = s.cycle_id
       ${UNIT_AT_CUT_OFF}
      where s.administration_id = $1 and s.cycle_id = any($2::uuid[])`,
    [tx.administrationId, cycleIds],
  );
  return new Map(rows.map(({ place, ...called }) => [place, called]));
}
