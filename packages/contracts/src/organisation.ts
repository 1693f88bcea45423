import { z } from 'zod';
import type { ErrorText } from './errors.js';
import { day, listQuery, names, pageOf, reason, uuid } from './lists.js';

/** Kinds of org unit with their words; those abolished on 1/7/2025 stay for history. */
export const unitTypeNames = {
  'people-committee': { vi: 'Ủy ban nhân dân', en: "People's Committee" },
  'people-council': { vi: 'Hội đồng nhân dân', en: "People's Council" },
  office: { vi: 'Văn phòng', en: 'Office' },
  department: { vi: 'Sở, ban, ngành', en: 'Department' },
  division: { vi: 'Phòng, ban', en: 'Division' },
  centre: { vi: 'Trung tâm', en: 'Centre' },
  'public-service-unit': { vi: 'Đơn vị sự nghiệp', en: 'Public service unit' },
  enterprise: { vi: 'Doanh nghiệp, bưu điện', en: 'Enterprise, post' },
  ward: { vi: 'Phường', en: 'Ward' },
  commune: { vi: 'Xã', en: 'Commune' },
  'special-zone': { vi: 'Đặc khu', en: 'Special zone' },
  township: { vi: 'Thị trấn', en: 'Township' },
  'rural-district': { vi: 'Huyện', en: 'Rural district' },
  'urban-district': { vi: 'Quận', en: 'Urban district' },
  town: { vi: 'Thị xã', en: 'Town' },
  city: { vi: 'Thành phố', en: 'City' },
  other: { vi: 'Khác', en: 'Other' },
} as const satisfies Record<string, { readonly vi: string; readonly en: string }>;
export type UnitType = keyof typeof unitTypeNames;
export const unitTypes = Object.keys(unitTypeNames) as [UnitType, ...UnitType[]];
export const unitType = z.enum(unitTypes);

/** Short code, unique in its administration and never changed: `SNV`, `P.DAP-CAU`, `31.SNV`. */
export const shortCode = z
  .string()
  .trim()
  .regex(/^[A-Z0-9](?:[A-Z0-9._-]{0,38}[A-Z0-9])?$/);

export const createPeerGroupsCommand = z.strictObject({
  peerGroups: z
    .array(z.strictObject({ code: shortCode, names, sort: z.number().int().min(0).max(10_000).default(0) }))
    .min(1)
    .max(200),
});
export type CreatePeerGroupsCommand = z.input<typeof createPeerGroupsCommand>;

export const changePeerGroupCommand = z.strictObject({
  names: names.optional(),
  sort: z.number().int().min(0).max(10_000).optional(),
  reason: reason.optional(),
});
export type ChangePeerGroupCommand = z.infer<typeof changePeerGroupCommand>;

/** Parents may be in the same list, in any order. */
export const newUnit = z.strictObject({
  code: shortCode,
  names,
  shortName: z.string().trim().min(1).max(60).nullish(),
  unitType,
  parentCode: shortCode.nullish(),
  peerGroupCode: shortCode.nullish(),
  /** First day on which the unit exists. */
  from: day,
});
export type NewUnit = z.infer<typeof newUnit>;

export const createUnitsCommand = z.strictObject({
  units: z.array(newUnit).min(1).max(5000),
  reason: reason.optional(),
});
export type CreateUnitsCommand = z.infer<typeof createUnitsCommand>;

/** What is left out stays as it is; `null` empties. */
export const changeUnitCommand = z.strictObject({
  /** First day on which the change holds. */
  from: day,
  names: names.optional(),
  shortName: z.string().trim().min(1).max(60).nullish(),
  unitType: unitType.optional(),
  parentCode: shortCode.nullish(),
  peerGroupCode: shortCode.nullish(),
  reason,
});
export type ChangeUnitCommand = z.infer<typeof changeUnitCommand>;

const named = z.object({ id: uuid, code: z.string(), names });
export const unitView = z.object({
  id: uuid,
  code: z.string(),
  revision: z.number().int(),
  names,
  shortName: z.string().nullable(),
  unitType,
  parent: named.nullable(),
  peerGroup: named.nullable(),
  /** 0 for a root. */
  depth: z.number().int(),
  validFrom: day,
  /** First day on which this name and place no longer hold. */
  validTo: day.nullable(),
});
export type UnitView = z.infer<typeof unitView>;
export const unitPage = pageOf(unitView);

export const unitSortNames = ['tree', 'code', 'name', 'unitType'] as const;
export const listUnitsQuery = listQuery.extend({
  sort: z.enum(unitSortNames).default('tree'),
  /** The day as of which the tree is read; today by business time. */
  on: day.optional(),
  unitType: unitType.optional(),
  peerGroupId: uuid.optional(),
  parentId: uuid.optional(),
  /** Only this unit and what is below it. */
  within: uuid.optional(),
  ids: z.array(uuid).max(500).optional(),
});
export type ListUnitsQuery = z.infer<typeof listUnitsQuery>;

