import type { CriteriaRemark, CriteriaRemarkCode } from '@nhip/contracts';
import { Ratio } from '../../shared/index.js';
import { possibleTotals } from './total-limits.js';
import { error, warning, type Lint, type Path } from './remarks.js';
import { ruledOf } from './ruled.js';
import { asText } from './trace.js';
import { valueRange, type ValueRange } from './value-range.js';

interface Band {
  readonly from: string | null;
  readonly to: string | null;
}

const shown = (limit: string | null, open: string): string => limit ?? open;

/** Half-open bands: none empty, none over another, and what lies between them named. */
function lintIntervals(bands: readonly Band[], path: Path, gap: typeof error): CriteriaRemark[] {
  const empty = bands.flatMap(({ from, to }, index) =>
    from !== null && to !== null && Ratio.of(from).compare(Ratio.of(to)) >= 0
      ? [error([...path, index], 'BAND_REVERSED', { from, to })]
      : [],
  );
  if (empty.length > 0) return empty;
  const sorted = bands.map((band, index) => ({ ...band, index })).sort(byLowerLimit);
  return sorted.flatMap((band, place) => {
    const before = sorted[place - 1];
    if (before === undefined) return [];
    const at = [...path, band.index];
    if (before.to === null || band.from === null) {
      return [error(at, 'BANDS_OVERLAP', { from: shown(band.from, '−∞') })];
    }
    const order = Ratio.of(before.to).compare(Ratio.of(band.from));
    if (order > 0) return [error(at, 'BANDS_OVERLAP', { from: band.from })];
    return order < 0 ? [gap(at, 'BANDS_GAP', { from: before.to, to: band.from })] : [];
  });
}

/** Values that can come out below the first band or above the last: they give no points, and nobody has said so. */
function lintEnds(bands: readonly Band[], range: ValueRange | undefined, path: Path): CriteriaRemark[] {
  const gap = (from: string, to: string) => [warning(path, 'BANDS_GAP', { from, to })];
  const from = furthest(
    bands.map((band) => band.from),
    'min',
  );
  const to = furthest(
    bands.map((band) => band.to),
    'max',
  );
  const { lowest, highest } = range ?? { lowest: undefined, highest: null };
  return [
    ...(from !== undefined && (lowest === undefined || from.compare(Ratio.of(lowest)) > 0)
      ? gap(lowest ?? '−∞', asText(from))
      : []),
    // A half-open band that ends at the highest value leaves that value out.
    ...(to !== undefined && (highest === null || to.compare(Ratio.of(highest)) <= 0)
      ? gap(asText(to), '+∞')
      : []),
  ];
}

/** The lowest or highest of the limits; undefined where one of them is open. */
function furthest(limits: readonly (string | null)[], which: 'min' | 'max'): Ratio | undefined {
  const [first, ...rest] = limits.flatMap((limit) => (limit === null ? [] : [Ratio.of(limit)]));
  if (first === undefined || rest.length + 1 < limits.length) return undefined;
  return rest.reduce((found, limit) => Ratio[which](found, limit), first);
}

/** In order of what they begin at, one without a limit first. */
export function byLowerLimit(a: Band, b: Band): number {
  if (a.from === null || b.from === null) return a.from === b.from ? 0 : a.from === null ? -1 : 1;
  return Ratio.of(a.from).compare(Ratio.of(b.from));
}

/** Bands into which nothing can fall. */
function lintReach(
  bands: readonly Band[],
  range: ValueRange | undefined,
  path: Path,
  code: CriteriaRemarkCode,
): CriteriaRemark[] {
  if (range === undefined) return [];
  const { lowest, highest } = range;
  const out = ({ from, to }: Band): boolean =>
    (to !== null && Ratio.of(to).compare(Ratio.of(lowest)) <= 0) ||
    (from !== null && highest !== null && Ratio.of(from).compare(Ratio.of(highest)) > 0);
  return bands.flatMap((band, index) =>
    out(band)
      ? [
          warning([...path, index], code, {
            from: shown(band.from, '−∞'),
            to: shown(band.to, '+∞'),
            lowest,
            highest: shown(highest, '+∞'),
          }),
        ]
      : [],
  );
}

export const lintBands: Lint = (content) => {
  const elements = new Map(content.dataElements.map((element) => [element.code, element]));
  return ruledOf(content).flatMap(({ ruled, path: at }) => {
    const { rule, maxPoints } = ruled;
    if (rule.type !== 'bands') return [];
    const path = [...at, 'rule', 'bands'];
    const range = valueRange(ruled, elements);
    const intervals = lintIntervals(rule.bands, path, warning);
    const max = Ratio.of(maxPoints);
    const points = rule.bands.map((band) => Ratio.of(band.points));
    const outside = points.flatMap((given, place) =>
      given.sign() < 0 || given.compare(max) > 0
        ? [
            error([...path, place, 'points'], 'BAND_POINTS_OUTSIDE', {
              points: asText(given),
              max: maxPoints,
            }),
          ]
        : [],
    );
    const best = points.reduce((most, given) => Ratio.max(most, given), Ratio.zero);
    const reached = best.compare(max) >= 0 || outside.length > 0;
    return [
      ...intervals,
      // Bands that contradict each other are mended first.
      ...(intervals.some(({ severity }) => severity === 'error') ? [] : lintEnds(rule.bands, range, path)),
      ...lintReach(rule.bands, range, path, 'BAND_UNREACHABLE'),
      ...outside,
      ...(reached ? [] : [warning(path, 'MAX_NOT_REACHED', { max: maxPoints, points: asText(best) })]),
    ];
  });
};

/** Classes must hold every total that can come out. */
export const lintClassification: Lint = (content) => {
  const { classification } = content;
  if (classification === undefined) return [];
  const path = ['classification', 'bands'];
  const { bands } = classification;
  const { lowest, highest } = possibleTotals(content);
  const first = [...bands].sort(byLowerLimit)[0]?.from ?? null;
  const uncovered = first !== null && Ratio.of(first).compare(lowest) > 0;
  const ends = bands.map(({ to }) => (to === null ? null : Ratio.of(to)));
  const top = ends.includes(null)
    ? null
    : ends.reduce(
        (most, end) => (most === null || end === null ? null : Ratio.max(most, end)),
        ends[0] ?? null,
      );
  const range = { lowest: asText(lowest), highest: asText(highest) };
  return [
    ...lintIntervals(bands, path, error),
    ...lintReach(bands, range, path, 'CLASS_UNREACHABLE'),
    ...(uncovered ? [error(path, 'BANDS_GAP', { from: asText(lowest), to: first })] : []),
    // A half-open top class that ends at the highest total leaves that total without a class.
    ...(top !== null && top.compare(highest) <= 0
      ? [error(path, 'BANDS_GAP', { from: asText(top), to: '+∞' })]
      : []),
  ];
};
