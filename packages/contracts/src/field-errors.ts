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
  FIELD_INVALID: { status: 422, vi: 'Giá trị này chưa đúng.', en: 'This value is not right.' },
} as const satisfies Record<string, ErrorText>;
