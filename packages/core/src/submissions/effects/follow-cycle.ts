import type { Effect, EffectItem, WorkflowEngine } from '../../workflow/index.js';
import { tell } from '../notices.js';
import { Submissions } from '../persistence/submissions.repository.js';
import { deadlinesOf, participantsOf } from './participants.js';

const filling = new Set(['open', 'returned']);
/** The reason given for the cycle is that of what follows from it. */
const reasonOf = ([cycle]: readonly EffectItem[]): string | undefined => cycle?.reason;
const idsOf = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);

/** Effect `submissions.excuse`: the submissions of excused units end. */
export const excuseSubmissions =
  (engine: WorkflowEngine): Effect =>
  async (tx, cycles) => {
    const excused = (await participantsOf(tx, idsOf(cycles))).filter(
      ({ active, state }) => !active && state !== null && state !== 'excused' && state !== 'withdrawn',
    );
    const ids = excused.flatMap(({ submissionId }) => submissionId ?? []);
    const reason = reasonOf(cycles);
    await engine.act(tx, { ids, event: 'excuse', action: 'submission.excused', reason });
    await tell(tx, 'unit', 'submission.excused', await tx.use(Submissions).listByIds(ids), {}, reason);
  };

/** Effect `submissions.move-deadline`: each open submission takes the deadline that holds for its unit now. */
export const moveDeadlines =
  (engine: WorkflowEngine): Effect =>
  async (tx, cycles) => {
    const moved = (await participantsOf(tx, idsOf(cycles))).filter(
      ({ active, state, due, deadline }) =>
        active && state !== null && state !== 'withdrawn' && deadline !== null && due?.at !== deadline.at,
    );
    const ids = moved.flatMap(({ submissionId }) => submissionId ?? []);
    const unmissed = moved.flatMap(({ submissionId, state }) =>
      submissionId !== null && state !== null && filling.has(state) ? [submissionId] : [],
    );
    const reason = reasonOf(cycles);
    await engine.act(tx, {
      ids,
      action: 'submission.deadline-moved',
      reason,
      deadlines: deadlinesOf(moved),
      // With the new deadline ahead, those not yet handed in are no longer late.
      change: () => tx.use(Submissions).change(unmissed, { late: false }),
    });
    await tell(tx, 'unit', 'submission.deadline-moved', await tx.use(Submissions).listByIds(ids), {}, reason);
  };

/**
 * Effect `submissions.lock`: the collection has ended. What was not handed in is missing, unless the unit has a
 * later deadline of its own: then it goes on until that.
 */
export const lockSubmissions =
  (engine: WorkflowEngine): Effect =>
  async (tx, cycles) => {
    const submissions = tx.use(Submissions);
    const goesOn = new Set(
      (await participantsOf(tx, idsOf(cycles))).flatMap(({ submissionId, ownDeadline }) =>
        ownDeadline === null ? [] : [submissionId],
      ),
    );
    const all = (await submissions.listOfCycles(idsOf(cycles))).filter(({ state }) => state !== 'withdrawn');
    const over = all.filter(({ id, state }) => filling.has(state) && !goesOn.has(id));
    const overIds = new Set(idsOf(over));
    await engine.act(tx, {
      ids: [...overIds],
      event: 'lapse',
      action: 'submission.missed',
      change: () => submissions.change([...overIds], { late: true, locked: true }),
    });
    const rest = all.filter(({ id }) => !overIds.has(id));
    await engine.act(tx, {
      ids: idsOf(rest),
      action: 'submission.locked',
      change: () => submissions.change(idsOf(rest), { locked: true }),
    });
  };

/** Effect `submissions.reopen`: the collection goes on; what was missing can be handed in after all. */
export const reopenSubmissions =
  (engine: WorkflowEngine): Effect =>
  async (tx, cycles) => {
    const submissions = tx.use(Submissions);
    const participants = (await participantsOf(tx, idsOf(cycles))).filter(
      ({ active, state }) => active && state !== null && state !== 'excused' && state !== 'withdrawn',
    );
    const missing = participants.filter(({ state }) => state === 'missing');
    const missingIds = missing.flatMap(({ submissionId }) => submissionId ?? []);
    await engine.act(tx, {
      ids: missingIds,
      event: 'resume',
      action: 'submission.resumed',
      reason: reasonOf(cycles),
      deadlines: deadlinesOf(missing),
      change: () => submissions.change(missingIds, { late: false, locked: false }),
    });
    const others = participants.filter(({ state }) => state !== 'missing');
    const otherIds = others.flatMap(({ submissionId }) => submissionId ?? []);
    await engine.act(tx, {
      ids: otherIds,
      action: 'submission.unlocked',
      reason: reasonOf(cycles),
      deadlines: deadlinesOf(others),
      change: () => submissions.change(otherIds, { locked: false }),
    });
    const moved = others.flatMap(({ submissionId, due, deadline }) =>
      submissionId !== null && deadline !== null && deadline.at !== due?.at ? [submissionId] : [],
    );
    const told = await submissions.listByIds([...missingIds, ...moved]);
    await tell(tx, 'unit', 'submission.deadline-moved', told, {}, reasonOf(cycles));
  };

/** Effect `submissions.withdraw`: the launch is taken back, and every submission with it. */
export const withdrawSubmissions =
  (engine: WorkflowEngine): Effect =>
  async (tx, cycles) => {
    const submissions = tx.use(Submissions);
    await submissions.lockOfCycles(idsOf(cycles));
    const all = (await submissions.listOfCycles(idsOf(cycles))).filter(({ state }) => state !== 'withdrawn');
    const reason = reasonOf(cycles);
    await engine.act(tx, { ids: idsOf(all), event: 'withdraw', action: 'submission.withdrawn', reason });
    await tell(tx, 'unit', 'submission.withdrawn', all, {}, reason);
  };

/** Effect `submissions.remind`, of the submission's own timers. */
export const remind: Effect = async (tx, items) => {
  await tell(tx, 'unit', 'submission.reminder', await tx.use(Submissions).listByIds(idsOf(items)));
};

/** Effect `submissions.mark-late`: recorded, not hidden; where the collection has ended already it is missing. */
export const markLate =
  (engine: WorkflowEngine): Effect =>
  async (tx, items) => {
    const submissions = tx.use(Submissions);
    const late = await submissions.listByIds(idsOf(items));
    const over = idsOf(late.filter(({ locked }) => locked));
    const going = idsOf(late.filter(({ locked }) => !locked));
    await engine.act(tx, {
      ids: going,
      action: 'submission.marked-late',
      change: () => submissions.change(going, { late: true }),
    });
    await tell(
      tx,
      'unit',
      'submission.late',
      late.filter(({ locked }) => !locked),
    );
    await engine.act(tx, {
      ids: over,
      event: 'lapse',
      action: 'submission.missed',
      change: () => submissions.change(over, { late: true }),
    });
  };

/** Effect `submissions.tell-missed`. */
export const tellMissed: Effect = async (tx, items) => {
  await tell(tx, 'unit', 'submission.missed', await tx.use(Submissions).listByIds(idsOf(items)));
};
