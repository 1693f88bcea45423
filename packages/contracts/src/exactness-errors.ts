import type { ErrorText } from './errors.js';

/** Numbers, days, periods and the days-off file: what the pure foundations refuse. */
export const exactnessErrors = {
  NUMBER_INVALID: {
    status: 422,
    vi: '“{text}” không phải là số hợp lệ.',
    en: '“{text}” is not a valid number.',
  },
  DECIMALS_INVALID: {
    status: 422,
    vi: 'Số chữ số thập phân phải là số nguyên từ 0 đến 100, không phải {dp}.',
    en: 'The number of decimals must be a whole number from 0 to 100, not {dp}.',
  },
  DIVISION_BY_ZERO: {
    status: 422,
    vi: 'Mẫu số bằng 0. Khai báo cách xử lý khi không phát sinh.',
    en: 'The denominator is zero. Declare what happens when nothing occurred.',
  },
  DAY_INVALID: {
    status: 422,
    vi: '“{text}” không phải là một ngày có trên lịch. Nhập ngày/tháng/năm, ví dụ 17/10/2022.',
    en: '“{text}” is not a day of the calendar. Type day/month/year, for example 17/10/2022.',
  },
  INSTANT_INVALID: {
    status: 422,
    vi: '“{text}” không phải là một thời điểm; cần ngày, giờ và múi giờ.',
    en: '“{text}” is not a point in time; it needs day, hour and offset.',
  },
  TIME_INVALID: {
    status: 422,
    vi: '“{text}” không phải là giờ. Nhập từ 00:00 đến 23:59.',
    en: '“{text}” is not a time of day. Type 00:00 to 23:59.',
  },
  PERIOD_REVERSED: {
    status: 422,
    vi: 'Kỳ báo cáo kết thúc ({end}) trước khi bắt đầu ({start}). Đổi lại hai ngày.',
    en: 'The period ends ({end}) before it begins ({start}). Exchange the days.',
  },
  PERIOD_CUTOFF_EARLY: {
    status: 422,
    vi: 'Thời điểm chốt số liệu ({asOf}) đứng trước ngày đầu kỳ ({start}).',
    en: 'The data cut-off ({asOf}) lies before the first day of the period ({start}).',
  },
  PERIOD_PRESET_DIFFERS: {
    status: 409,
    vi: 'Không so sánh được: hai kỳ tính theo quy ước khác nhau.',
    en: 'Not comparable: the periods follow different conventions.',
  },
  PERIOD_KIND_DIFFERS: {
    status: 409,
    vi: 'Không so sánh được: hai kỳ khác loại.',
    en: 'Not comparable: the periods are of different kinds.',
  },
  PERIOD_LENGTH_DIFFERS: {
    status: 409,
    vi: 'Không so sánh được: một kỳ {a} ngày, kỳ kia {b} ngày.',
    en: 'Not comparable: one period has {a} days, the other {b}.',
  },
  PERIOD_END_DIFFERS: {
    status: 409,
    vi: 'Không so sánh được: lũy kế đến hai ngày khác nhau trong năm ({a} và {b}).',
    en: 'Not comparable: they run to different days of the year ({a} and {b}).',
  },
  PERIOD_CUTOFF_DIFFERS: {
    status: 409,
    vi: 'Không so sánh được: số liệu chốt ở hai thời điểm khác nhau của kỳ ({a} và {b}).',
    en: 'Not comparable: the data was cut at different points of the period ({a} and {b}).',
  },
  DAYS_OFF_HEADER: {
    status: 422,
    vi: 'Dòng đầu của tệp ngày nghỉ phải là “{expected}”, nhưng lại là “{found}”.',
    en: 'The first line of the days-off file must be “{expected}”; it is “{found}”.',
  },
  DAYS_OFF_LINE: {
    status: 422,
    vi: 'Tệp ngày nghỉ, dòng {line}, cột {column}: “{found}” chưa đúng. Không có dòng nào được ghi.',
    en: 'Days-off file, line {line}, column {column}: “{found}” does not fit. Nothing was recorded.',
  },
  DAYS_OFF_TWICE: {
    status: 422,
    vi: 'Tệp ngày nghỉ, dòng {line}: ngày {day} đã có ở dòng trên. Giữ lại một dòng.',
    en: 'Days-off file, line {line}: {day} stands there already. Keep one line.',
  },
} as const satisfies Record<string, ErrorText>;
