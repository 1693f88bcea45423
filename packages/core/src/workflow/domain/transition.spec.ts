import { describe, expect, it } from '@jest/globals';
import { procedureDefinition, type ProcedureDefinition } from '@nhip/contracts';
import fc from 'fast-check';
import { conditionsOf, offeredEvents, transition } from './transition.js';

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

describe('conditions of states', () => {
  const gated: ProcedureDefinition = {
    ...ticket,
    states: {
      ...ticket.states,
      open: { ...ticket.states['open']!, exit: ['paid'] },
      reported: { ...ticket.states['reported']!, entry: ['room', 'has-result'] },
    },
  };

  it('hold for every way that leads out of the one and into the other', () => {
    expect(conditionsOf(gated, 'open', 'report')).toEqual(['has-result', 'paid', 'room']);
    expect(conditionsOf(gated, 'open', 'cancel')).toEqual(['paid']);
    const refused = transition(gated, { state: 'open' }, 'report', 'unit-officer', holds);
    expect(refused).toMatchObject({ code: 'GUARD_FAILED', params: { guard: 'paid' } });
  });

  it('are not asked of what stays where it is', () =>
    expect(conditionsOf(gated, 'open', 'remind')).toEqual([]));
});
