import { z } from 'zod';
import { criteriaCode, criteriaSetContent, elementKinds, formulaText } from './criteria.js';
import type { ErrorText } from './errors.js';
import { figureCell, figureView, monthText, saveFigures } from './figures.js';
import { findingView } from './findings.js';
import { day, listQuery, names, pageOf, reason, uuid } from './lists.js';
import { deadlineView, reportingPeriod } from './review-cycles.js';
import { unrankedReasons } from './unranked.js';

export const submissionStates = [
  'open',
  'submitted',
  'approved',
  'accepted',
  'returned',
  'missing',
  'excused',
  'withdrawn',
] as const;
export type SubmissionState = (typeof submissionStates)[number];

/** One level sends the submission on to the next. */
export const submissionStep = z.strictObject({ reason: reason.optional() });
/** Sent back, reopened: never without saying why. */
export const submissionStepWithReason = z.strictObject({ reason });
export type SubmissionStep = z.infer<typeof submissionStep>;

/** A question on a figure, or the answer to one: no formal return. */
export const discussFigure = z.strictObject({
  element: criteriaCode,
  month: monthText.optional(),
  text: z.string().normalize('NFC').trim().min(1).max(2000),
});
export type DiscussFigure = z.infer<typeof discussFigure>;

export const messageSent = z.object({ id: uuid, messageId: uuid, revision: z.number().int() });

const unit = z.object({ id: uuid, code: z.string(), names, shortName: z.string().nullable() });

export const submissionItem = z.object({
  id: uuid,
  cycle: z.object({ id: uuid, code: z.string(), names }),
  unit,
  peerGroup: z.object({ id: uuid, names }).nullable(),
  state: z.enum(submissionStates),
  stateNames: names,
  /** Not handed in (or handed in) after its deadline. */
  late: z.boolean(),
  deadline: deadlineView.nullable(),
  submittedAt: z.iso.datetime().nullable(),
  approvedAt: z.iso.datetime().nullable(),
  acceptedAt: z.iso.datetime().nullable(),
  /** Cells the unit is to fill, and those that have a figure or one of the other states. */
  cells: z.object({ filled: z.number().int(), total: z.number().int() }),
  /** Findings nobody has settled. */
  openFindings: z.number().int(),
  revision: z.number().int(),
});
export type SubmissionItem = z.infer<typeof submissionItem>;

export const submissionSorts = ['unit', 'state', 'deadline', 'submittedAt'] as const;
export const submissionList = listQuery.extend({
  sort: z.enum(submissionSorts).default('unit'),
  cycleId: uuid.optional(),
  unitId: uuid.optional(),
  peerGroupId: uuid.optional(),
  state: z.enum(submissionStates).optional(),
  late: z.stringbool().optional(),
});
export type SubmissionList = z.infer<typeof submissionList>;
export const submissionPage = pageOf(submissionItem);

/** What the person may do now; where not, why: a code of the error tables and its words. */
export const submissionAction = z.object({
  event: z.enum(['save', 'submit', 'approve', 'return', 'recall', 'accept', 'reopen', 'discuss']),
  names,
  allowed: z.boolean(),
  /** Whether the step leads on from where the submission stands: what hinders it can be mended. */
  here: z.boolean(),
  why: names.nullable(),
  reasonRequired: z.boolean(),
});
export type SubmissionAction = z.infer<typeof submissionAction>;

export const figureMessageView = z.object({
  id: uuid,
  element: z.string(),
  month: monthText.nullable(),
  side: z.enum(['unit', 'secretariat']),
  author: z.string(),
  text: z.string(),
  at: z.iso.datetime(),
});
export type FigureMessageView = z.infer<typeof figureMessageView>;

/** One row of the form: an element, or one month of a monthly element. */
export const formRow = z.object({
  element: z.string(),
  month: monthText.nullable(),
  period: z.object({ start: day, end: day }),
  /** Whether this person may fill it now. */
  editable: z.boolean(),
  current: figureView.nullable(),
  /** Of the cycle before, and of the same period a year ago; null where there is none that compares. */
  previous: figureView.nullable(),
  lastYear: figureView.nullable(),
});
export type FormRow = z.infer<typeof formRow>;

export const formElement = z.object({
  code: z.string(),
  names,
  measure: names,
  kind: z.enum(elementKinds),
  filledBy: z.enum(['unit', 'secretariat']),
  frequency: z.enum(['period', 'monthly']),
  source: z.string().nullable(),
  guide: names.nullable(),
  tiers: z.array(names).nullable(),
  illustrative: z.boolean(),
});
export type FormElement = z.infer<typeof formElement>;

