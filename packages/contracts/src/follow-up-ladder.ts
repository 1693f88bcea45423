import { z } from 'zod';
import { unitShown } from './follow-up-parts.js';
import { day, uuid } from './lists.js';

/** What the council does about a requirement or recommendation that is not done, in this order. */
export const councilSteps = [
  'urge',
  'urge-again',
  'refer',
  'explanation-session',
  'questioning',
  'supervise-again',
  'report-to-council',
] as const;
export type CouncilStep = (typeof councilSteps)[number];
export const councilStepNames = {
  urge: { vi: 'Đôn đốc lần 1', en: 'First urging' },
  'urge-again': { vi: 'Đôn đốc lần tiếp theo', en: 'Further urging' },
  refer: { vi: 'Kiến nghị cấp có thẩm quyền xử lý', en: 'Referred to the competent authority' },
  'explanation-session': { vi: 'Đưa vào phiên giải trình', en: 'Put to an explanation session' },
  questioning: { vi: 'Đưa vào nội dung chất vấn', en: 'Put to questioning' },
  'supervise-again': { vi: 'Tổ chức giám sát lại', en: 'Supervised again' },
  'report-to-council': { vi: 'Báo cáo HĐND xem xét', en: 'Reported to the People’s Council' },
} as const satisfies Record<CouncilStep, { vi: string; en: string }>;

export const councilSubjects = ['requirement', 'recommendation'] as const;
export type CouncilSubject = (typeof councilSubjects)[number];

/** Calendar days to answer an explanation session (Law 121/2025, Art. 40, as practised); complex matters get longer. */
export const explanationDays = { plain: 15, complex: 30 } as const;

export const takeCouncilStep = z.strictObject({
  record: z.strictObject({ kind: z.enum(councilSubjects), id: uuid }),
  step: z.enum(councilSteps),
  documentNumber: z.string().trim().min(1).max(100),
  /** Day of the document; today where missing. */
  onDay: day.optional(),
  /** With an explanation session: the longer time to explain. */
  complex: z.boolean().default(false),
  /** Needed where steps are passed over. */
  note: z.string().trim().max(2000).default(''),
});
export type TakeCouncilStep = z.input<typeof takeCouncilStep>;

/** Its place on the ladder of its record. */
export const councilStepNumber = z.object({ number: z.number().int() });
export const councilStepTaken = z.object({
  number: z.number().int(),
  step: z.enum(councilSteps),
  onDay: day,
  documentNumber: z.string(),
  note: z.string(),
  /** By when it is to be explained. */
  answerBy: day.nullable(),
  at: z.iso.datetime(),
});
export type CouncilStepTaken = z.infer<typeof councilStepTaken>;

/** The steps of one record, and which its team may take now. */
export const councilLadder = z.object({
  record: z.object({ kind: z.enum(councilSubjects), id: uuid }),
  title: z.string(),
  /** Of a requirement, whose it is to do; of a recommendation, who recommends: null for the team. */
  unit: unitShown.nullable(),
  ended: z.boolean(),
  taken: z.array(councilStepTaken),
  offered: z.array(z.enum(councilSteps)),
});
export type CouncilLadder = z.infer<typeof councilLadder>;
export const councilLadders = z.object({ items: z.array(councilLadder) });
