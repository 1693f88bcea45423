import { z } from 'zod';
import { criteriaCode, criteriaSetContent } from './criteria.js';
import { criteriaRemark } from './criteria-sets.js';
import { names, uuid } from './lists.js';

/** A whole set in a file of its own: what the JSON export writes and the import reads. */
export const criteriaSetFile = z.strictObject({
  code: criteriaCode,
  names,
  /** Of the version it was written from. */
  version: z.number().int().optional(),
  contentHash: z.string().optional(),
  content: criteriaSetContent,
});
export type CriteriaSetFile = z.infer<typeof criteriaSetFile>;

/** Where something stands in the file: a cell of a workbook, or a path in JSON (then without row and cell). */
const filePlace = {
  sheet: z.string(),
  row: z.number().int().nullable(),
  /** `C7`, the heading of a column, or a path in JSON. */
  cell: z.string(),
};
export const criteriaFileProblem = z.object({
  ...filePlace,
  /** `warning`: was left out of account. */
  severity: z.enum(['error', 'warning']),
  column: z.string(),
  found: z.string(),
  code: z.string(),
  message: z.string(),
});
export type CriteriaFileProblem = z.infer<typeof criteriaFileProblem>;

/** What an import would do, or did. Nothing is written while there is a problem that is an error. */
export const criteriaImportReport = z.object({
  written: z.boolean(),
  code: z.string().nullable(),
  names: names.nullable(),
  /** The set it goes into; null: a new one. `draft`: there is one, which is replaced. */
  target: z
    .object({
      id: uuid,
      code: z.string(),
      names,
      revision: z.number().int(),
      draft: z.boolean(),
      versionId: uuid.nullable(),
    })
    .nullable(),
  problems: z.array(criteriaFileProblem),
  /** What the linter says of the content, with the place in the file. */
  remarks: z.array(criteriaRemark.extend(filePlace)),
  content: criteriaSetContent.nullable(),
  /** After writing. */
  id: uuid.nullable(),
  versionId: uuid.nullable(),
});
export type CriteriaImportReport = z.infer<typeof criteriaImportReport>;