/** Cells as they are typed now; the others count as they are stored. Nothing is saved. */
export const previewFigures = z.strictObject({
  cells: z.array(figureCell.pick({ element: true, month: true, state: true, value: true })).max(2000),
  language: saveFigures.shape.language,
});
export type PreviewFigures = z.input<typeof previewFigures>;

/** What the unit would get for these figures, by the rules of the cycle's set. */
export const previewedScores = z.object({
  indicators: z.array(
    z.object({
      indicator: criteriaCode,
      /** `error`: the figures contradict the definition. */
      state: z.enum(['scored', 'missing', 'not-applicable', 'error']),
      /** As it is shown; null where there is no value. */
      shownValue: z.string().nullable(),
      /** Null where the indicator gives none, or is taken out of the total. */
      shownPoints: z.string().nullable(),
    }),
  ),
  /** Null while it cannot be given. */
  shownTotal: z.string().nullable(),
  /** Why there is no total yet; null where there is one. */
  noTotal: z.enum(unrankedReasons).nullable(),
  maxPoints: z.string(),
});
export type PreviewedScores = z.infer<typeof previewedScores>;

/** Everything the entry screen needs, also what a 409 carries as `current`. */
export const submissionForm = submissionItem.extend({
  period: reportingPeriod,
  /** On the period's cut-off day: some thresholds and figures are for some types of units only. */
  unitType: z.string(),
  criteriaSet: z.object({ versionId: uuid, code: z.string(), names, version: z.number().int() }),
  actions: z.array(submissionAction),
  elements: z.array(formElement),
  /** Elements nobody fills in, so that what they are made of is found. */
  calculated: z.array(formElement.pick({ code: true, names: true }).extend({ formula: formulaText })),
  rows: z.array(formRow),
  /** Definitions for the live rate, target and threshold beside the rows. */
  indicators: criteriaSetContent.shape.indicators,
  findings: z.array(findingView),
  messages: z.array(figureMessageView),
});
export type SubmissionForm = z.infer<typeof submissionForm>;

/** What the secretariat fills in itself for all units of a cycle: external scores and the like. */
export const externalFigures = z.object({
  cycle: z.object({ id: uuid, code: z.string(), names }),
  elements: z.array(formElement),
  units: z.array(
    z.object({
      unit,
      submissionId: uuid,
      rows: z.array(formRow.omit({ lastYear: true })),
    }),
  ),
});
export type ExternalFigures = z.infer<typeof externalFigures>;

/** How a cycle's collection stands, all units together. */
export const collectionProgress = z.object({
  cycleId: uuid,
  total: z.number().int(),
  open: z.number().int(),
  submitted: z.number().int(),
  approved: z.number().int(),
  accepted: z.number().int(),
  returned: z.number().int(),
  missing: z.number().int(),
  late: z.number().int(),
  cells: z.object({ filled: z.number().int(), total: z.number().int() }),
  openFindings: z.number().int(),
  /** Units that have not handed in, in the order of the tree. */
  waiting: z.array(unit.extend({ submissionId: uuid, state: z.enum(submissionStates), late: z.boolean() })),
});
export type CollectionProgress = z.infer<typeof collectionProgress>;

