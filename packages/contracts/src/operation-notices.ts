import type { Language } from './errors.js';

type Texts = Readonly<Record<string, Readonly<Record<Language, string>>>>;

export const operationNotices = {
  'schedule.cycle-started': {
    vi: 'Đợt {cycle} đã được mở theo lịch, thu thập số liệu đến hết ngày {dueOn}.',
    en: 'The cycle {cycle} was launched by schedule; figures are collected until {dueOn}.',
  },
  'schedule.cycle-prepared': {
    vi: 'Đợt {cycle} đã được chuẩn bị theo lịch, chờ Thường trực mở đợt.',
    en: 'The cycle {cycle} was prepared by schedule and waits for the committee to launch it.',
  },
  'schedule.monthly-check': {
    vi: 'Kiểm tra hằng tháng: {overdue} nhiệm vụ quá hạn, {undated} nhiệm vụ không có thời hạn, {missing} biểu số liệu quá hạn chưa gửi.',
    en: 'Monthly check: {overdue} tasks overdue, {undated} without a deadline, {missing} forms of figures late.',
  },
  'schedule.failed': {
    vi: 'Lịch “{name}” kỳ {period} không chạy được. Xem lý do và xử lý tại trang điều hành.',
    en: 'The schedule “{name}” failed for {period}. See why, and mend it, at the operator’s desk.',
  },
  'task.reassigned': {
    vi: 'Nhiệm vụ “{title}” chuyển sang {unit}, hạn {dueOn}. Lý do: {reason}',
    en: 'The task “{title}” now belongs to {unit}, due {dueOn}. Reason: {reason}',
  },
} as const satisfies Texts;
