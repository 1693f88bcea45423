import { elementsOf } from '@nhip/contracts';
import { earlierDay } from '../../shared/index.js';
import { namesOf, type CheckContext, type CheckedUnit } from './checked-unit.js';
import { decimal, raise, type RaisedFinding } from './raised-finding.js';

/** PERIOD_FUTURE and PERIOD_MISMATCH: figures that cover other days than they should, those of one span together. */
export function checkPeriods(context: CheckContext, { unitId, rows }: CheckedUnit): RaisedFinding[] {
  const { period } = context;
  const future = new Map<string, { end: string; cut: string; elements: string[] }>();
  const other = new Map<string, { start: string; end: string; elements: string[] }>();
  for (const { element, month, start, end, validOn, state } of rows) {
    if (state !== 'value') continue;
    const cut = earlierDay(period.asOf, validOn);
    if (end > cut) {
      const key = `${end}/${cut}`;
      future.set(key, { end, cut, elements: [...(future.get(key)?.elements ?? []), element] });
    }
    if (month === null && (start !== period.start || end !== period.end)) {
      const key = `${start}/${end}`;
      other.set(key, { start, end, elements: [...(other.get(key)?.elements ?? []), element] });
    }
  }
  return [
    ...[...future.values()].map(({ end, cut, elements }) =>
      raise({
        unitId,
        code: 'PERIOD_FUTURE',
        key: end,
        subject: { elements },
        params: { element: namesOf(context, elements), end, asOf: cut },
      }),
    ),
    ...[...other].map(([key, { start, end, elements }]) =>
      raise({
        unitId,
        code: 'PERIOD_MISMATCH',
        key,
        subject: { elements },
        params: {
          element: namesOf(context, elements),
          start,
          end,
          cycleStart: period.start,
          cycleEnd: period.end,
        },
      }),
    ),
  ];
}

/** RATE_WITHOUT_PARTS, ZERO_VS_MISSING, TRUE_ZERO: what a single figure's state and kind tell. */
export function checkSingles(context: CheckContext, { unitId, rows }: CheckedUnit): RaisedFinding[] {
  return rows.flatMap(({ element: code, month, state, value, published }) => {
    const element = context.elements.get(code);
    if (element === undefined) return [];
    const key = month === null ? code : `${code}/${month}`;
    const about = { unitId, key, subject: { elements: [code] } };
    const params = { element: element.names };
    if (state === 'missing') return [raise({ ...about, code: 'ZERO_VS_MISSING', params })];
    if (value === null) return [];
    const found: RaisedFinding[] = [];
    if (element.kind === 'rate')
      found.push(raise({ ...about, code: 'RATE_WITHOUT_PARTS', found: value, params: { ...params, value } }));
    if (value === '0' && published !== null)
      found.push(raise({ ...about, code: 'TRUE_ZERO', found: value, params }));
    return found;
  });
}

/** PART_OVER_WHOLE: a share above one. Refused at entry where declared a part, a finding elsewhere. */
export function checkParts(context: CheckContext, { unitId, figures }: CheckedUnit): RaisedFinding[] {
  return context.content.indicators.flatMap((indicator) => {
    if (indicator.denominator === undefined || indicator.shownAs !== 'percent') return [];
    const { numerator, denominator } = context.compiled.indicators.get(indicator.code)?.(figures) ?? {};
    if (numerator === undefined || denominator === undefined || numerator.compare(denominator) <= 0)
      return [];
    return [
      raise({
        unitId,
        code: 'PART_OVER_WHOLE',
        key: indicator.code,
        subject: {
          indicator: indicator.code,
          elements: [...elementsOf(indicator.numerator), ...elementsOf(indicator.denominator)],
        },
        expected: decimal(denominator),
        found: decimal(numerator),
        params: {
          indicator: indicator.names,
          numerator: decimal(numerator),
          denominator: decimal(denominator),
        },
      }),
    ];
  });
}
