import { elementsOf, type Expression, type Indicator } from '@nhip/contracts';
import { Ratio } from '../../shared/index.js';
import { about, type Claim, type Claimed } from './claimed.js';
import { namesOf, type CheckContext, type CheckedUnit } from './checked-unit.js';
import {
  identifyDenominator,
  impliedDenominators,
  onlyUnderOther,
  percentage,
  readPrinted,
  reproduce,
} from './published-figure.js';
import { rangeWords, shownRange } from './published/words.js';
import { decimal, raise, type RaisedFinding } from './raised-finding.js';

interface Whole {
  readonly elements: readonly string[];
  readonly value: Ratio | undefined;
}

const roundings = {
  'half-up': { vi: 'làm tròn', en: 'rounding' },
  truncate: { vi: 'cắt bỏ', en: 'truncation' },
  step: { vi: 'làm tròn theo bước', en: 'rounding to steps' },
} as const;

/**
 * A printed share beside its numerator. Over its declared whole it comes out (under the declared rounding, or only
 * under the other: PCT_ROUND_MODE); or over another of the unit's figures (DENOMINATOR_DIFFERS); or over none
 * (PCT_NOT_REPRODUCED); or the whole is not published (IMPLIED_DENOMINATOR).
 */
export function checkPercent(claim: Claim<'percent'>, claimed: Claimed): RaisedFinding[] {
  const read = readPrinted(claim.printed);
  if (!read.ok) return [];
  const { context, unit, row, value } = claimed;
  const indicator = indicatorOf(context, claim, row.element);
  const declared = declaredWhole(indicator, unit);
  const named = claim.of && { elements: claim.of, value: sumOf(claim.of, unit) };
  const whole = named ?? declared;
  const key = `${row.element}/${claim.printed}`;
  const more = { key, indicator: indicator?.code, found: decimal(read.value.value) };
  const printed = decimal(read.value.value);
  const asked = { printed, text: claim.printed, numerator: decimal(value) };

  if (whole?.value === undefined || whole.value.isZero()) {
    const ranges = {
      halfUp: rangeWords(shownRange(impliedDenominators(read.value, value, 'half-up'))),
      truncated: rangeWords(shownRange(impliedDenominators(read.value, value, 'truncate'))),
    };
    return [about(claimed, 'IMPLIED_DENOMINATOR', { ...asked, ...ranges }, more)];
  }
  const exact = percentage(value, whole.value) ?? Ratio.zero;
  const { verdict, halfUp, truncated } = reproduce(exact, read.value);
  const arithmetic = { ...asked, denominator: decimal(whole.value), exact: decimal(exact) };
  const found: RaisedFinding[] = [];
  const mode = indicator?.rounding.mode ?? 'half-up';
  if (verdict === 'neither') {
    const used = usedWhole(claimed, claim, whole.elements);
    found.push(
      used === undefined
        ? about(claimed, 'PCT_NOT_REPRODUCED', arithmetic, { ...more, expected: halfUp })
        : about(claimed, 'DENOMINATOR_DIFFERS', differing(context, asked, used, whole.elements), more),
    );
  } else if (mode !== 'step' && onlyUnderOther(verdict, mode)) {
    const params = { ...arithmetic, halfUp, truncated, declared: roundings[mode] };
    found.push(
      about(claimed, 'PCT_ROUND_MODE', params, {
        ...more,
        expected: mode === 'truncate' ? truncated : halfUp,
      }),
    );
  }
  if (
    verdict !== 'neither' &&
    named !== undefined &&
    declared !== undefined &&
    !same(named.elements, declared.elements)
  )
    found.push(
      about(
        claimed,
        'DENOMINATOR_DIFFERS',
        differing(context, asked, { elements: named.elements, value: whole.value }, declared.elements),
        more,
      ),
    );
  return found;
}

