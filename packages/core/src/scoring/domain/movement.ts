import type { IncomparableReason, Movement } from '@nhip/contracts';
import { comparable, type Period } from '../../shared/index.js';

/** What must agree before two rankings may be compared. */
export interface Ranked {
  readonly criteriaHash: string;
  readonly period: Period;
  /** Frozen or published. */
  readonly final: boolean;
}

export interface RankedUnit {
  readonly groupId: string | null;
  readonly rank: number | null;
  /** Published elsewhere and entered as such. */
  readonly published?: true;
  /** As published beside the rank. */
  readonly points?: string;
}

const no = (reason: IncomparableReason): Movement => ({ comparable: false, reason });

/** Why no unit of the two rankings can be compared; undefined where they can. */
export function whyIncomparable(now: Ranked, earlier: Ranked | undefined): IncomparableReason | undefined {
  if (earlier === undefined) return 'NO_EARLIER';
  if (!earlier.final) return 'NOT_FINAL';
  if (earlier.criteriaHash !== now.criteriaHash) return 'CRITERIA_DIFFER';
  return comparable(now.period, earlier.period).ok ? undefined : 'PERIOD_DIFFERS';
}

/** Places a unit went up (positive) or down between two rankings that can be compared. */
export function movementOf(
  now: RankedUnit,
  earlier: RankedUnit | undefined,
  incomparable: IncomparableReason | undefined,
): Movement {
  if (incomparable !== undefined) return no(incomparable);
  if (earlier === undefined) return no('UNIT_NOT_THERE');
  if (now.rank === null || earlier.rank === null) return no('UNRANKED');
  if (now.groupId !== earlier.groupId) return no('GROUP_DIFFERS');
  return {
    comparable: true,
    places: earlier.rank - now.rank,
    from: earlier.rank,
    ...(earlier.published && { published: true }),
    ...(earlier.points !== undefined && { publishedPoints: earlier.points }),
  };
}