/** What is wrong with a cell, a sheet or a file, and what would be right. */
export const criteriaFileTexts = {
  SHEET_MISSING: {
    vi: 'Không có trang “{expected}”. Tệp có các trang: {found}. Dùng tệp xuất ra từ hệ thống làm mẫu.',
    en: 'There is no sheet “{expected}”. The file has: {found}. Begin from an exported workbook.',
  },
  SHEET_TWICE: {
    vi: 'Trang “{expected}” có hai lần: {found}. Giữ một trang.',
    en: 'The sheet “{expected}” is there twice: {found}. Keep one.',
  },
  SHEET_IGNORED: {
    vi: 'Trang “{found}” không thuộc bộ tiêu chí nên không đọc.',
    en: 'The sheet “{found}” is not part of a criteria set and is not read.',
  },
  HEADINGS_NOT_FIRST: {
    vi: 'Hàng 1 không phải hàng tiêu đề; tiêu đề đứng ở hàng {found}. Xóa các hàng phía trên để tiêu đề ở hàng 1.',
    en: 'Row 1 does not hold the headings; they stand in row {found}. Delete the rows above them.',
  },
  LINE_MISSING: {
    vi: 'Thiếu dòng “{expected}” ở cột A. Thêm dòng có tiêu đề này; để trống cột C nếu không dùng.',
    en: 'The line “{expected}” is missing in column A. Add it; leave column C blank where it is not used.',
  },
  COLUMN_UNNAMED: {
    vi: 'Cột {found} có giá trị nhưng không có tiêu đề ở hàng 1 nên không đọc.',
    en: 'Column {found} holds values but has no heading in row 1 and is not read.',
  },
  COLUMN_MISSING: {
    vi: 'Thiếu cột “{expected}”. Thêm cột có tiêu đề này ở hàng 1; để trống nếu không dùng.',
    en: 'The column “{expected}” is missing. Add it to row 1; leave it blank where it is not used.',
  },
  COLUMN_TWICE: {
    vi: 'Cột “{expected}” có hai lần. Giữ một cột.',
    en: 'The column “{expected}” is there twice. Keep one.',
  },
  COLUMN_IGNORED: {
    vi: 'Cột “{found}” không thuộc mẫu nên không đọc.',
    en: 'The column “{found}” is not one of the template and is not read.',
  },
  MERGED_CELLS: {
    vi: 'Các ô {found} bị gộp nên không biết giá trị thuộc hàng nào. Bỏ gộp và ghi giá trị vào từng ô.',
    en: 'The cells {found} are merged, so it is not clear which row a value belongs to. Split them.',
  },
  CHOICE_UNKNOWN: {
    vi: 'Gặp “{found}”, cần một trong: {expected}.',
    en: 'Found “{found}”; it must be one of: {expected}.',
  },
  NOT_A_DECIMAL: {
    vi: 'Gặp “{found}”, cần một số viết bằng chữ số, dấu thập phân là dấu chấm, ví dụ {expected}.',
    en: 'Found “{found}”; a number in digits with a decimal point is needed, such as {expected}.',
  },
  NUMBER_IS_BINARY: {
    vi: 'Ô chứa số nhị phân {found}, là kết quả tính gần đúng của bảng tính. Ghi {expected} vào ô dạng chữ (Text).',
    en: 'The cell holds the binary number {found}, an approximation made by the spreadsheet. Write {expected} in a text cell.',
  },
  NOT_WHOLE: {
    vi: 'Gặp “{found}”, cần một số nguyên không âm, ví dụ 2.',
    en: 'Found “{found}”; a whole number, not negative, is needed, such as 2.',
  },
  FORMULA_FOUND: {
    vi: 'Ô chứa công thức bảng tính “={found}”, không phải giá trị. Chép ô rồi dán dạng giá trị (Paste Values){expected}.',
    en: 'The cell holds the spreadsheet formula “={found}”, not a value. Copy the cell and paste it as a value{expected}.',
  },
  ERROR_FOUND: {
    vi: 'Ô báo lỗi {found} của bảng tính. Ghi giá trị đúng, hoặc xóa trắng ô nếu không dùng.',
    en: 'The cell holds the spreadsheet’s error {found}. Write the value, or clear the cell if it is not used.',
  },
  PERCENT_FOUND: {
    vi: 'Ô hiện {found} nhưng bảng tính lưu {held}. Đặt ô dạng chữ (Text) rồi ghi số theo đơn vị tính của mục: {expected} nếu là {expected} %.',
    en: 'The cell shows {found} but holds {held}. Make it a text cell and write the number in the measure of the entry: {expected} for {expected} %.',
  },
  DATE_FOUND: {
    vi: 'Bảng tính đã đổi giá trị thành ngày {found}. Đặt ô dạng chữ (Text) rồi ghi lại.',
    en: 'The spreadsheet has turned the value into the date {found}. Make it a text cell and write it again.',
  },
  EXPRESSION_SHAPE: {
    vi: 'Gặp “{found}”, cần các mã số liệu nối bằng “ + ” hoặc “ - ” (có dấu cách), ví dụ {expected}.',
    en: 'Found “{found}”; codes of data elements joined by “ + ” or “ - ” with spaces are needed, such as {expected}.',
  },
  EXPRESSION_HOW: {
    vi: 'Chưa chọn cách tính cho “{found}”. Chọn một trong: {expected}.',
    en: 'It is not said how “{found}” is computed. Choose one of: {expected}.',
  },
  CHOICE_WITHOUT: {
    vi: 'Còn trống, trong khi cột “{expected}” của hàng đã có giá trị.',
    en: 'Blank, although “{expected}” of the row has a value.',
  },
  PARENT_UNKNOWN: {
    vi: 'Không có “{found}” ở trang “{expected}”. Kiểm tra mã.',
    en: 'There is no “{found}” on the sheet “{expected}”. Check the code.',
  },
  PARENT_RULE: {
    vi: '“{found}” không có cách chấm là “{expected}” nên hàng này không thuộc về đâu.',
    en: 'The rule of “{found}” is not “{expected}”, so this row belongs nowhere.',
  },
  TREE_ORDER: {
    vi: '{found} phải đứng dưới một {expected} ở các hàng trên.',
    en: '{found} must stand below a {expected} in the rows above.',
  },
  CLASSES_MISSING_FOR: {
    vi: 'Có tỷ lệ khống chế nhưng trang “{expected}” không có loại nào.',
    en: 'There are quotas, but the sheet “{expected}” has no classes.',
  },
  LIST_QUOTES: {
    vi: 'Dấu ngoặc kép mở mà không đóng: {found}.',
    en: 'A quotation mark is opened but not closed: {found}.',
  },
  FILE_UNREADABLE: {
    vi: 'Tệp không phải sổ tính .xlsx hay tệp .json (UTF-8) của bộ tiêu chí. Dùng tệp xuất ra từ hệ thống làm mẫu.',
    en: 'The file is neither an .xlsx workbook nor a .json file (UTF-8) of a criteria set. Begin from an exported one.',
  },
  FILE_EMPTY: {
    vi: 'Tệp rỗng (0 byte). Chọn lại tệp .xlsx hoặc .json đã xuất từ hệ thống.',
    en: 'The file is empty (0 bytes). Choose an .xlsx or .json file that was exported from here.',
  },
  FILE_OLD_EXCEL: {
    vi: 'Tệp ở dạng Excel cũ (.xls) hoặc được đặt mật khẩu, dù tên có thể là .xlsx. Mở bằng Excel, bỏ mật khẩu, lưu thành Excel Workbook (.xlsx).',
    en: 'The file is in the old Excel format (.xls) or has a password, whatever its name. Open it in Excel, take the password off and save it as an Excel Workbook (.xlsx).',
  },
  FILE_UNSAFE: {
    vi: 'Tệp không trọn vẹn (có thể tải về dở dang), có macro hoặc nén bất thường nên không được nhận. Mở bằng Excel và lưu lại thành tệp .xlsx thường.',
    en: 'The file is incomplete (cut off on its way), holds macros or is packed abnormally. Open it in a spreadsheet and save it as a plain .xlsx.',
  },
  JSON_SYNTAX: {
    vi: 'JSON sai cú pháp ở dòng {line}, cột {column}: gặp {found}. Kiểm tra dấu phẩy, dấu ngoặc và dấu ngoặc kép tại đó và ngay trước đó.',
    en: 'The JSON has a syntax error in line {line}, column {column}: found {found}. Look at the commas, brackets and quotation marks there and just before.',
  },
  JSON_SHAPE: {
    vi: 'Tệp JSON này không phải một bộ tiêu chí: cần một nhóm có các trường “code”, “names”, “content”, gặp {found}.',
    en: 'This JSON is not a criteria set: an object with the fields “code”, “names”, “content” is needed, found {found}.',
  },
  VALUE_FOUND: {
    vi: 'Gặp “{found}”. {message}',
    en: 'Found “{found}”. {message}',
  },
} as const satisfies Record<string, { readonly vi: string; readonly en: string }>;
export type CriteriaFileCode = keyof typeof criteriaFileTexts;