export const submissionErrors = {
  FIGURES_OVERTAKEN: {
    status: 409,
    vi: 'Người khác vừa nhập {count} số trong những ô này. Xem số mới rồi quyết định; chưa có gì được lưu, những gì đã nhập vẫn còn.',
    en: 'Somebody else has just entered {count} of these figures. Look at them, then decide; nothing was saved, and what you typed is kept.',
  },
  ELEMENT_NOT_IN_SET: {
    status: 422,
    vi: 'Bộ tiêu chí của đợt này không có mục số liệu “{element}”.',
    en: 'The criteria set of this cycle has no data element “{element}”.',
  },
  ELEMENT_NOT_FOR_UNIT: {
    status: 422,
    vi: 'Mục “{name}” không áp dụng cho loại đơn vị này. Bỏ ô này.',
    en: '“{name}” does not apply to this type of unit. Leave this cell out.',
  },
  ELEMENT_CALCULATED: {
    status: 422,
    vi: 'Mục “{name}” do hệ thống tính từ các mục khác, không nhập.',
    en: '“{name}” is calculated from other elements and is not entered.',
  },
  ELEMENT_OF_SECRETARIAT: {
    status: 422,
    vi: 'Mục “{name}” do cơ quan thường trực nhập, đơn vị không nhập.',
    en: '“{name}” is entered by the secretariat, not by the unit.',
  },
  ELEMENT_OF_UNIT: {
    status: 422,
    vi: 'Mục “{name}” do đơn vị tự nhập, không nhập thay ở đây.',
    en: '“{name}” is filled by the unit itself and not entered here.',
  },
  CELL_TWICE: {
    status: 422,
    vi: 'Ô này có hai lần trong một lần lưu. Giữ lại một.',
    en: 'This cell comes twice in one save. Keep one.',
  },
  MONTH_MISSING: {
    status: 422,
    vi: 'Mục “{name}” nhập theo tháng. Chọn tháng.',
    en: '“{name}” is filled month by month. Name the month.',
  },
  MONTH_UNEXPECTED: {
    status: 422,
    vi: 'Mục “{name}” nhập một số cho cả kỳ, không theo tháng.',
    en: '“{name}” is one figure for the whole period, not one a month.',
  },
  MONTH_OUTSIDE: {
    status: 422,
    vi: 'Tháng {month} nằm ngoài kỳ báo cáo {start} – {end}.',
    en: 'Month {month} lies outside the period {start} – {end}.',
  },
  VALUE_UNEXPECTED: {
    status: 422,
    vi: 'Đã chọn “{state}” thì để trống số. Nếu là số không, chọn “có số liệu” và nhập 0.',
    en: 'With “{state}” there is no number. For a true zero choose “a figure” and type 0.',
  },
  VALUE_NEGATIVE: {
    status: 422,
    vi: 'Mục “{name}” không nhận số âm.',
    en: '“{name}” cannot be negative.',
  },
  VALUE_NOT_YES_NO: {
    status: 422,
    vi: 'Mục “{name}” chỉ nhận có (1) hoặc không (0).',
    en: '“{name}” takes only yes (1) or no (0).',
  },
  VALUE_NOT_A_RANK: {
    status: 422,
    vi: 'Thứ hạng của “{name}” là số nguyên từ 1.',
    en: 'The rank of “{name}” is a whole number from 1.',
  },
  VALUE_NOT_A_TIER: {
    status: 422,
    vi: 'Mục “{name}” chỉ nhận một trong {count} nhóm đã liệt kê, từ 1 đến {count}.',
    en: '“{name}” takes one of the {count} tiers listed, from 1 to {count}.',
  },
  PART_OVER_WHOLE: {
    status: 422,
    vi: '{partName} ({part}) không thể lớn hơn {wholeName} ({whole}). Sửa một trong hai.',
    en: '{partName} ({part}) cannot be more than {wholeName} ({whole}). Mend one of the two.',
  },
  PERIOD_NOT_BEGUN: {
    status: 422,
    vi: 'Kỳ số liệu bắt đầu ngày {start} chưa đến. Chỉ nhập được từ ngày đó.',
    en: 'The period begins on {start} and has not begun. It can be filled from that day on.',
  },
  NOT_WHILE_WITH_NEXT_LEVEL: {
    status: 409,
    vi: 'Báo cáo đang ở bước “{state}” nên không sửa được số liệu. Rút lại báo cáo, hoặc chờ trả lại.',
    en: 'The submission stands at “{state}”, so its figures cannot be changed. Recall it, or wait for its return.',
  },
  CYCLE_NOT_COLLECTING: {
    status: 409,
    vi: 'Đợt này không ở bước thu thập số liệu.',
    en: 'The cycle does not collect figures now.',
  },
  RECALL_TOO_LATE: {
    status: 409,
    vi: 'Đã hết thời gian thu thập nên không rút lại được nữa. Nếu cần sửa số liệu, đề nghị tổ thư ký trả lại báo cáo.',
    en: 'The collection is over, so the report cannot be recalled. To mend its figures, ask the secretariat to return it.',
  },
  CELLS_LEFT_OPEN: {
    status: 409,
    vi: 'Còn {count} ô chưa nhập. Nhập số, hoặc chọn: không phát sinh, không áp dụng, chưa có dữ liệu.',
    en: '{count} cells are still empty. Type a figure, or choose: nothing occurred, not applicable, no data yet.',
  },
} as const satisfies Record<string, ErrorText>;
