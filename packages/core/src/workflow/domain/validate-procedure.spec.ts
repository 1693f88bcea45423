import { describe, expect, it } from '@jest/globals';
import {
  describeProcedureFault,
  procedureSource,
  roleNames,
  type ProcedureDefinition,
  type ProcedureDefinitionInput,
  type RoleName,
} from '@nhip/contracts';
import fc from 'fast-check';
import { planTimers } from './plan-timers.js';
import { offeredEvents, transition } from './transition.js';
import { faultsOf, faultsOfSource } from './validate-procedure.js';
import { workOut } from './work-out.js';

const names = (vi: string, en?: string) => ({ vi, ...(en && { en }) });
const known = {
  effects: new Set(['tell', 'remind']),
  facts: new Set(['has-result', 'workflow.another-person']),
};
const sound: ProcedureDefinitionInput = {
  kind: 'task',
  names: names('Việc thử'),
  initial: 'open',
  states: {
    open: {
      names: names('Đang làm', 'Open'),
      owner: 'unit-officer',
      on: {
        report: { to: 'reported', by: ['unit-officer'], guards: ['has-result'], effects: ['tell'] },
        remind: { to: 'open', effects: ['remind'] },
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
};

const read = (input: ProcedureDefinitionInput) => {
  const source = procedureSource.parse(input);
  const definition = workOut(source);
  return { definition, faults: [...faultsOfSource(source), ...faultsOf(definition, known)] };
};

describe('the faults of a procedure', () => {
  it('are none in a sound one, which is issued as it was written', () => {
    expect(read(sound).faults).toEqual([]);
    expect(read(sound).definition).toEqual(procedureSource.parse(sound));
  });

  /** Each spoils one place of the sound definition: the path, and what is put there (undefined takes it away). */
  const spoilt: [path: string, value: unknown, code: string, vi: RegExp, en: RegExp][] = [
    ['initial', 'x', 'INITIAL_UNKNOWN', /bước đầu tiên “x”/, /first state “x”/],
    ['states.open.on.cancel', undefined, 'STATE_UNREACHABLE', /“Đã hủy” \(cancelled\)/, /cannot be reached/],
    ['states.done.on', { again: { to: 'open' } }, 'END_WITH_EXITS', /bước kết thúc “Xong”/, /final state/],
    ['states.reported.on', {}, 'NO_END', /từ bước “Chờ nghiệm thu” \(reported\)/, /no end can be reached/],
    ['states.reported.on.accept.to', 'x', 'TARGET_UNKNOWN', /“accept” tại bước.*“x”/, /unknown state “x”/],
    ['states.open.on.report.effects', ['x'], 'EFFECT_UNKNOWN', /“report”.*“x”/, /“Open” \(open\).*“x”/],
    ['states.open.on.report.guards', ['x'], 'GUARD_UNKNOWN', /đòi điều kiện.*“x”/, /unknown fact “x”/],
    ['states.open.entry', ['x'], 'ENTRY_UNKNOWN', /điều kiện vào.*“x”/, /entry condition “x”/],
    ['states.open.exit', ['x'], 'EXIT_UNKNOWN', /điều kiện rời.*“x”/, /exit condition “x”/],
    ['states.open.timers.reminder.from', 'x', 'DEADLINE_UNKNOWN', /thời hạn không có: “x”/, /deadline “x”/],
    ['states.open.timers.reminder.event', 'x', 'TIMER_EVENT_UNKNOWN', /mà bước không có: “x”/, /not handle/],
    ['states.open.owner', undefined, 'TIMER_WITHOUT_OWNER', /không có người chịu trách nhiệm/, /no owner/],
    ['states.open.on', { remind: { to: 'open' } }, 'TIMER_WITHOUT_EXIT', /không có lối ra/, /cancels it/],
    ['states.open.plan', 'x', 'PLAN_UNKNOWN', /kế hoạch nhắc việc không có: “x”/, /plan “x”/],
    ['states.reported.levels', { event: 'x', each: [] }, 'LEVELS_EVENT_UNKNOWN', /cấp duyệt.*“x”/, /“x”/],
    ['leftOut', ['reported'], 'NOT_OPTIONAL', /không được phép bỏ qua/, /may not be left out/],
  ];
  it.each(spoilt)('%s: %j is %s, said in both languages', (path, value, code, vi, en) => {
    const { faults } = read(withAt(sound, path.split('.'), value));
    const fault = faults.find((one) => one.code === code);
    expect(fault && describeProcedureFault(fault, 'vi')).toMatch(vi);
    expect(fault && describeProcedureFault(fault, 'en')).toMatch(en);
    for (const one of faults)
      for (const language of ['vi', 'en'] as const)
        expect(describeProcedureFault(one, language)).not.toMatch(/[{}]|object/);
  });
});

describe('a written procedure', () => {
  const approving = (...each: { role: RoleName; names: { vi: string } }[]) =>
    read(withAt(sound, ['states', 'reported', 'levels'], { event: 'accept', each }));

  it.each([0, 1, 2, 3])('has as many levels of approval as it names: %d', (count) => {
    const each = (['unit-leader', 'secretariat', 'committee'] as const)
      .slice(0, count)
      .map((role) => ({ role, names: names(`Chờ ${role} duyệt`) }));
    const { definition, faults } = approving(...each);
    expect(faults).toEqual([]);
    let state = definition.states['open']?.on['report']?.to ?? '';
    for (const { role } of each) {
      expect(definition.states[state]).toMatchObject({ owner: role, names: names(`Chờ ${role} duyệt`) });
      expect(offeredEvents(definition, state, role)).toEqual(['accept', 'return']);
      for (const other of roleNames.filter((one) => one !== role))
        expect(offeredEvents(definition, state, other)).toEqual([]);
      expect(definition.states[state]?.on['return']?.to).toBe('open');
      state = definition.states[state]?.on['accept']?.to ?? '';
    }
    expect(state).toBe('done');
    expect(Object.keys(definition.states)).toHaveLength(3 + count);
    expect(definition.source).toBeDefined();
  });

  it('does without an optional stage: what leads to it leads past it', () => {
    const withStage = withAt(sound, ['states', 'reported', 'optional'], { to: 'done' });
    expect(Object.keys(read(withStage).definition.states)).toContain('reported');
    const { definition, faults } = read({ ...withStage, leftOut: ['reported'] });
    expect(faults).toEqual([]);
    expect(Object.keys(definition.states)).toEqual(['open', 'done', 'cancelled']);
    expect(definition.states['open']?.on['report']?.to).toBe('done');
  });

  it('says reminders and the ladder once, in working days around the deadline', () => {
    const { definition, faults } = read({
      ...withAt(sound, ['states', 'open', 'plan'], 'usual'),
      plans: {
        usual: {
          from: 'due',
          before: { workingDays: [7, 3], event: 'remind' },
          passed: 'remind',
          ladder: { urge: { workingDays: 1, event: 'remind' } },
        },
      },
    });
    expect(faults).toEqual([]);
    const calendar = { addWorkingDays: (_: unknown, days: number) => `2022-10-${17 + days}` as never };
    const due = { on: '2022-10-17' as never, at: '2022-10-17T17:00:00.000Z' as never };
    const timers = planTimers(definition, 'open', { due }, calendar, 'Asia/Ho_Chi_Minh');
    expect(timers.map(({ name, dueAt }) => `${name} ${dueAt}`)).toEqual([
      'reminder-7 2022-10-10T01:00:00.000Z',
      'reminder-3 2022-10-14T01:00:00.000Z',
      'deadline 2022-10-17T17:00:00.000Z',
      'urge 2022-10-18T01:00:00.000Z',
      'reminder 2022-10-16T01:00:00.000Z',
    ]);
  });
});

describe('random procedures', () => {
  const states = ['a', 'b', 'c'];
  const role = fc.constantFrom(...roleNames);
  const approver = fc.constantFrom(
    ...roleNames.filter((name) => name !== 'auditor' && name !== 'administrator'),
  );
  const event = fc.constantFrom('go', 'back', 'late', 'stop');
  const arrow = fc.record({
    to: fc.oneof(
      { weight: 19, arbitrary: fc.constantFrom(...states) },
      { weight: 1, arbitrary: fc.constant('x') },
    ),
    by: fc.uniqueArray(role, { maxLength: 2 }),
    guards: fc.oneof(
      { weight: 9, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.constant(['no']) },
    ),
  });
  const state = fc.record({
    names: fc.constant(names('Bước')),
    final: fc.constant(false),
    owner: fc.option(role, { nil: undefined }),
    on: fc.dictionary(event, arrow, { maxKeys: 3 }),
    timers: fc.oneof(
      { weight: 3, arbitrary: fc.constant({}) },
      { weight: 1, arbitrary: event.map((sent) => ({ t: { from: 'due', event: sent } })) },
    ),
    levels: fc.option(
      fc.record({
        event,
        each: fc.array(fc.record({ role: approver, names: fc.constant(names('Cấp')) }), { maxLength: 2 }),
      }),
      { nil: undefined },
    ),
    optional: fc.option(fc.record({ to: fc.constantFrom(...states) }), { nil: undefined }),
  });
  const procedure = fc.record({
    kind: fc.constant('task' as const),
    names: fc.constant(names('Quy trình')),
    initial: fc.constantFrom('a', 'a', 'b'),
    states: fc.record({
      a: state,
      b: state,
      c: fc.oneof(
        { weight: 3, arbitrary: fc.constant({ names: names('Xong'), final: true }) },
        { weight: 1, arbitrary: state },
      ),
    }),
    leftOut: fc.option(fc.uniqueArray(fc.constantFrom(...states), { maxLength: 2 }), { nil: undefined }),
  });

  /** Whether an end lies ahead of a state, found by walking it with the engine's own transition. */
  function endsAhead(definition: ProcedureDefinition, from: string): boolean {
    const facts = new Map(['has-result', 'workflow.another-person'].map((fact) => [fact, true]));
    const seen = new Set<string>();
    const open = [from];
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
      if (definition.states[name]?.final) return true;
      if (seen.has(name)) continue;
      seen.add(name);
      for (const sent of Object.keys(definition.states[name]?.on ?? {})) {
        const step = transition(definition, { state: name }, sent, 'system', facts, 'vì');
        if (step.ok) open.push(step.value.to);
      }
    }
    return false;
  }

  it('never come through with a dead end, a way to nowhere, a lost state or a deadline nobody ends', () => {
    let passed = 0;
    fc.assert(
      fc.property(procedure, (input) => {
        const { definition, faults } = read(procedureSource.parse(JSON.parse(JSON.stringify(input))));
        if (faults.length > 0) return;
        passed += 1;
        const all = Object.entries(definition.states);
        const targets = new Set([definition.initial]);
        for (const [name, { on, timers, owner }] of all) {
          expect(endsAhead(definition, name)).toBe(true);
          for (const { to, guards } of Object.values(on)) {
            expect(definition.states[to]).toBeDefined();
            expect(guards.filter((guard) => guard !== 'workflow.another-person')).toEqual([]);
            if (to !== name) targets.add(to);
          }
          for (const timer of Object.values(timers)) {
            expect(on[timer.event]).toBeDefined();
            expect(owner).toBeDefined();
            expect(Object.values(on).some(({ to }) => to !== name)).toBe(true);
          }
        }
        expect(targets.size).toBe(all.length);
      }),
      { numRuns: 15_000 },
    );
    expect(passed).toBeGreaterThan(100);
  });
});

/** A copy with one place changed, or taken away where the value is undefined. */
function withAt<Whole extends object>(
  whole: Whole,
  [key = '', ...rest]: readonly string[],
  value: unknown,
): Whole {
  const { [key]: below, ...others } = whole as Record<string, unknown>;
  const put = rest.length === 0 ? value : withAt(below ?? {}, rest, value);
  return (put === undefined ? others : { ...others, [key]: put }) as Whole;
}
