import type { ErrorText } from './errors.js';

/** What is wrong, or was read in a particular way, in a typed number. The last three are warnings. */
export const numberErrors = {
  NUMBER_BLANK: {
    status: 422,
    vi: 'Ô để trống không phải là số không. Nhập số, hoặc chọn: số không, không phát sinh, không áp dụng, chưa có dữ liệu.',
    en: 'A blank is not a zero. Type a number, or choose: zero, nothing occurred, not applicable, no data yet.',
  },
  NUMBER_TOO_LONG: {
    status: 422,
    vi: 'Số “{text}…” dài hơn 40 ký tự. Kiểm tra lại đoạn đã dán.',
    en: 'The number “{text}…” is longer than 40 characters. Check what was pasted.',
  },
  NUMBER_NOT_A_NUMBER: {
    status: 422,
    vi: '“{text}” không phải là số. Chỉ nhập chữ số, ví dụ 1.234,5; bỏ đơn vị tính và chữ.',
    en: '“{text}” is not a number. Type digits only, for example 1.234,5; leave out units and words.',
  },
  NUMBER_SEPARATORS: {
    status: 422,
    vi: 'Dấu chấm, dấu phẩy hoặc dấu cách trong “{text}” đặt chưa đúng. Viết 1.234,5 hoặc 1234,5.',
    en: 'The points, commas or spaces in “{text}” do not fit. Write 1.234,5 or 1234,5 (in English 1,234.5).',
  },
  NUMBER_PERCENT_UNEXPECTED: {
    status: 422,
    vi: 'Mục này không tính bằng phần trăm: “{text}”. Nhập số lượng, không nhập tỷ lệ.',
    en: 'This is not a percentage: “{text}”. Type the count, not the rate.',
  },
  NUMBER_NOT_WHOLE: {
    status: 422,
    vi: 'Mục này đếm theo đơn vị nguyên, “{text}” có phần lẻ. Nhập số nguyên.',
    en: 'This is a count, and “{text}” has decimals. Type a whole number.',
  },
  NUMBER_WIDE_DIGITS: {
    status: 422,
    vi: '“{text}” viết bằng chữ số toàn khổ, đã đọc như chữ số thường.',
    en: '“{text}” is written in full-width characters; it was read as plain digits.',
  },
  NUMBER_OTHER_SEPARATOR: {
    status: 422,
    vi: '“{text}” dùng dấu khác lối viết đang chọn; dấu được hiểu theo cách duy nhất có thể. Xem lại giá trị đã đọc.',
    en: '“{text}” uses the other kind of separators; it was read in the only way that fits. Check the value.',
  },
  NUMBER_THREE_DECIMALS: {
    status: 422,
    vi: '“{text}” được đọc là số có ba chữ số lẻ. Nếu là hàng nghìn, đổi dấu phân cách.',
    en: '“{text}” was read with three decimals. If thousands are meant, use the other separator.',
  },
} as const satisfies Record<string, ErrorText>;
