import type { ErrorText } from './errors.js';

/** What is wrong with one entry, in words. A schema's own `refine` may name any code of the error tables instead. */
export const fieldErrors = {
  FIELD_MISSING: { status: 422, vi: 'Cần nhập mục này.', en: 'This is needed.' },
  FIELD_TYPE: {
    status: 422,
    vi: 'Sai kiểu dữ liệu: cần {expected}.',
    en: 'The kind of value is wrong: expected {expected}.',
  },
  FIELD_FORMAT: {
    status: 422,
    vi: 'Chưa đúng dạng: cần {expected}.',
    en: 'Not in the right form: expected {expected}.',
  },
  FIELD_CHOICE: {
    status: 422,
    vi: 'Chỉ nhận một trong: {values}.',
    en: 'Only one of these is taken: {values}.',
  },
  FIELD_TOO_SHORT: {
    status: 422,
    vi: 'Cần ít nhất {minimum} ký tự.',
    en: 'At least {minimum} characters are needed.',
  },
  FIELD_TOO_LONG: { status: 422, vi: 'Nhiều nhất {maximum} ký tự.', en: 'At most {maximum} characters.' },
  FIELD_TOO_FEW: {
    status: 422,
    vi: 'Cần ít nhất {minimum} mục.',
    en: 'At least {minimum} entries are needed.',
  },
  FIELD_TOO_MANY: { status: 422, vi: 'Nhiều nhất {maximum} mục.', en: 'At most {maximum} entries.' },
  FIELD_TOO_SMALL: { status: 422, vi: 'Phải từ {minimum} trở lên.', en: 'Must be {minimum} or more.' },
  FIELD_TOO_BIG: { status: 422, vi: 'Không được quá {maximum}.', en: 'Must be {maximum} or less.' },
  DECIMAL_FORM: {
    status: 422,
    vi: 'Cần một số viết bằng chữ số, dấu thập phân là dấu chấm, không có dấu ngăn cách nghìn, ví dụ 12.5.',
    en: 'A number in digits is needed, with a decimal point and no thousands separators, such as 12.5.',
  },
  NUMBER_NOT_POSITIVE: {
    status: 422,
    vi: 'Cần một số lớn hơn 0, ví dụ 1.',
    en: 'A number above 0 is needed, such as 1.',
  },
  NUMBER_NEGATIVE: { status: 422, vi: 'Cần 0 hoặc một số lớn hơn.', en: '0 or a number above it is needed.' },
  CODE_FORM: {
    status: 422,
    vi: 'Cần một mã gồm chữ không dấu, chữ số, “.”, “-”, “_”, bắt đầu bằng chữ hoặc số, không có dấu cách, nhiều nhất 60 ký tự, ví dụ TC-1.2.',
    en: 'A code is needed: letters without diacritics, digits, “.”, “-”, “_”, beginning with a letter or digit, no spaces, at most 60 characters, such as TC-1.2.',
  },
  SHARE_FORM: {
    status: 422,
    vi: 'Cần một tỷ lệ từ 0 đến 1, ví dụ 0.25 cho 25 %.',
    en: 'A share from 0 to 1 is needed, such as 0.25 for 25 %.',
  },
  FIELD_INVALID: { status: 422, vi: 'Giá trị này chưa đúng.', en: 'This value is not right.' },
} as const satisfies Record<string, ErrorText>;
