import { createHash } from 'node:crypto';
import type { IndicatorScore, UnitTotal } from '../../criteria/index.js';
import { canonicalJson, type Ratio } from '../../shared/index.js';

/** One row of the table of scores: exact parts as text, as they are stored. */
export interface ScoreRow {
  readonly unitId: string;
  readonly indicator: string;
  readonly state: string;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly valueNum: string | null;
  readonly valueDen: string | null;
  readonly pointsNum: string | null;
  readonly pointsDen: string | null;
  readonly shownValue: string | null;
  readonly shownPoints: string | null;
  readonly policy: string;
  readonly breaches: readonly string[];
  readonly targetMet: boolean | null;
}

/** A unit's total as stored; ranks come when the run is frozen. */
export interface TotalRow {
  readonly unitId: string;
  readonly groupId: string | null;
  readonly pointsNum: string | null;
  readonly pointsDen: string | null;
  readonly shownPoints: string | null;
  readonly classCode: string | null;
  readonly fields: readonly {
    readonly field: string;
    readonly points: string;
    readonly applicable: string;
  }[];
  readonly rank: number | null;
  readonly tied: boolean;
  readonly ranked: number | null;
  readonly unranked: string | null;
}

/** Parts are decimals by nature: figures are, and their sums too. */
const decimal = (value: Ratio | undefined): string | null => value?.toExactDecimal() ?? null;
const above = (value: Ratio | undefined): string | null => value?.numerator.toString() ?? null;
const below = (value: Ratio | undefined): string | null => value?.denominator.toString() ?? null;

export const scoreRow = (unitId: string, score: IndicatorScore): ScoreRow => ({
  unitId,
  indicator: score.indicator,
  state: score.state,
  numerator: decimal(score.numerator),
  denominator: decimal(score.denominator),
  valueNum: above(score.value),
  valueDen: below(score.value),
  pointsNum: above(score.points),
  pointsDen: below(score.points),
  shownValue: score.shownValue ?? null,
  shownPoints: score.shownPoints ?? null,
  policy: score.policies.join(' '),
  breaches: score.breaches,
  targetMet: score.targetMet ?? null,
});

export const totalRow = (unitId: string, groupId: string | null, total: UnitTotal): TotalRow => ({
  unitId,
  groupId,
  pointsNum: above(total.points),
  pointsDen: below(total.points),
  shownPoints: total.shownPoints ?? null,
  classCode: total.classCode ?? null,
  fields: total.fields.map(({ field, points, applicable }) => ({
    field,
    points: points.toString(),
    applicable: applicable.toString(),
  })),
  rank: null,
  tied: false,
  ranked: null,
  unranked: total.unranked ?? null,
});

/** SHA-256 over rows in order of their indicator: what a history entry says about the rows it stands for. */
export const hashOfRows = (rows: readonly ScoreRow[]): string =>
  createHash('sha256')
    .update(canonicalJson([...rows].sort((a, b) => (a.indicator < b.indicator ? -1 : 1))))
    .digest('hex');
