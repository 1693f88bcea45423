import { z } from 'zod';
import { criteriaCode } from './criteria.js';
import type { ErrorText } from './errors.js';
import { monthText } from './figures.js';
import { formatDay } from './dates.js';
import { day, pageOf, reason, uuid } from './lists.js';

/** What an evidence file may be: media type by the ending of its name. The content has to agree. */
export const evidenceTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  txt: 'text/plain',
  csv: 'text/csv',
} as const;
export type EvidenceExtension = keyof typeof evidenceTypes;

/** The largest evidence file, in bytes. */
export const LARGEST_EVIDENCE = 30 * 1024 * 1024;

/** What evidence is given for: a figure of a submission, a task (its answer or report), the answer to a finding. */
export const evidenceSubjects = ['submission', 'task', 'finding'] as const;
export const evidenceSubject = z.enum(evidenceSubjects);
export type EvidenceSubject = z.infer<typeof evidenceSubject>;

/** An empty box of a form says nothing. */
const blankAsNothing = (value: unknown): unknown => (value === '' ? undefined : value);
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(blankAsNothing, schema.optional());
const words = (most: number) => z.string().normalize('NFC').trim().max(most);

/** What is said of a file beside its bytes: of what it is evidence, and how it is cited. */
export const evidenceWords = z.strictObject({
  subjectKind: evidenceSubject,
  subjectId: uuid,
  /** Of a submission: the figure. */
  element: optional(criteriaCode),
  /** `2022-05`, of a figure filled month by month. */
  month: optional(monthText),
  documentNumber: optional(words(100)),
  documentOn: optional(day),
  page: optional(words(50)),
  note: optional(words(500)),
});
export type EvidenceWords = z.output<typeof evidenceWords>;

export const evidenceList = z.strictObject({ subjectKind: evidenceSubject, subjectId: uuid });
export type EvidenceList = z.infer<typeof evidenceList>;

export const evidenceItem = z.object({
  id: uuid,
  /** Running number within the unit. */
  number: z.number().int(),
  unitId: uuid,
  subjectKind: evidenceSubject,
  subjectId: uuid,
  element: z.string().nullable(),
  /** `2022-05` */
  month: z.string().nullable(),
  name: z.string(),
  mediaType: z.string(),
  /** Bytes. */
  size: z.number().int(),
  sha256: z.string(),
  documentNumber: z.string().nullable(),
  documentOn: day.nullable(),
  page: z.string().nullable(),
  note: z.string().nullable(),
  givenBy: z.string().nullable(),
  givenAt: z.iso.datetime(),
  /** When it left the unit with what it proves; until then it is the unit's own. */
  submittedAt: z.iso.datetime().nullable(),
  withdrawnAt: z.iso.datetime().nullable(),
  /** Whether the reader may take it back. */
  mayWithdraw: z.boolean(),
});
export type EvidenceItem = z.infer<typeof evidenceItem>;
export const evidencePage = pageOf(evidenceItem).extend({
  /** Whether the reader may give more. */
  mayGive: z.boolean(),
});
export type EvidencePage = z.infer<typeof evidencePage>;

export const withdrawEvidence = z.strictObject({ reason: reason.optional() });

export const evidenceGiven = z.object({ id: uuid, number: z.number().int() });

const citationWords = {
  vi: { number: 'số {number}', on: 'ngày {day}', page: 'trang {page}' },
  en: { number: 'no. {number}', on: 'of {day}', page: 'page {page}' },
} as const;

/** “số 25/BC-UBND ngày 10/10/2022, trang 3”; empty where nothing is cited. */
export function citeEvidence(
  { documentNumber, documentOn, page }: Pick<EvidenceItem, 'documentNumber' | 'documentOn' | 'page'>,
  language: 'vi' | 'en',
): string {
  const text = citationWords[language];
  const document = [
    documentNumber === null ? '' : text.number.replace('{number}', () => documentNumber),
    documentOn === null ? '' : text.on.replace('{day}', formatDay(documentOn)),
  ];
  const where = page === null ? '' : text.page.replace('{page}', () => page);
  return [document.filter(Boolean).join(' '), where].filter(Boolean).join(', ');
}

