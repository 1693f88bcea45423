import type { Names, UnitType } from '@nhip/contracts';
import { accept, canonicalJson, refuse, type Day, type Outcome } from '../../shared/index.js';

/** What a unit is called and where it belongs, from one day to another. */
export interface UnitVersion {
  readonly validFrom: Day;
  /** First day on which it no longer holds. */
  readonly validTo: Day | null;
  readonly names: Names;
  readonly shortName: string | null;
  readonly unitType: UnitType;
  readonly parentId: string | null;
  readonly peerGroupId: string | null;
}

/** What is left out (`undefined`) stays as it is. */
export type UnitChange = Partial<Omit<UnitVersion, 'validFrom' | 'validTo'>>;

export const holdsOn = (
  version: { readonly validFrom: Day; readonly validTo: Day | null },
  on: Day,
): boolean => version.validFrom <= on && (version.validTo === null || on < version.validTo);

/**
 * The versions of a unit after a change from a day on: the last one is closed and the next opened, or, where the
 * last one begins on that very day, put right. Days before the last version are past and stay as they were.
 */
export function changeVersions(
  code: string,
  versions: readonly UnitVersion[],
  change: UnitChange,
  from: Day,
): Outcome<readonly UnitVersion[]> {
  const last = versions.at(-1);
  const first = versions[0];
  if (last === undefined || first === undefined || from < first.validFrom)
    return refuse('UNIT_NOT_VALID_ON', { code, on: from });
  if (from < last.validFrom) return refuse('UNIT_CHANGED_LATER', { from: last.validFrom });
  if (!holdsOn(last, from)) return refuse('UNIT_NOT_VALID_ON', { code, on: from });
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const next: UnitVersion = { ...last, ...given, validFrom: from };
  if (canonicalJson({ ...next, validFrom: last.validFrom }) === canonicalJson(last))
    return refuse('UNIT_UNCHANGED');
  const earlier = versions.slice(0, -1);
  return accept(
    from === last.validFrom ? [...earlier, next] : [...earlier, { ...last, validTo: from }, next],
  );
}
