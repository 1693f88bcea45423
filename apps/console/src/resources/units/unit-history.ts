import type { HistoryItem, UnitDetail } from '@nhip/contracts';
import { changesOf, type HistoryChange } from '../../shared/history.js';

type Versions = readonly Readonly<Record<string, unknown>>[];

/**
 * What a change did to a unit: its newest name and place against those before. Other units and groups stand
 * in the entry by id; their names are taken from the unit's own versions.
 */
export function unitChanges(item: HistoryItem, versions: UnitDetail['versions']): readonly HistoryChange[] {
  const before = newest(item.before?.['versions']);
  const after = newest(item.after['versions']);
  if (!before || !after) return [];
  const named = new Map(
    versions.flatMap(({ parent, peerGroup }) =>
      [parent, peerGroup].flatMap((one): [string, string][] => (one ? [[one.id, one.names.vi]] : [])),
    ),
  );
  return changesOf({ before, after }).map(({ field, from, to }) => ({
    field,
    from: named.get(from) ?? from,
    to: named.get(to) ?? to,
  }));
}

function newest(versions: unknown): Readonly<Record<string, unknown>> | undefined {
  if (!Array.isArray(versions)) return undefined;
  const [last] = [...(versions as Versions)].sort((a, b) =>
    String(b['validFrom']).localeCompare(String(a['validFrom'])),
  );
  return last;
}
