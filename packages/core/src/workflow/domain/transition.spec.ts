import { describe, expect, it } from '@jest/globals';
import { procedureDefinition, type ProcedureDefinition } from '@nhip/contracts';
import fc from 'fast-check';
import { offeredEvents, transition } from './transition.js';
import { faultsOf } from './validate-procedure.js';

const names = (vi: string) => ({ vi });
const ticket: ProcedureDefinition = procedureDefinition.parse({
  kind: 'task',
  names: names('Việc thử'),
  initial: 'open',
  states: {
    open: {
      names: names('Đang làm'),
      owner: 'unit-officer',
      on: {
        report: {
          to: 'reported',
          by: ['unit-officer'],
          guards: ['has-result'],
          effects: ['tell-secretariat'],
        },
        remind: { to: 'open', effects: ['send-reminder'] },
        cancel: { to: 'cancelled', by: ['committee'], reasonRequired: true },
      },
      timers: { reminder: { from: 'due', workingDays: -1, event: 'remind' } },
    },
    reported: {
      names: names('Chờ nghiệm thu'),
      owner: 'secretariat',
      on: { accept: { to: 'done', by: ['secretariat'] }, return: { to: 'open', by: ['secretariat'] } },
    },
    done: { names: names('Xong'), final: true },
    cancelled: { names: names('Đã hủy'), final: true },
  },
});
const known = { effects: new Set(['tell-secretariat', 'send-reminder']), facts: new Set(['has-result']) };
const holds = new Map([['has-result', true]]);

describe('transition', () => {
  it.each([
    ['open', 'report', 'unit-officer', undefined, { to: 'reported', effects: ['tell-secretariat'] }],
    ['open', 'remind', 'system', undefined, { to: 'open', effects: ['send-reminder'] }],
    ['open', 'cancel', 'committee', 'không còn cần', { to: 'cancelled', effects: [] }],
    ['reported', 'accept', 'secretariat', undefined, { to: 'done', effects: [] }],
  ] as const)('%s → %s by %s', (state, event, sender, reason, value) => {
    expect(transition(ticket, { state }, event, sender, holds, reason)).toEqual({ ok: true, value });
  });

  it.each([
    ['open', 'accept', 'secretariat', holds, 'NOT_ALLOWED_NOW'],
    ['done', 'report', 'unit-officer', holds, 'NOT_ALLOWED_NOW'],
    ['nowhere', 'report', 'unit-officer', holds, 'NOT_ALLOWED_NOW'],
    ['open', 'report', 'secretariat', holds, 'FORBIDDEN'],
    ['open', 'remind', 'unit-officer', holds, 'FORBIDDEN'],
    ['open', 'cancel', 'committee', holds, 'REASON_MISSING'],
    ['open', 'report', 'unit-officer', new Map(), 'GUARD_FAILED'],
  ] as const)('%s → %s by %s is refused', (state, event, sender, facts, code) => {
    expect(transition(ticket, { state }, event, sender, facts)).toMatchObject({ ok: false, code });
  });

  it('takes or refuses every event in every state for every sender, and never leaves a final state', () => {
    const anyOf = (values: string[]) => fc.constantFrom(...values);
    fc.assert(
      fc.property(
        anyOf(Object.keys(ticket.states)),
        anyOf(['report', 'remind', 'cancel', 'accept', 'return', 'unknown']),
        fc.constantFrom(
          'system' as const,
          'committee' as const,
          'unit-officer' as const,
          'secretariat' as const,
        ),
        fc.boolean(),
        (state, event, sender, fact) => {
          const outcome = transition(ticket, { state }, event, sender, new Map([['has-result', fact]]), 'vì');
          if (outcome.ok) expect(ticket.states[outcome.value.to]).toBeDefined();
          if (ticket.states[state]?.final) expect(outcome.ok).toBe(false);
        },
      ),
    );
  });

  it('offers what a role may send', () => {
    expect(offeredEvents(ticket, 'open', 'committee')).toEqual(['cancel']);
    expect(offeredEvents(ticket, 'reported', 'secretariat')).toEqual(['accept', 'return']);
  });
});

describe('faultsOf', () => {
  it('finds nothing in a sound definition', () => expect(faultsOf(ticket, known)).toEqual([]));

  /** Each spoils one place of a sound definition: the path, and what is put there (undefined takes it away). */
  const spoilt: [what: string, path: string, value: unknown, fault: RegExp][] = [
    ['an unknown effect', 'states.open.on.report.effects', ['x'], /unknown effect "x"/],
    ['an unknown fact', 'states.open.on.report.guards', ['x'], /unknown fact "x"/],
    ['an arrow to nowhere', 'states.reported.on.accept.to', 'x', /unknown state "x"/],
    [
      'an exit from the end',
      'states.done.on.again',
      { to: 'open', guards: [], effects: [] },
      /final state "done" has exits/,
    ],
    ['a deadline nobody owns', 'states.open.owner', undefined, /a deadline and no owner/],
    ['a timer for an unknown event', 'states.open.timers.reminder.event', 'x', /does not handle/],
    ['no way to an end', 'states.reported.on', {}, /no end can be reached from "reported"/],
    ['an unreachable state', 'states.open.on.cancel', undefined, /"cancelled" cannot be reached/],
    ['an unknown beginning', 'initial', 'x', /initial state "x" is not defined/],
  ];
  it.each(spoilt)('names %s', (_what, path, value, fault) => {
    expect(faultsOf(withAt(ticket, path.split('.'), value), known).join('\n')).toMatch(fault);
  });
});

/** A copy with one place changed, or taken away where the value is undefined. */
function withAt<Whole extends object>(
  whole: Whole,
  [key = '', ...rest]: readonly string[],
  value: unknown,
): Whole {
  const { [key]: below, ...others } = whole as Record<string, unknown>;
  const put = rest.length === 0 ? value : withAt(below as object, rest, value);
  return (put === undefined ? others : { ...others, [key]: put }) as Whole;
}
