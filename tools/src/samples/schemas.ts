import {
  createPeerGroupsCommand,
  criteriaSetContent,
  day,
  draftConclusion,
  fullName,
  names,
  newRole,
  newUnit,
  publishedClaim,
  figureSource,
  reportingPeriod,
  shortCode,
  stageDeadline,
  taskAnswer,
  userName,
} from '@nhip/contracts';
import { z } from 'zod';

/** A sentence of a published round that prints something, and what it prints. */
export const fact = z.strictObject({
  seed: z.number().int(),
  id: z.string(),
  vi: z.string(),
  en: z.string(),
  /** Decimal text with a point; null where a word is printed. */
  value: z.string().nullable(),
  printed: z.string().nullable(),
  unit: z.string(),
  period: z.string(),
  org: z.string(),
  formula: z.string(),
  flag: z.string(),
  sentence: z.string(),
});
export type Fact = z.infer<typeof fact>;

/** A directive or recommendation of the published rounds, with its phrase as the text says it. */
export const publishedTask = z.object({
  id: z.string(),
  seed: z.number().int(),
  vi: z.string(),
  assignee: z.string(),
  phrase: z.string().nullable(),
  due: z.iso.date().nullable(),
  class: z.string(),
  documentDay: z.iso.date(),
});
export type PublishedTask = z.infer<typeof publishedTask>;

const account = z.strictObject({ userName, fullName, roles: z.array(newRole).min(1) });

export const administration = z.strictObject({
  /** Rounds that play here. */
  seed: z.array(z.number().int()).min(1),
  code: shortCode,
  names,
  /** What of this is invented. */
  note: z.string(),
  illustrative: z.boolean(),
  peerGroups: createPeerGroupsCommand.shape.peerGroups,
  units: z.array(newUnit),
  accounts: z.array(account),
});
export type SampleAdministration = z.infer<typeof administration>;

export const criteriaSet = z.strictObject({ code: z.string(), names, content: criteriaSetContent });
export type SampleCriteriaSet = z.infer<typeof criteriaSet>;

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
const unitFigures = z.record(z.string(), sampleFigure);
export type UnitFigures = z.infer<typeof unitFigures>;

const assignees = z.union([
  z.strictObject({ unitCodes: z.array(shortCode) }),
  z.strictObject({ rule: z.enum(['weak-results', 'all-participants']) }),
]);
const itemKind = z.enum(['directive', 'explanation', 'recurring', 'information']);
const conclusionItem = z.strictObject({
  /** The published directive it is: title and phrase come from there. */
  task: z.string().optional(),
  title: z.string().optional(),
  kind: itemKind,
  text: z.string(),
  assignees: assignees.default({ unitCodes: [] }),
  coUnitCodes: z.array(shortCode).default([]),
  indicators: z.array(z.string()).default([]),
  product: z.string().optional(),
  phrase: z.string().optional(),
  illustrative: z.boolean().default(false),
});
export type SampleConclusionItem = z.infer<typeof conclusionItem>;
const conclusion = draftConclusion
  .omit({ items: true, cycleId: true })
  .extend({ items: z.array(conclusionItem) });
export type SampleConclusion = z.infer<typeof conclusion>;

const publishedDemand = z.strictObject({ task: z.string(), text: z.string() });
const supervision = z.strictObject({
  title: z.string(),
  unit: shortCode,
  chair: z.string(),
  chairPosition: z.string(),
  heldOn: day,
  place: z.string(),
  periodStart: day,
  periodEnd: day,
  /** Facts it reports. */
  facts: z.array(z.string()),
  summary: z.string(),
  requirements: z.array(publishedDemand),
  recommendations: z.array(publishedDemand.extend({ addressee: z.string() })),
  presentedTo: z.string(),
});

const at = z.iso.datetime({ offset: true });
const by = userName;
const units = z.array(shortCode).min(1);
const taskReference = {
  unit: shortCode,
  /** Of a conclusion: which, and the number of its item. */
  conclusion: z.string().optional(),
  item: z.number().int().optional(),
  /** Of the supervision: the number of its requirement. */
  requirement: z.number().int().optional(),
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
  plain('present'),
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

export const round = z.strictObject({
  seed: z.number().int(),
  administration: shortCode,
  note: z.string(),
  /** What the text leaves open and is taken as said here. */
  assumed: z.string().optional(),
  cycle: z.strictObject({
    code: z.string(),
    names,
    criteriaSet: z.string(),
    period: reportingPeriod,
    procedure: z.string().optional(),
    stages: z.array(stageDeadline),
    units,
    illustrative: z.boolean(),
  }),
  /** By code of the unit. */
  figures: z.record(z.string(), unitFigures),
  conclusions: z.record(z.string(), conclusion).default({}),
  supervision: supervision.optional(),
  script: z.array(step),
  /** Goes on where the sample stands; played by tests only. */
  afterwards: z.array(step).default([]),
});
export type Round = z.infer<typeof round>;

export const sample = z.strictObject({
  /** Of every demo account. */
  password: z.string().min(8),
  /** When the clock of the sample starts, and where it stands. */
  begins: at,
  stands: at,
  administrations: z.array(z.string()),
  /** Files by code of the administration. */
  criteriaSets: z.record(z.string(), z.array(z.string())),
  rounds: z.array(z.string()),
  /** Accounts worth showing first. */
  shown: z.array(userName),
});
export type Sample = z.infer<typeof sample>;