export const evidenceErrors = {
  EVIDENCE_TYPE_NOT_ALLOWED: {
    status: 422,
    vi: 'Tệp “{name}” không thuộc loại được nhận. Lưu lại thành một trong các loại: {allowed}; tệp .doc, .xls cũ thì lưu thành .docx, .xlsx hoặc PDF.',
    en: 'The file “{name}” is not of a kind that is taken. Save it as one of: {allowed}; an old .doc or .xls as .docx, .xlsx or PDF.',
  },
  EVIDENCE_NOT_WHAT_IT_SAYS: {
    status: 422,
    vi: 'Nội dung tệp “{name}” không phải là {expected} như tên tệp (bên trong là: {found}). Chọn đúng tệp, hoặc mở tệp và lưu lại đúng loại.',
    en: 'The content of “{name}” is not {expected} as its name says (inside it is: {found}). Choose the right file, or open it and save it as what it is.',
  },
  EVIDENCE_WITH_MACRO: {
    status: 422,
    vi: 'Tệp “{name}” có macro ({part}). Lưu lại thành loại không có macro, hoặc PDF, rồi gửi lại.',
    en: 'The file “{name}” carries a macro ({part}). Save it without macros, or as PDF, and send it again.',
  },
  EVIDENCE_ARCHIVE_UNSAFE: {
    status: 422,
    vi: 'Tệp “{name}” được nén bất thường: {why}. Mở tệp, lưu lại (hoặc xuất PDF) rồi gửi lại.',
    en: 'The file “{name}” is packed in an unusual way: {why}. Open it, save it again (or export a PDF) and send that.',
  },
  EVIDENCE_HIDES_ANOTHER: {
    status: 422,
    vi: 'Trong tệp “{name}” có giấu một tệp nén. Mở tệp, lưu lại rồi gửi lại; tệp kia nếu cần thì gửi riêng.',
    en: 'An archive is hidden in the file “{name}”. Open it, save it again and send that; send the other one by itself if it is needed.',
  },
  EVIDENCE_LOCKED: {
    status: 422,
    vi: 'Tệp “{name}” có mật khẩu nên không kiểm tra được. Bỏ mật khẩu rồi gửi lại.',
    en: 'The file “{name}” has a password and cannot be checked. Take the password off and send it again.',
  },
  EVIDENCE_TEXT_UNREADABLE: {
    status: 422,
    vi: 'Tệp “{name}” không phải văn bản đọc được. Lưu lại với mã hóa UTF-8 rồi gửi lại.',
    en: 'The file “{name}” is no readable text. Save it in UTF-8 and send it again.',
  },
  EVIDENCE_EMPTY: {
    status: 422,
    vi: 'Tệp “{name}” rỗng. Chọn lại tệp.',
    en: 'The file “{name}” is empty. Choose it again.',
  },
  EVIDENCE_TOO_LARGE: {
    status: 413,
    vi: 'Tệp lớn hơn {most} MB. Nén ảnh, quét ở độ phân giải thấp hơn, hoặc chia thành nhiều tệp.',
    en: 'The file is larger than {most} MB. Make the pictures smaller, scan at a lower resolution, or split it.',
  },
  EVIDENCE_TOO_MANY: {
    status: 422,
    vi: 'Mục này đã có {most} tệp minh chứng. Gộp các trang vào một tệp.',
    en: 'There are {most} evidence files here already. Put the pages into one file.',
  },
  EVIDENCE_CLOSED: {
    status: 409,
    vi: 'Mục này không nhận thêm minh chứng lúc này: đã gửi đi hoặc đã kết thúc. Đợi được trả lại, hoặc liên hệ thư ký.',
    en: 'No more evidence is taken here now: it was sent, or it has ended. Wait until it is returned, or ask the secretariat.',
  },
  EVIDENCE_NOT_YOURS: {
    status: 409,
    vi: 'Chỉ người đã gửi mới rút lại được minh chứng, và chỉ khi chưa nộp.',
    en: 'Evidence is taken back by whoever gave it, and only before it is handed in.',
  },
  EVIDENCE_FILE_MISSING: {
    status: 503,
    vi: 'Không đọc được tệp minh chứng này từ kho lưu. Báo quản trị viên kiểm tra thư mục minh chứng.',
    en: 'This evidence file cannot be read from its store. Ask an administrator to look at the evidence folder.',
  },
  EVIDENCE_NO_ROOM: {
    status: 507,
    vi: 'Kho minh chứng trên máy chủ đã hết chỗ nên tệp chưa được nhận. Báo quản trị viên, rồi gửi lại tệp.',
    en: 'There is no room left in the server’s store of evidence, and the file was not taken. Tell an administrator, then send it again.',
  },
  EVIDENCE_NOT_KEPT: {
    status: 503,
    vi: 'Máy chủ chưa có thư mục lưu minh chứng. Báo quản trị viên đặt EVIDENCE_DIR.',
    en: 'This server has no folder for evidence yet. Ask an administrator to set EVIDENCE_DIR.',
  },
} as const satisfies Record<string, ErrorText>;

/** Why an archive is refused, in words. */
export const archiveFaults = {
  'too-many-entries': {
    vi: 'có quá nhiều phần bên trong',
    en: 'it has too many parts',
  },
  'too-much-inside': {
    vi: 'giải nén ra quá lớn so với kích thước tệp',
    en: 'it unpacks to far more than its size',
  },
  'overlapping-entries': {
    vi: 'các phần bên trong chồng lên nhau',
    en: 'its parts lie on top of each other',
  },
  'path-outside': {
    vi: 'tên một phần bên trong trỏ ra ngoài',
    en: 'the name of a part leads outside',
  },
  'lying-sizes': {
    vi: 'kích thước khai bên trong không đúng',
    en: 'the sizes it declares are not true',
  },
  broken: { vi: 'tệp hỏng hoặc thiếu', en: 'it is damaged or cut off' },
} as const satisfies Record<string, { readonly vi: string; readonly en: string }>;
export type ArchiveFault = keyof typeof archiveFaults;
