import type { DocumentedCell, PublishedClaim } from '@nhip/contracts';
import { found, type Samples } from './read-samples.js';
import type { Round } from './schemas.js';
import type { SampleFigure, UnitFigures } from './sample-figure.js';

type Facts = Samples['facts'];

/**
 * A unit's figures as cells of the entry form, values in English writing (decimal point). What cites a fact carries its
 * sentence and is published; plain values are illustrative; what is derived from published figures is neither.
 */
export function cellsOf(
  figures: UnitFigures,
  period: Round['cycle']['period'],
  facts: Facts,
): DocumentedCell[] {
  return Object.entries(figures).flatMap(([element, figure]) => {
    if (!Array.isArray(figure)) return [cellOf(element, figure, facts)];
    return figure.map((value, index) => ({
      element,
      month: monthOf(period.start, index),
      state: 'value' as const,
      value,
      illustrative: true,
    }));
  });
}

function cellOf(element: string, figure: Exclude<SampleFigure, string[]>, facts: Facts): DocumentedCell {
  if (typeof figure === 'string') return { element, state: 'value', value: figure, illustrative: true };
  if ('state' in figure) return { element, state: figure.state, note: figure.note, illustrative: false };
  if ('derived' in figure)
    return { element, state: 'value', value: figure.value, note: figure.derived, illustrative: false };
  if ('illustrative' in figure) {
    const { value, note, source } = figure;
    return {
      element,
      state: 'value',
      value,
      illustrative: true,
      ...(note && { note }),
      ...(source && { source }),
    };
  }
  const { sentence, printed, value } = found(facts, figure.fact, 'fact');
  return {
    element,
    state: 'value',
    value: figure.value ?? value ?? '',
    illustrative: false,
    ...(figure.period && { period: figure.period }),
    published: {
      text: figure.text ?? printed ?? '',
      sentence,
      claims: figure.claims.map((claim) => claimOf(claim, printed ?? '', facts)),
    },
  };
}

type SampleClaim = Extract<SampleFigure, { claims: unknown }>['claims'][number];

function claimOf(claim: SampleClaim, ownPrinted: string, facts: Facts): PublishedClaim {
  if ('fact' in claim) {
    const { fact, kind, of, indicator, base = null, against = '' } = claim;
    const printed = found(facts, fact, 'fact').printed ?? '';
    return kind === 'growth'
      ? { kind, printed, base, against }
      : { kind, printed, ...(of && { of }), ...(indicator && { indicator }) };
  }
  if (claim.kind === 'average' && !('printed' in claim)) return { ...claim, printed: ownPrinted };
  return claim;
}

function monthOf(start: string, index: number): string {
  const months = Number(start.slice(0, 4)) * 12 + Number(start.slice(5, 7)) - 1 + index;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}
