import { day, figureSource, publishedClaim } from '@nhip/contracts';
import { z } from 'zod';

const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);
/** A claim whose printed value is that of another fact. */
const citedClaim = z.strictObject({
  kind: z.enum(['percent', 'growth']),
  fact: z.string(),
  of: z.array(z.string()).optional(),
  indicator: z.string().optional(),
  base: decimal.nullable().optional(),
  against: z.string().optional(),
});
/** An average whose printed value is the figure itself. */
const averageClaim = z.strictObject({ kind: z.literal('average'), over: z.array(z.string()).min(1) });
const claim = z.union([citedClaim, averageClaim, publishedClaim]);

const publishedValue = z.strictObject({
  /** The fact that prints it: text, sentence and, where none is given here, the value come from there. */
  fact: z.string(),
  value: decimal.optional(),
  text: z.string().optional(),
  period: z.strictObject({ start: day, end: day }).optional(),
  claims: z.array(claim).default([]),
});
const derivedValue = z.strictObject({
  value: decimal,
  /** How it follows from what is published. */
  derived: z.string(),
});
const illustrativeValue = z.strictObject({
  value: decimal,
  illustrative: z.literal(true),
  note: z.string().optional(),
  source: figureSource.optional(),
});
const stateWithoutValue = z.strictObject({
  state: z.enum(['nothing', 'not-applicable', 'missing']),
  note: z.string(),
});
/** Plain text is an illustrative value; a list of them, one a month of the period. */
export const sampleFigure = z.union([
  decimal,
  z.array(decimal),
  publishedValue,
  derivedValue,
  illustrativeValue,
  stateWithoutValue,
]);
export type SampleFigure = z.infer<typeof sampleFigure>;
/** By code of the data element. */
export const unitFigures = z.record(z.string(), sampleFigure);
export type UnitFigures = z.infer<typeof unitFigures>;