const unitVersionView = unitView.pick({
  names: true,
  shortName: true,
  unitType: true,
  parent: true,
  peerGroup: true,
  validFrom: true,
  validTo: true,
});
const successorView = z.object({ unit: named, on: day, share: z.string().nullable() });
/** A unit as of a day, with all its names and places over time, the newest first. */
export const unitDetail = unitView.extend({
  versions: z.array(unitVersionView),
  predecessors: z.array(successorView),
  successors: z.array(successorView),
});
export type UnitDetail = z.infer<typeof unitDetail>;

export const peerGroupView = z.object({
  id: uuid,
  code: z.string(),
  revision: z.number().int(),
  names,
  sort: z.number().int(),
  /** Units in it today. */
  units: z.number().int(),
});
export type PeerGroupView = z.infer<typeof peerGroupView>;
export const peerGroupPage = pageOf(peerGroupView);
export const listPeerGroupsQuery = listQuery.extend({
  sort: z.enum(['sort', 'code', 'name']).default('sort'),
});
export type ListPeerGroupsQuery = z.infer<typeof listPeerGroupsQuery>;

/** How an import is run. Without `goodRowsOnly` nothing is written unless every row is good. */
export const importOptions = z.strictObject({
  dryRun: z.boolean().default(true),
  goodRowsOnly: z.boolean().default(false),
});
export type ImportOptions = z.infer<typeof importOptions>;

/** What is wrong with one cell of an imported file. `code` and `params` give the message. */
export interface RowProblem {
  /** As the spreadsheet counts: the heading is row 1. */
  readonly row: number;
  /** The column's heading as it stands in the file; empty where the whole row is meant. */
  readonly column: string;
  readonly value: string;
  readonly code: string;
  readonly params: Readonly<Record<string, string>>;
}

export interface ImportOutcome {
  readonly rows: number;
  readonly goodRows: number;
  readonly problems: readonly RowProblem[];
  /** Whether anything was written: never in a dry run. */
  readonly written: boolean;
}
/** The outcome as the API answers it: each problem with its message in the reader's language. */
export const importReport = z.object({
  rows: z.number().int(),
  goodRows: z.number().int(),
  written: z.boolean(),
  problems: z.array(
    z.object({
      row: z.number().int(),
      column: z.string(),
      value: z.string(),
      code: z.string(),
      message: z.string(),
    }),
  ),
});
export type ImportReport = z.infer<typeof importReport>;

/** Headings of the columns of an import file: the first is written in the template, all are understood. */
export const unitColumns = {
  code: { required: true, headings: ['Mã đơn vị', 'Mã', 'Code'] },
  nameVi: { required: true, headings: ['Tên đơn vị', 'Tên', 'Name'] },
  nameEn: { required: false, headings: ['Tên tiếng Anh', 'English name'] },
  shortName: { required: false, headings: ['Tên viết tắt', 'Tên gọi tắt', 'Short name'] },
  unitType: { required: true, headings: ['Loại đơn vị', 'Loại', 'Type'] },
  parentCode: { required: false, headings: ['Mã đơn vị cấp trên', 'Mã cấp trên', 'Parent code'] },
  peerGroupCode: { required: false, headings: ['Mã khối', 'Khối', 'Peer group code'] },
  from: { required: false, headings: ['Từ ngày', 'Hiệu lực từ', 'From'] },
} as const;

