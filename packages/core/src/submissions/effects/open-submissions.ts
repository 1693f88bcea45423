import { Procedures, type Effect, type WorkflowEngine } from '../../workflow/index.js';
import { tell } from '../notices.js';
import { Submissions } from '../persistence/submissions.repository.js';
import { SUBMISSION_PROCEDURE } from '../procedure.js';
import { deadlinesOf, participantsOf } from './participants.js';

/**
 * Effect `submissions.open`: every active unit of the cycle has its submission; those that have one already keep
 * it, those excused before go on with theirs.
 */
export const openSubmissions =
  (engine: WorkflowEngine): Effect =>
  async (tx, cycles) => {
    const active = (
      await participantsOf(
        tx,
        cycles.map(({ id }) => id),
      )
    ).filter((participant) => participant.active);
    const fresh = active.flatMap((participant) =>
      participant.submissionId === null ? [{ ...participant, id: tx.ids.next() }] : [],
    );
    const again = active.filter(({ state }) => state === 'excused');
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
      ids: again.flatMap(({ submissionId }) => submissionId ?? []),
      event: 'include',
      action: 'submission.included',
      reason: cycles[0]?.reason,
      deadlines: deadlinesOf(again),
    });
    const opened = await submissions.listByIds([
      ...fresh.map(({ id }) => id),
      ...again.flatMap(({ submissionId }) => submissionId ?? []),
    ]);
    const dated = opened.filter(({ due }) => due !== null);
    const undated = opened.filter(({ due }) => due === null);
    await tell(tx, 'unit', 'submission.opened', dated);
    await tell(tx, 'unit', 'submission.opened-without-deadline', undated);
  };
