import { transition } from '../../workflow/index.js';
import type { Answer, Command } from './actors.js';
import type { HistoryRow, Tables } from './tables.js';

/** A command as its sender knows it: answered, or not. */
export interface Sent {
  readonly command: Command;
  answer?: Answer | undefined;
}

const byInstance = (rows: readonly HistoryRow[]): Map<string, HistoryRow[]> => {
  const groups = new Map<string, HistoryRow[]>();
  for (const row of rows) groups.set(row.instanceId, [...(groups.get(row.instanceId) ?? []), row]);
  return groups;
};

/** What does not hold of the promises once everything was healed and drained; empty when all do. */
export function faultsIn(tables: Tables, sent: readonly Sent[]): string[] {
  return [...commandFaults(tables, sent), ...recordFaults(tables), ...timerFaults(tables)];
}

/** Acknowledged: done once. Refused: not done. Without an answer: once at most. */
function commandFaults({ history }: Tables, sent: readonly Sent[]): string[] {
  const times = new Map<string, number>();
  for (const { by } of history) times.set(by, (times.get(by) ?? 0) + 1);
  return sent.flatMap(({ command: { key }, answer }) => {
    const count = times.get(key) ?? 0;
    if (count > 1) return [`${key} was done ${count} times`];
    if (answer !== undefined && 'ok' in answer && count === 0) return [`${key} was acknowledged and is lost`];
    if (answer !== undefined && 'refused' in answer && count > 0)
      return [`${key} was refused (${answer.refused}) and done`];
    return [];
  });
}

/** Revisions without a gap; history leads by allowed steps to the stored state. */
function recordFaults({ history, instances, versions }: Tables): string[] {
  const entries = byInstance(history);
  return [...instances.values()].flatMap(({ id, version, state, revision }) => {
    const some = entries.get(id) ?? [];
    const definition = versions[version];
    if (definition === undefined) return [`${id} has no procedure`];
    if (some.some((entry, index) => entry.revision !== index + 1))
      return [`${id} has a gap in its revisions`];
    if (some.length !== revision) return [`${id} is at ${revision} and has ${some.length} entries`];
    let reached = definition.initial;
    for (const { event, to } of some.slice(1)) {
      const step =
        event === undefined
          ? undefined
          : transition(definition, { state: reached }, event, 'system', allHold, 'vì');
      if (step?.ok === false) return [`${id}: ${event} is not allowed in ${reached}`];
      reached = step?.value.to ?? reached;
      if (reached !== to) return [`${id}: history says ${to}, the procedure ${reached}`];
    }
    return reached === state ? [] : [`${id} stands at ${state}, its history at ${reached}`];
  });
}

const allHold = { get: () => true } as unknown as ReadonlyMap<string, boolean>;

/** Fired once, not early; due means fired; what fired for an instance as it is now has arrived, once. */
function timerFaults({ timers, history, outbox, instances, instant }: Tables): string[] {
  const arrived = new Map<string, number>();
  for (const { by } of history) if (by.startsWith('timer/')) arrived.set(by, (arrived.get(by) ?? 0) + 1);
  const faults = timers.flatMap((timer) => {
    const { id, state, dueAt, firedAt, generation, instanceId } = timer;
    const count = arrived.get(`timer/${id}`) ?? 0;
    if (state === 'armed' && dueAt <= instant) return [`timer ${id} was due and did not fire`];
    if (firedAt !== undefined && firedAt < dueAt) return [`timer ${id} fired early`];
    if (count > 1) return [`timer ${id} arrived ${count} times`];
    if (count === 1 && state !== 'fired') return [`timer ${id} arrived and was ${state}`];
    const current = instances.get(instanceId)?.generation === generation;
    if (state === 'fired' && current && count === 0) return [`timer ${id} fired and never arrived`];
    return [];
  });
  const undone = [...outbox.values()].filter(({ done }) => !done);
  return [...faults, ...undone.map(({ key }) => `${key} is not done`)];
}
