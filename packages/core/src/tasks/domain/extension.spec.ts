import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, day, dueAtOf, instant, VIETNAM_ZONE, type Day, type Outcome } from '../../shared/index.js';
import {
  answerOffer,
  decideExtension,
  isOpen,
  requestExtension,
  timesGranted,
  withdrawExtension,
  type Decision,
  type Extension,
  type Limits,
} from './extension.js';

const dueOf = (on: Day) => ({ on, at: dueAtOf(on, VIETNAM_ZONE) });
const due = dueOf(day('2022-11-30'));
const limits: Limits = { due, parentDue: null, now: instant('2022-11-20T02:00:00Z') };
const asked = (on: string, by = 'user:unit') => ({
  id: 'x',
  taskId: 't',
  due: dueOf(day(on)),
  phrase: null,
  reason: 'Chờ phần mềm',
  by,
});
const codeOf = (outcome: Outcome<unknown>): string => (outcome.ok ? 'accepted' : outcome.code);
const valueOf = <Value>(outcome: Outcome<Value>): Value => {
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
};
const requested = (on = '2022-12-15'): Extension => valueOf(requestExtension([], asked(on), limits));
const countered = (): Extension =>
  valueOf(
    decideExtension(
      requested(),
      { verdict: 'counter', reason: 'Sớm hơn', due: dueOf(day('2022-12-07')) },
      'user:office',
      limits,
    ),
  );

describe('a request for more time', () => {
  it.each([
    ['a later day', asked('2022-12-01'), limits, 'accepted'],
    ['the same day', asked('2022-11-30'), limits, 'EXTENSION_NOT_LATER'],
    ['an earlier day', asked('2022-11-29'), limits, 'EXTENSION_NOT_LATER'],
    [
      'a later day that is over too',
      asked('2022-12-02'),
      { ...limits, now: instant('2022-12-05T00:00:00Z') },
      'DEADLINE_PAST',
    ],
    [
      'a day after that of the whole',
      asked('2022-12-16'),
      { ...limits, parentDue: dueOf(day('2022-12-15')) },
      'TASK_LATER_THAN_PARENT',
    ],
    [
      'the very day of the whole',
      asked('2022-12-15'),
      { ...limits, parentDue: dueOf(day('2022-12-15')) },
      'accepted',
    ],
  ])('%s', (_what, request, within, code) => {
    expect(codeOf(requestExtension([], request, within))).toBe(code);
  });

  it('says both days where it is refused for the whole', () => {
    const outcome = requestExtension([], asked('2022-12-16'), {
      ...limits,
      parentDue: dueOf(day('2022-12-15')),
    });
    expect(outcome).toMatchObject({ params: { dueOn: '2022-12-16', parentDueOn: '2022-12-15' } });
  });

  it('is marked where the deadline had passed', () => {
    const late = { ...limits, now: instant('2022-12-01T02:00:00Z') };
    expect(valueOf(requestExtension([], asked('2022-12-15'), late)).afterDeadline).toBe(true);
    expect(requested().afterDeadline).toBe(false);
  });
});

describe('the decision', () => {
  const decide = (decision: Decision, by = 'user:office', extension = requested(), within = limits) =>
    decideExtension(extension, decision, by, within);
  const approve: Decision = { verdict: 'approve', reason: null, due: dueOf(day('2022-12-15')) };

  it.each<readonly [string, Outcome<Extension>, string]>([
    ['approves', decide(approve), 'approved'],
    ['rejects', decide({ verdict: 'reject', reason: 'Việc gấp' }), 'rejected'],
    [
      'offers another day',
      decide({ verdict: 'counter', reason: 'Sớm hơn', due: dueOf(day('2022-12-07')) }),
      'countered',
    ],
    ['is not of whoever asked', decide(approve, 'user:unit'), 'EXTENSION_OWN_REQUEST'],
    ['gives a reason', decide({ verdict: 'reject', reason: ' ' }), 'EXTENSION_REASON_MISSING'],
    [
      'does not offer the day asked for',
      decide({ verdict: 'counter', reason: 'x', due: dueOf(day('2022-12-15')) }),
      'EXTENSION_SAME_DAY',
    ],
    ['offers only a later day', decide({ verdict: 'counter', reason: 'x', due }), 'EXTENSION_NOT_LATER'],
    ['comes once', decide(approve, 'user:office', valueOf(decide(approve))), 'EXTENSION_SETTLED'],
    [
      'meets a deadline that was moved past it',
      decide(approve, 'user:office', requested(), { ...limits, due: dueOf(day('2022-12-20')) }),
      'EXTENSION_NOT_LATER',
    ],
    [
      'meets a whole that was moved before it',
      decide(approve, 'user:office', requested(), { ...limits, parentDue: dueOf(day('2022-12-01')) }),
      'TASK_LATER_THAN_PARENT',
    ],
  ])('%s', (_what, outcome, expected) => {
    expect(outcome.ok ? outcome.value.state : outcome.code).toBe(expected);
  });
});

