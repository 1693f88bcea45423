import type { NewUnit } from '@nhip/contracts';
import type { Day } from '../../shared/index.js';
import { holdsOn } from './unit-version.js';

/** What is there already, by code. */
export interface KnownOrganisation {
  readonly units: ReadonlyMap<string, KnownUnit>;
  /** Peer group code → id. */
  readonly peerGroups: ReadonlyMap<string, string>;
  /** Whether the actor may do something with this unit; null: with the whole administration. */
  reaches(unitId: string | null): boolean;
}

export interface KnownUnit {
  readonly id: string;
  readonly periods: readonly { readonly validFrom: Day; readonly validTo: Day | null }[];
}

/** Why one unit of a list cannot be created. */
export interface UnitFault {
  /** Place in the list. */
  readonly index: number;
  readonly field: 'code' | 'parentCode' | 'peerGroupCode';
  readonly code:
    | 'UNIT_TWICE'
    | 'UNIT_EXISTS'
    | 'UNIT_UNKNOWN'
    | 'UNIT_CYCLE'
    | 'UNIT_OUT_OF_REACH'
    | 'ADMINISTRATION_OUT_OF_REACH'
    | 'PEER_GROUP_UNKNOWN';
  readonly params: Readonly<Record<string, string>>;
}

/** Every fault of a list of new units. Parents may be known units or in the list, in any order. */
export function faultsOfNewUnits(units: readonly NewUnit[], known: KnownOrganisation): UnitFault[] {
  const inList = new Map<string, NewUnit>();
  const faults: UnitFault[] = [];
  for (const [index, unit] of units.entries()) {
    const { code } = unit;
    if (inList.has(code)) faults.push({ index, field: 'code', code: 'UNIT_TWICE', params: { code } });
    else inList.set(code, unit);
    if (known.units.has(code)) faults.push({ index, field: 'code', code: 'UNIT_EXISTS', params: { code } });
  }
  for (const [index, { code, parentCode, peerGroupCode, from }] of units.entries()) {
    if (peerGroupCode != null && !known.peerGroups.has(peerGroupCode)) {
      faults.push({
        index,
        field: 'peerGroupCode',
        code: 'PEER_GROUP_UNKNOWN',
        params: { code: peerGroupCode },
      });
    }
    if (parentCode == null) {
      if (!known.reaches(null))
        faults.push({ index, field: 'parentCode', code: 'ADMINISTRATION_OUT_OF_REACH', params: {} });
      continue;
    }
    if (!existsOn(parentCode, from as Day, inList, known)) {
      const params = { code: parentCode, on: from };
      faults.push({ index, field: 'parentCode', code: 'UNIT_UNKNOWN', params });
    } else if (reachesItself(code, inList)) {
      faults.push({ index, field: 'parentCode', code: 'UNIT_CYCLE', params: { code } });
    } else if (!inList.has(parentCode) && !known.reaches(known.units.get(parentCode)?.id ?? null)) {
      faults.push({ index, field: 'parentCode', code: 'UNIT_OUT_OF_REACH', params: { code: parentCode } });
    }
  }
  return faults;
}

function existsOn(
  code: string,
  on: Day,
  inList: ReadonlyMap<string, NewUnit>,
  known: KnownOrganisation,
): boolean {
  const listed = inList.get(code);
  if (listed !== undefined) return listed.from <= on;
  return known.units.get(code)?.periods.some((period) => holdsOn(period, on)) ?? false;
}

/** Only units of the list can lie above each other in a ring: those known have their parents already. */
function reachesItself(code: string, inList: ReadonlyMap<string, NewUnit>): boolean {
  const seen = new Set<string>();
  let above = inList.get(code)?.parentCode;
  while (above != null && !seen.has(above)) {
    if (above === code) return true;
    seen.add(above);
    above = inList.get(above)?.parentCode;
  }
  return false;
}
