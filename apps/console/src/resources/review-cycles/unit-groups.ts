import { searchKey, type Names, type UnitView } from '@nhip/contracts';

export interface UnitGroup {
  /** The peer group's id, or '' for the units in none. */
  readonly id: string;
  readonly names: Names | undefined;
  readonly units: readonly Pick<UnitView, 'id' | 'names'>[];
}

/** Units by peer group in the order they come, those in no group last; only those whose name or code holds the key. */
export function groupUnits(
  units: readonly Pick<UnitView, 'id' | 'code' | 'names' | 'peerGroup'>[],
  key: string,
): readonly UnitGroup[] {
  const groups = new Map<
    string,
    { id: string; names: Names | undefined; units: Pick<UnitView, 'id' | 'names'>[] }
  >();
  for (const { id, code, names, peerGroup } of units) {
    if (!searchKey(`${code} ${names.vi} ${names.en ?? ''}`).includes(key)) continue;
    const groupId = peerGroup?.id ?? '';
    const group = groups.get(groupId) ?? { id: groupId, names: peerGroup?.names, units: [] };
    group.units.push({ id, names });
    groups.set(groupId, group);
  }
  return [...groups.values()].sort((a, b) => Number(a.id === '') - Number(b.id === ''));
}

export function withAll(chosen: readonly string[], ids: readonly string[], all: boolean): readonly string[] {
  const others = chosen.filter((id) => !ids.includes(id));
  return all ? [...others, ...ids] : others;
}

export const withOne = (chosen: readonly string[], id: string, taken: boolean): readonly string[] =>
  withAll(chosen, [id], taken);
