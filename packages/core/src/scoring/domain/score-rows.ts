import { createHash } from 'node:crypto';
import type { IndicatorScore, UnitTotal } from '../../criteria/index.js';
import type { Ratio } from '../../shared/index.js';

/** Columns of a score line, in their order. */
export const scoreColumns = [
  'indicator_code',
  'state',
  'numerator',
  'denominator',
  'value_num',
  'value_den',
  'points_num',
  'points_den',
  'shown_value',
  'shown_points',
  'policy',
  'breaches',
  'target_met',
] as const;

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
  /** Codes of gates that took part, separated by a space. */
  readonly gates: string;
  readonly rank: number | null;
  readonly tied: boolean;
  readonly ranked: number | null;
  readonly unranked: string | null;
}

const NULL = '\\N';
/** Parts are decimals by nature: figures are, and their sums too. */
const decimal = (value: Ratio | undefined): string => value?.toExactDecimal() ?? NULL;
const parts = (value: Ratio | undefined): string =>
  value === undefined ? `${NULL}\t${NULL}` : `${value.numeratorText}\t${value.denominatorText}`;

/**
 * One row of the table of scores as PostgreSQL's COPY writes `scoreColumns`, without the line feed: the form in which
 * it is stored, compared and hashed. None of its texts can hold a character that COPY would escape: codes, decimals.
 */
export function scoreLine(score: IndicatorScore): string {
  const met = score.targetMet === undefined ? NULL : score.targetMet ? 't' : 'f';
  return `${score.indicator}\t${score.state}\t${decimal(score.numerator)}\t${decimal(score.denominator)}\t${parts(
    score.value,
  )}\t${parts(score.points)}\t${score.shownValue ?? NULL}\t${score.shownPoints ?? NULL}\t${score.policies.join(
    ' ',
  )}\t${breachesText(score.breaches)}\t${met}`;
}

/** As jsonb writes it. */
const breachesText = (codes: readonly string[]): string =>
  codes.length === 0 ? '[]' : `[${codes.map((code) => `"${code}"`).join(', ')}]`;

export const totalRow = (unitId: string, groupId: string | null, total: UnitTotal): TotalRow => ({
  unitId,
  groupId,
  pointsNum: total.points?.numeratorText ?? null,
  pointsDen: total.points?.denominatorText ?? null,
  shownPoints: total.shownPoints ?? null,
  classCode: total.classCode ?? null,
  fields: total.fields.map(({ field, points, applicable }) => ({
    field,
    points: points.toString(),
    applicable: applicable.toString(),
  })),
  gates: (total.gates ?? []).join(' '),
  rank: null,
  tied: false,
  ranked: null,
  unranked: total.unranked ?? null,
});

/**
 * SHA-256 over the score lines of a unit in order of their indicator ("C" collation), each with its line feed: what a
 * history entry says about the rows it stands for.
 */
export const hashOfLines = (lines: readonly string[]): string =>
  createHash('sha256')
    .update(lines.map((line) => `${line}\n`).join(''))
    .digest('hex');