describe('another day that was offered', () => {
  const answer = (accepts: boolean, by = 'user:unit', extension = countered()) =>
    answerOffer(
      extension,
      { accepts, reason: null, due: dueOf(extension.counteredDueOn ?? extension.askedDueOn), by },
      limits,
    );

  it.each<readonly [string, Outcome<Extension>, string]>([
    ['is taken', answer(true), 'accepted'],
    ['is declined', answer(false), 'declined'],
    ['is not answered by who offered it', answer(true, 'user:office'), 'EXTENSION_OWN_REQUEST'],
    ['is there to be answered', answer(true, 'user:unit', requested()), 'EXTENSION_NOT_COUNTERED'],
  ])('%s', (_what, outcome, expected) => {
    expect(outcome.ok ? outcome.value.state : outcome.code).toBe(expected);
  });
});

/** One step by somebody at the office or the unit, with some day. */
const step = fc.record({
  kind: fc.constantFrom('request', 'approve', 'reject', 'counter', 'accept', 'decline', 'withdraw'),
  by: fc.constantFrom('user:unit', 'user:office', 'user:both'),
  days: fc.integer({ min: -5, max: 40 }),
});

it('whatever is asked, decided and answered: one open request, only later days, never its own decider', () => {
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 40 }),
      fc.option(fc.integer({ min: 0, max: 60 })),
      (steps, parent) => {
        const first = day('2022-11-30');
        const parentDue = parent === null ? null : dueOf(addDays(first, parent));
        let present = due;
        let all: Extension[] = [];
        for (const { kind, by, days } of steps) {
          const within: Limits = { due: present, parentDue, now: limits.now };
          const wanted = dueOf(addDays(present.on, days));
          const open = all.find(isOpen);
          const outcome = apply(kind, by, wanted, all, open, within);
          if (outcome === undefined || !outcome.ok) continue;
          all = [...all.filter(({ number }) => number !== outcome.value.number), outcome.value].sort(
            (a, b) => a.number - b.number,
          );
          const { state, askedDueOn, counteredDueOn } = outcome.value;
          if (state === 'approved') present = dueOf(askedDueOn);
          if (state === 'accepted') present = dueOf(counteredDueOn ?? askedDueOn);
          expect(present.on >= first).toBe(true);
          if (parentDue !== null) expect(present.at <= parentDue.at).toBe(true);
        }
        expect(all.filter(isOpen).length).toBeLessThanOrEqual(1);
        expect(all.map(({ number }) => number)).toEqual(all.map((_, index) => index + 1));
        for (const { requestedBy, decidedBy } of all) expect(decidedBy).not.toBe(requestedBy);
        // The deadline moved as often as time was granted, and only forward.
        expect(present.on > first).toBe(timesGranted(all) > 0);
      },
    ),
  );
});

function apply(
  kind: string,
  by: string,
  to: Limits['due'],
  all: readonly Extension[],
  open: Extension | undefined,
  within: Limits,
): Outcome<Extension> | undefined {
  const reason = 'Lý do';
  if (kind === 'request')
    return requestExtension(
      all,
      { id: `${all.length}`, taskId: 't', due: to, phrase: null, reason, by },
      within,
    );
  if (open === undefined) return undefined;
  const other = dueOf(open.counteredDueOn ?? open.askedDueOn);
  switch (kind) {
    case 'approve':
      return decideExtension(open, { verdict: 'approve', reason, due: dueOf(open.askedDueOn) }, by, within);
    case 'reject':
      return decideExtension(open, { verdict: 'reject', reason }, by, within);
    case 'counter':
      return decideExtension(open, { verdict: 'counter', reason, due: to }, by, within);
    case 'accept':
      return answerOffer(open, { accepts: true, reason, due: other, by }, within);
    case 'decline':
      return answerOffer(open, { accepts: false, reason, due: other, by }, within);
    default:
      return withdrawExtension(open, within.now);
  }
}
