import type { PublishedClaim } from '@nhip/contracts';
import { Ratio } from '../../shared/index.js';
import { checkPercent } from './check-percent.js';
import type { CheckContext, CheckedUnit } from './checked-unit.js';
import { about, type Claim, type Claimed } from './claimed.js';
import { impliedBases, readPrinted, reproduce, spanOf, type PrintedValue } from './published-figure.js';
import { decimal, raise, type RaisedFinding } from './raised-finding.js';

/** Every claim that a document makes about a figure, checked one by one. */
export function checkClaims(context: CheckContext, unit: CheckedUnit): RaisedFinding[] {
  return unit.rows.flatMap((row) => {
    const { published, value } = row;
    if (published === null || value === null) return [];
    const name = context.elements.get(row.element)?.names ?? { vi: row.element };
    const claimed = { context, unit, row, published, value: Ratio.of(value), name };
    return published.claims.flatMap((claim) => checkClaim(claim, claimed));
  });
}

function checkClaim(claim: PublishedClaim, claimed: Claimed): RaisedFinding[] {
  switch (claim.kind) {
    case 'percent':
      return checkPercent(claim, claimed);
    case 'average':
      return checkAverage(claim, claimed);
    case 'growth':
      return checkGrowth(claim, claimed);
    case 'extreme':
      return [
        about(claimed, 'EXTREME_ANONYMOUS', {
          which:
            claim.which === 'best' ? { vi: 'cao nhất', en: 'highest' } : { vi: 'thấp nhất', en: 'lowest' },
          value: claimed.published.text,
        }),
      ];
    case 'bound':
      return [
        about(claimed, 'LOWER_BOUND', {
          text: claimed.published.text,
          bound:
            claim.bound === 'at-least'
              ? { vi: 'ít nhất', en: 'at least' }
              : { vi: 'nhiều nhất', en: 'at most' },
          printed: claim.printed,
        }),
      ];
    case 'called':
      return checkCalled(claim, claimed);
    case 'targets':
      return checkTargets(claim, claimed);
  }
}

/** AVG_IMPLAUSIBLE: the printed average would need another number of working days than the period has. */
function checkAverage(claim: Claim<'average'>, claimed: Claimed): RaisedFinding[] {
  const read = readPrinted(claim.printed);
  const figures = claim.over.map((code) => claimed.unit.figures.figures.get(code));
  const total = Ratio.sum(figures.flatMap((figure) => (figure?.state === 'value' ? [figure.value] : [])));
  const days = claimed.context.workingDays(claimed.row.start, claimed.row.end);
  if (!read.ok || read.value.value.isZero() || days === 0) return [];
  const exact = total.dividedBy(Ratio.of(days));
  if (reproduce(exact, read.value).verdict !== 'neither') return [];
  return [
    about(
      claimed,
      'AVG_IMPLAUSIBLE',
      {
        printed: decimal(read.value.value),
        text: claim.printed,
        total: decimal(total),
        implied: total.dividedBy(read.value.value).toDecimal(1),
        days: String(days),
        exact: exact.toDecimal(1),
      },
      {
        expected: exact.toDecimal(1),
        found: decimal(read.value.value),
        key: `average/${claimed.row.element}`,
      },
    ),
  ];
}

/** GROWTH_BASE_MISSING: "tăng n lần" of nothing that was published; which bases it may mean. */
function checkGrowth(claim: Claim<'growth'>, claimed: Claimed): RaisedFinding[] {
  const read = readPrinted(claim.printed);
  if (!read.ok || claim.base !== null) return [];
  const to = bases(read.value, claimed.value, 'to');
  const by = bases(read.value, claimed.value, 'by');
  return [
    about(claimed, 'GROWTH_BASE_MISSING', {
      printed: decimal(read.value.value),
      text: claim.printed,
      grown: decimal(claimed.value),
      against: claim.against,
      toFrom: to.from,
      toTo: to.to,
      byFrom: by.from,
      byTo: by.to,
    }),
  ];
}

/** From the least to the most under either rounding. */
function bases(printed: PrintedValue, grown: Ratio, meaning: 'to' | 'by'): { from: string; to: string } {
  const span = spanOf(
    (['half-up', 'truncate'] as const).map((mode) => impliedBases(printed, grown, meaning, mode)),
  );
  return { from: span?.from.toString() ?? '?', to: span?.to?.toString() ?? '?' };
}

/** UNIT_MISMATCH: the words say rate where the figure is a count, or the other way round. */
function checkCalled(claim: Claim<'called'>, claimed: Claimed): RaisedFinding[] {
  const element = claimed.context.elements.get(claimed.row.element);
  if (element === undefined || (element.kind === 'rate') === (claim.as === 'rate')) return [];
  const called = claim.as === 'rate' ? { vi: 'tỷ lệ', en: 'rate' } : { vi: 'số lượng', en: 'count' };
  return [about(claimed, 'UNIT_MISMATCH', { called, measure: element.measure })];
}

/** TARGET_NOT_COMPARABLE: one combined figure against targets that are cut otherwise. */
function checkTargets({ targets }: Claim<'targets'>, claimed: Claimed): RaisedFinding[] {
  const listed = (language: 'vi' | 'en'): string =>
    targets
      .map(({ names, comparison, value }) => `${names[language] ?? names.vi} ${comparison} ${value}`)
      .join('; ');
  return [
    about(claimed, 'TARGET_NOT_COMPARABLE', {
      value: claimed.published.text,
      targets: { vi: listed('vi'), en: listed('en') },
    }),
  ];
}

/** MIXED_SEPARATORS: `82.34` and `15,14` in what one cycle published. */
export function checkSeparators(units: readonly CheckedUnit[]): RaisedFinding[] {
  const printed = units.flatMap(({ rows }) =>
    rows.flatMap(({ published }) =>
      published === null
        ? []
        : [
            published.text,
            ...published.claims.flatMap((claim) => ('printed' in claim ? [claim.printed] : [])),
          ],
    ),
  );
  const { point, comma } = decimalSigns(printed);
  return point === undefined || comma === undefined
    ? []
    : [
        raise({
          code: 'MIXED_SEPARATORS',
          key: 'decimals',
          params: { point: `${point} `, comma: `${comma} ` },
        }),
      ];
}

/** The first text that writes its decimals with a point, and the first with a comma. */
export function decimalSigns(texts: readonly string[]): {
  point?: string | undefined;
  comma?: string | undefined;
} {
  return {
    point: texts.find((text) => /^\d+\.(\d{1,2}|\d{4,})\s*%?$/.test(text)),
    comma: texts.find((text) => /^\d[\d.]*,\d+\s*%?$/.test(text)),
  };
}
