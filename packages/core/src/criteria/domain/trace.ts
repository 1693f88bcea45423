import type { TraceCode, TraceStep } from '@nhip/contracts';
import { Ratio, type Rounding } from '../../shared/index.js';

/** Collects the steps of one evaluation; absent where nobody reads them, and then they cost nothing. */
export type Trace = TraceStep[] | undefined;

/** Decimals shown of a value that never ends. */
const SHOWN_DECIMALS = 6;

/** A value for the trace: its exact decimals, or the first ones and `…`. */
export const asText = (value: Ratio): string =>
  value.toExactDecimal() ?? `${value.toDecimal(SHOWN_DECIMALS, 'truncate')}…`;

export function note(
  trace: Trace,
  code: TraceCode,
  params: Readonly<Record<string, Ratio | string>> = {},
): void {
  trace?.push({
    code,
    params: Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, value instanceof Ratio ? asText(value) : value]),
    ),
  });
}

/** Mode and decimals, or mode, direction and step, as a step of the trace says how a number was rounded. */
export const howRounded = (rounding: Rounding): string =>
  rounding.mode === 'step'
    ? `step-${rounding.direction} ${rounding.step}`
    : `${rounding.mode} ${rounding.dp}`;

export function noteRounded(trace: Trace, rounding: Rounding, shown: string): void {
  if (rounding.mode === 'step') note(trace, 'SHOWN_STEP', { how: howRounded(rounding), shown });
  else {
    note(trace, rounding.mode === 'half-up' ? 'SHOWN_HALF_UP' : 'SHOWN_TRUNCATE', {
      dp: String(rounding.dp),
      shown,
    });
  }
}

/** An addition as it is written on paper: what is below zero is taken away. */
export const additionOf = (parts: readonly Ratio[]): string =>
  parts
    .map((part, place) => {
      const below = part.sign() < 0;
      const text = asText(below ? part.negated() : part);
      return place === 0 ? `${below ? '−' : ''}${text}` : `${below ? '−' : '+'} ${text}`;
    })
    .join(' ');

/** Several parts with their sum; of a single one there is nothing to add up. */
export function noteSum(
  trace: Trace,
  code: TraceCode,
  params: Readonly<Record<string, string>>,
  parts: readonly Ratio[],
  points: Ratio,
): void {
  if (trace === undefined || parts.length < 2) return;
  note(trace, code, { ...params, operation: additionOf(parts), points });
}