export const organisationErrors = {
  ADMINISTRATION_EXISTS: {
    status: 409,
    vi: 'Đã có cơ quan mang mã “{code}”. Chọn mã khác.',
    en: 'There is an administration with the code “{code}” already. Choose another code.',
  },
  TIME_ZONE_UNKNOWN: {
    status: 422,
    vi: 'Không có múi giờ “{timeZone}”. Ví dụ đúng: Asia/Ho_Chi_Minh.',
    en: 'There is no time zone “{timeZone}”. A right one is Asia/Ho_Chi_Minh.',
  },
  PEER_GROUP_EXISTS: {
    status: 409,
    vi: 'Mã khối “{code}” đã được dùng. Chọn mã khác.',
    en: 'The peer group code “{code}” is in use. Choose another.',
  },
  PEER_GROUP_UNKNOWN: {
    status: 422,
    vi: 'Không có khối mang mã “{code}”. Tạo khối trước hoặc sửa mã.',
    en: 'There is no peer group with the code “{code}”. Create it first or mend the code.',
  },
  UNIT_EXISTS: {
    status: 409,
    vi: 'Mã đơn vị “{code}” đã được dùng. Mỗi đơn vị một mã; chọn mã khác.',
    en: 'The unit code “{code}” is in use. Every unit has its own code; choose another.',
  },
  UNIT_TWICE: {
    status: 422,
    vi: 'Mã đơn vị “{code}” có hai lần trong danh sách. Mỗi mã chỉ ghi một dòng.',
    en: 'The unit code “{code}” stands in the list twice. Give each code once.',
  },
  UNIT_UNKNOWN: {
    status: 422,
    vi: 'Không có đơn vị mang mã “{code}” vào ngày {on}. Kiểm tra mã và ngày hiệu lực.',
    en: 'There is no unit with the code “{code}” on {on}. Check the code and the day.',
  },
  UNIT_OUT_OF_REACH: {
    status: 403,
    vi: 'Đơn vị “{code}” ngoài phạm vi vai trò đang dùng. Chọn đơn vị trong phạm vi, hoặc chuyển vai trò.',
    en: 'The unit “{code}” is beyond the reach of your present role. Choose a unit within it, or switch role.',
  },
  ADMINISTRATION_OUT_OF_REACH: {
    status: 403,
    vi: 'Vai trò đang dùng chỉ quản lý một số đơn vị, không quản lý toàn cơ quan. Chọn một đơn vị trong phạm vi.',
    en: 'Your present role manages some units, not the whole administration. Choose a unit within its reach.',
  },
  UNIT_CYCLE: {
    status: 422,
    vi: 'Đơn vị “{code}” không thể trực thuộc chính nó hoặc đơn vị cấp dưới của nó. Chọn đơn vị cấp trên khác.',
    en: 'The unit “{code}” cannot belong to itself or to a unit below it. Choose another parent.',
  },
  UNIT_NOT_VALID_ON: {
    status: 409,
    vi: 'Vào ngày {on} đơn vị “{code}” chưa thành lập hoặc đã thôi hoạt động. Chọn ngày khác.',
    en: 'On {on} the unit “{code}” does not exist yet or any more. Choose another day.',
  },
  UNIT_CHANGED_LATER: {
    status: 409,
    vi: 'Đơn vị này đã có thay đổi từ ngày {from}. Thay đổi mới phải có hiệu lực từ ngày đó trở đi.',
    en: 'This unit changes on {from} already. A new change must hold from that day or later.',
  },
  UNIT_UNCHANGED: {
    status: 422,
    vi: 'Chưa có gì thay đổi. Sửa tên, loại, đơn vị cấp trên hoặc khối rồi lưu.',
    en: 'Nothing is changed. Change the name, type, parent or peer group, then save.',
  },
  ROW_EMPTY: {
    status: 422,
    vi: 'Ô này không được để trống.',
    en: 'This cell must not be empty.',
  },
  ROW_TOO_LONG: {
    status: 422,
    vi: 'Nội dung dài quá {max} ký tự. Rút gọn lại.',
    en: 'This is longer than {max} characters. Shorten it.',
  },
  ROW_CODE: {
    status: 422,
    vi: 'Mã “{value}” chưa đúng. Dùng chữ in hoa không dấu, số, dấu chấm, gạch ngang; ví dụ SNV hoặc P.DAP-CAU.',
    en: 'The code “{value}” is not right. Use capital letters without marks, digits, points, hyphens, such as SNV or P.DAP-CAU.',
  },
  ROW_UNIT_TYPE: {
    status: 422,
    vi: 'Không có loại đơn vị “{value}”. Dùng một trong: {allowed}.',
    en: 'There is no unit type “{value}”. Use one of: {allowed}.',
  },
  ROW_DAY: {
    status: 422,
    vi: '“{value}” không phải là ngày. Viết theo mẫu 01/07/2025.',
    en: '“{value}” is not a day. Write it as 01/07/2025.',
  },
  TABLE_FORMAT: {
    status: 422,
    vi: 'Tệp “{file}” không đọc được. Dùng tệp .xlsx hoặc .csv (mã hóa UTF-8).',
    en: 'The file “{file}” cannot be read. Use an .xlsx or a .csv file (UTF-8).',
  },
  TABLE_ENCODING: {
    status: 422,
    vi: 'Tệp “{file}” không phải mã hóa UTF-8 nên dấu tiếng Việt sẽ sai. Trong Excel, lưu lại thành “CSV UTF-8” hoặc .xlsx.',
    en: 'The file “{file}” is not UTF-8, so its letters would be wrong. In Excel save it as “CSV UTF-8” or .xlsx.',
  },
  TABLE_UNSAFE: {
    status: 422,
    vi: 'Tệp “{file}” có chứa macro hoặc nén bất thường nên không được nhận. Lưu lại thành tệp .xlsx thường.',
    en: 'The file “{file}” holds macros or is packed abnormally and was refused. Save it as a plain .xlsx.',
  },
  TABLE_EMPTY: {
    status: 422,
    vi: 'Tệp “{file}” không có dòng dữ liệu nào dưới dòng tiêu đề.',
    en: 'The file “{file}” has no rows below its headings.',
  },
  TABLE_TOO_LARGE: {
    status: 422,
    vi: 'Tệp “{file}” có quá {max} dòng. Chia nhỏ rồi nhập từng phần.',
    en: 'The file “{file}” has more than {max} rows. Split it and import the parts.',
  },
  TABLE_COLUMNS_MISSING: {
    status: 422,
    vi: 'Tệp “{file}” thiếu cột: {columns}. Dòng đầu tiên phải là tiêu đề cột.',
    en: 'The file “{file}” lacks the columns: {columns}. Its first row must hold the headings.',
  },
  TABLE_COLUMN_TWICE: {
    status: 422,
    vi: 'Tệp “{file}” có hai cột “{column}”. Bỏ bớt một cột.',
    en: 'The file “{file}” has the column “{column}” twice. Remove one.',
  },
} as const satisfies Record<string, ErrorText>;
