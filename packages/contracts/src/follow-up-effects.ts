import { z } from 'zod';
import { unitShown } from './follow-up-parts.js';
import { day, names, uuid } from './lists.js';

/** What became of an indicator after a directive; `not-yet`: no later cycle is scored. */
export const effectVerdicts = ['better', 'worse', 'same', 'not-yet', 'no-before', 'incomparable'] as const;
export type EffectVerdict = (typeof effectVerdicts)[number];

/** Why a cycle's value may not be set against those of the conference's own cycle. */
export const incomparableCycles = ['DEFINITION_DIFFERS', 'PERIOD_DIFFERS'] as const;

const effectCycle = z.object({
  id: uuid,
  code: z.string(),
  names,
  asOf: day,
  side: z.enum(['before', 'after']),
  /** The scores are frozen or published. */
  final: z.boolean(),
  incomparable: z.enum(incomparableCycles).nullable(),
});
export type EffectCycle = z.infer<typeof effectCycle>;

/** Exact: parts as decimal text, `value` as `numerator/denominator` in the indicator's measure. */
const effectPoint = z.object({
  cycleId: uuid,
  state: z.enum(['scored', 'missing', 'not-applicable', 'error', 'absent']),
  numerator: z.string().nullable(),
  denominator: z.string().nullable(),
  value: z.string().nullable(),
  shownValue: z.string().nullable(),
});
export type EffectPoint = z.infer<typeof effectPoint>;

/** From the last comparable value before the directive to the newest after it. */
const effectChange = z.object({
  verdict: z.enum(effectVerdicts),
  from: uuid.nullable(),
  to: uuid.nullable(),
  /** Exact, and as the indicator is shown; positive where the value rose. */
  difference: z.string().nullable(),
  shownDifference: z.string().nullable(),
});
export type EffectChange = z.infer<typeof effectChange>;

const effectSeries = z.object({ points: z.array(effectPoint), change: effectChange });
export type EffectSeries = z.infer<typeof effectSeries>;

const indicatorEffect = z.object({
  code: z.string(),
  names,
  measure: names,
  direction: z.enum(['higher', 'lower']),
  /** In order of their cut-off; every series has a point for each. */
  cycles: z.array(effectCycle),
  /** Of all units below: from the sums of their parts, never from rates, unless the set declares the mean. */
  together: effectSeries,
  units: z.array(effectSeries.extend({ unit: unitShown })),
});
export type IndicatorEffect = z.infer<typeof indicatorEffect>;

const directiveEffect = z.object({
  itemId: uuid,
  number: z.number().int(),
  title: z.string(),
  dueOn: day.nullable(),
  indicators: z.array(indicatorEffect),
});
export type DirectiveEffect = z.infer<typeof directiveEffect>;

/** Of each item of an issued conclusion that names indicators. */
export const effectsView = z.object({
  conclusionId: uuid,
  heldOn: day,
  issuedOn: day.nullable(),
  items: z.array(directiveEffect),
});
export type EffectsView = z.infer<typeof effectsView>;
