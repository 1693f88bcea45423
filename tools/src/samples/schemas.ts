import {
  createPeerGroupsCommand,
  criteriaSetContent,
  day,
  draftDocumentedConclusion,
  fullName,
  names,
  newRole,
  newUnit,
  reportingPeriod,
  shortCode,
  stageDeadline,
  userName,
} from '@nhip/contracts';
import { z } from 'zod';
import { unitFigures } from './sample-figure.js';
import { at, step } from './steps.js';

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
const conclusion = draftDocumentedConclusion
  .omit({ items: true, cycleId: true })
  .extend({ items: z.array(conclusionItem) });
export type SampleConclusion = z.infer<typeof conclusion>;

const publishedDemand = z.strictObject({ task: z.string(), text: z.string() });
const supervision = z.strictObject({
  title: z.string(),
  units: z.array(shortCode).min(1),
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
    units: z.array(shortCode).min(1),
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
