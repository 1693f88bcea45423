import {
  councilSteps,
  councilSubjects,
  names,
  reportingPeriod,
  shortCode,
  stageDeadline,
  taskAnswer,
  userName,
} from '@nhip/contracts';
import { z } from 'zod';
import { unitFigures } from './sample-figure.js';

/** A moment with its offset, as the texts give it. */
export const at = z.iso.datetime({ offset: true });
const by = userName;
const units = z.array(shortCode).min(1);
const taskReference = {
  unit: shortCode,
  /** Of a conclusion: which, and the number of its item. */
  conclusion: z.string().optional(),
  item: z.number().int().optional(),
  /** Of the supervision: the number of its requirement. */
  requirement: z.number().int().optional(),
  /** The report the supervision asked the unit for. */
  report: z.literal(true).optional(),
};

const plain = <Do extends string>(name: Do) => z.strictObject({ at, by, do: z.literal(name) });
const ofUnits = <Do extends string>(name: Do) => z.strictObject({ at, do: z.literal(name), units });
const numbered = <Do extends string>(name: Do) =>
  z.strictObject({ at, by, do: z.literal(name), number: z.number().int() });

/**
 * What happens, in order. `by` is a user name; steps of a unit without it are taken by the unit's own officer or, where
 * the head decides, leader.
 */
export const step = z.discriminatedUnion('do', [
  plain('prepare-cycle'),
  plain('launch'),
  plain('conclude-without-explanation'),
  plain('publish'),
  plain('close'),
  plain('enter-external'),
  plain('open-supervision'),
  plain('hold-session'),
  plain('present'),
  z.strictObject({
    at,
    by,
    do: z.literal('ask-reports'),
    title: z.string(),
    outline: z.string(),
    phrase: z.string(),
  }),
  z.strictObject({
    at,
    by,
    do: z.literal('council-step'),
    record: z.enum(councilSubjects),
    number: z.number().int(),
    step: z.enum(councilSteps),
    documentNumber: z.string(),
  }),
  ofUnits('fill'),
  ofUnits('submit'),
  ofUnits('approve'),
  z.strictObject({ at, by, do: z.literal('accept'), units }),
  z.strictObject({ at, by, do: z.literal('return'), unit: shortCode, reason: z.string() }),
  z.strictObject({
    at,
    do: z.literal('correct'),
    unit: shortCode,
    figures: unitFigures,
    reason: z.string(),
  }),
  z.strictObject({
    at,
    by,
    do: z.literal('discuss'),
    unit: shortCode,
    element: z.string(),
    text: z.string(),
  }),
  z.strictObject({
    at,
    do: z.literal('give-evidence'),
    ...taskReference,
    /** Of the unit's form: the figure. Without it, of the task. */
    element: z.string().optional(),
    /** In `samples/evidence/`. */
    file: z.string().regex(/^[\w-]+\.\w+$/),
    /** As its officer calls it. */
    name: z.string(),
    documentNumber: z.string().optional(),
    documentOn: z.iso.date().optional(),
    page: z.string().optional(),
  }),
  z.strictObject({
    at,
    do: z.literal('answer-finding'),
    unit: shortCode,
    code: z.string(),
    text: z.string(),
  }),
  /** Those of these codes; all that are not settled where none is named. */
  z.strictObject({
    at,
    by,
    do: z.literal('settle-findings'),
    codes: z.array(z.string()).min(1).optional(),
    reason: z.string(),
  }),
  z.strictObject({ at, by, do: z.literal('draft-conclusion'), conclusion: z.string() }),
  z.strictObject({
    at,
    by,
    do: z.literal('issue-conclusion'),
    conclusion: z.string(),
    number: z.string(),
  }),
  z.strictObject({
    at,
    by: by.optional(),
    do: z.literal('task'),
    ...taskReference,
    event: z.enum(['receive', 'start', 'report', 'accept', 'return', 'prepare', 'send']),
    text: z.string().optional(),
    reason: z.string().optional(),
    answer: taskAnswer.optional(),
  }),
  z.strictObject({
    at,
    by: by.optional(),
    do: z.literal('extension'),
    ...taskReference,
    event: z.enum(['request', 'reject']),
    /** Of a request. */
    phrase: z.string().optional(),
    reason: z.string(),
  }),
  z.strictObject({ at, by, do: z.literal('consolidate'), note: z.string() }),
  z.strictObject({
    at,
    by,
    do: z.literal('criticise'),
    conclusion: z.string(),
    item: z.number().int(),
    units,
    number: z.string(),
  }),
  numbered('require'),
  numbered('recommend'),
  z.strictObject({
    at,
    by,
    do: z.literal('recommendation'),
    number: z.number().int(),
    event: z.enum(['answer', 'accept-answer', 'finish']),
    text: z.string().optional(),
    agrees: z.boolean().optional(),
    reason: z.string().optional(),
  }),
  z.strictObject({
    at,
    by,
    do: z.literal('next-cycle'),
    code: z.string(),
    names,
    period: reportingPeriod,
    stages: z.array(stageDeadline),
  }),
]);
export type Step = z.infer<typeof step>;
export type StepOf<Do extends Step['do']> = Extract<Step, { do: Do }>;