/** DENOMINATORS_DIFFER: one indicator, printed by several units over different wholes. */
export function checkDenominators(context: CheckContext, units: readonly CheckedUnit[]): RaisedFinding[] {
  const used = new Map<string, { indicator: Indicator; wholes: Set<string> }>();
  for (const unit of units)
    for (const row of unit.rows)
      for (const claim of row.published?.claims ?? []) {
        if (claim.kind !== 'percent' || row.published === null || row.value === null) continue;
        const indicator = indicatorOf(context, claim, row.element);
        const name = context.elements.get(row.element)?.names;
        if (indicator === undefined || name === undefined) continue;
        const claimed = { context, unit, row, published: row.published, value: Ratio.of(row.value), name };
        const whole = usedWhole(claimed, claim, []);
        if (whole === undefined) continue;
        const known = used.get(indicator.code) ?? { indicator, wholes: new Set<string>() };
        known.wholes.add(whole.elements.join('+'));
        used.set(indicator.code, known);
      }
  return [...used.values()].flatMap(({ indicator, wholes }) =>
    wholes.size < 2
      ? []
      : [
          raise({
            code: 'DENOMINATORS_DIFFER',
            key: indicator.code,
            subject: { indicator: indicator.code, elements: elementsOf(indicator.numerator) },
            params: {
              indicator: indicator.names,
              used: namesOf(
                context,
                [...wholes].flatMap((whole) => whole.split('+')),
              ),
            },
          }),
        ],
  );
}

/** The indicator the share belongs to: the one named, else the percentage of this very element. */
function indicatorOf(
  { content }: CheckContext,
  claim: Claim<'percent'>,
  element: string,
): Indicator | undefined {
  if (claim.indicator !== undefined) return content.indicators.find(({ code }) => code === claim.indicator);
  return content.indicators.find(
    ({ shownAs, numerator }) =>
      shownAs === 'percent' &&
      'plus' in numerator &&
      numerator.minus.length === 0 &&
      numerator.plus.length === 1 &&
      numerator.plus[0] === element,
  );
}

function declaredWhole(indicator: Indicator | undefined, unit: CheckedUnit): Whole | undefined {
  if (indicator?.denominator === undefined) return undefined;
  const elements = elementsOf(indicator.denominator);
  return { elements, value: sumWith(indicator.denominator, unit) };
}

/** Which of the unit's figures the printed share is a share of: first what the words name, then those of its measure. */
function usedWhole(
  { context, unit, row, value }: Claimed,
  claim: Claim<'percent'>,
  not: readonly string[],
): { elements: readonly string[]; value: Ratio } | undefined {
  const read = readPrinted(claim.printed);
  if (!read.ok) return undefined;
  const measure = context.elements.get(row.element)?.measure.vi;
  const declared = declaredWhole(indicatorOf(context, claim, row.element), unit);
  const named = claim.of === undefined ? [] : [{ elements: claim.of, value: sumOf(claim.of, unit) }];
  const single = [...context.elements.values()]
    .filter(({ code, measure: other }) => code !== row.element && other.vi === measure)
    .map(({ code }) => ({ elements: [code], value: sumOf([code], unit) }));
  const wholes = [...named, ...(declared ? [declared] : []), ...single].filter(
    ({ elements }) => !same(elements, not),
  );
  const candidates = wholes.flatMap(({ elements, value: of }) =>
    of ? [{ name: elements.join('+'), value: of }] : [],
  );
  const match = identifyDenominator(read.value, value, candidates).find(
    ({ verdict }) => verdict !== 'neither',
  );
  const candidate = candidates.find(({ name }) => name === match?.name);
  return candidate && { elements: candidate.name.split('+'), value: candidate.value };
}

const differing = (
  context: CheckContext,
  asked: Readonly<Record<string, string>>,
  used: { readonly elements: readonly string[]; readonly value: Ratio },
  declared: readonly string[],
) => ({
  ...asked,
  used: namesOf(context, used.elements),
  denominator: decimal(used.value),
  declared: namesOf(context, declared),
});

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && [...a].sort().join('\n') === [...b].sort().join('\n');

function sumOf(codes: readonly string[], unit: CheckedUnit): Ratio | undefined {
  return sumWith({ plus: [...codes], minus: [] }, unit);
}

function sumWith(expression: Expression, { figures }: CheckedUnit): Ratio | undefined {
  if ('constant' in expression) return Ratio.of(expression.constant);
  if ('formula' in expression) return undefined;
  if (!('plus' in expression)) return figures.months;
  let sum = Ratio.zero;
  for (const code of [...expression.plus, ...expression.minus]) {
    const figure = figures.figures.get(code);
    if (figure?.state !== 'value') return undefined;
    sum = expression.plus.includes(code) ? sum.plus(figure.value) : sum.minus(figure.value);
  }
  return sum;
}
