import type { Language } from './errors.js';

type Texts = Readonly<Record<string, Readonly<Record<Language, string>>>>;

export const submissionNotices = {
  'submission.opened': {
    vi: 'Mở đợt {cycle}: nhập số liệu của {unit} đến hết ngày {dueOn}.',
    en: 'Cycle {cycle} is open: fill in the figures of {unit} by the end of {dueOn}.',
  },
  'submission.opened-without-deadline': {
    vi: 'Mở đợt {cycle}: nhập số liệu của {unit}.',
    en: 'Cycle {cycle} is open: fill in the figures of {unit}.',
  },
  'submission.reminder': {
    vi: 'Nhắc nộp báo cáo số liệu đợt {cycle} của {unit}: hạn {dueOn}.',
    en: 'Reminder: the figures of {unit} for {cycle} are due {dueOn}.',
  },
  'submission.late': {
    vi: 'Quá hạn {dueOn}: {unit} chưa nộp báo cáo số liệu đợt {cycle}.',
    en: 'Overdue since {dueOn}: {unit} has not handed in its figures for {cycle}.',
  },
  'submission.missed': {
    vi: 'Thu thập số liệu đợt {cycle} đã kết thúc, {unit} không có báo cáo.',
    en: 'The collection of {cycle} has ended without the figures of {unit}.',
  },
  'submission.waits-for-approval': {
    vi: 'Chờ lãnh đạo duyệt: báo cáo số liệu đợt {cycle} của {unit}.',
    en: 'Waiting for your approval: the figures of {unit} for {cycle}.',
  },
  'submission.handed-in': {
    vi: '{unit} đã gửi báo cáo số liệu đợt {cycle}.',
    en: '{unit} has handed in its figures for {cycle}.',
  },
  'submission.recalled': {
    vi: '{unit} đã rút lại báo cáo số liệu đợt {cycle} để sửa.',
    en: '{unit} has recalled its figures for {cycle} to mend them.',
  },
  'submission.accepted': {
    vi: 'Đã chấp nhận báo cáo số liệu đợt {cycle} của {unit}.',
    en: 'The figures of {unit} for {cycle} are accepted.',
  },
  'submission.returned': {
    vi: 'Trả lại báo cáo số liệu đợt {cycle} của {unit}. Lý do: {reason}',
    en: 'The figures of {unit} for {cycle} are returned. Reason: {reason}',
  },
  'submission.reopened': {
    vi: 'Mở lại báo cáo số liệu đợt {cycle} của {unit}. Lý do: {reason}',
    en: 'The figures of {unit} for {cycle} are open again. Reason: {reason}',
  },
  'submission.deadline-moved': {
    vi: 'Thời hạn mới nộp số liệu đợt {cycle} của {unit}: {dueOn}. Lý do: {reason}',
    en: 'New deadline for the figures of {unit} for {cycle}: {dueOn}. Reason: {reason}',
  },
  'submission.excused': {
    vi: '{unit} được miễn báo cáo trong đợt {cycle}. Lý do: {reason}',
    en: '{unit} is excused from {cycle}. Reason: {reason}',
  },
  'submission.withdrawn': {
    vi: 'Đợt {cycle} đã rút lại; {unit} không phải nộp số liệu. Lý do: {reason}',
    en: 'Cycle {cycle} was withdrawn; {unit} need not report. Reason: {reason}',
  },
  'submission.asked': {
    vi: 'Hỏi về mục “{element}” của {unit}, đợt {cycle}: {text}',
    en: 'A question on “{element}” of {unit}, {cycle}: {text}',
  },
  'submission.answered': {
    vi: '{unit} trả lời về mục “{element}”, đợt {cycle}: {text}',
    en: '{unit} answers on “{element}”, {cycle}: {text}',
  },
  'finding.answered': {
    vi: '{unit} đã giải thích một phát hiện của đợt {cycle}: {text}',
    en: '{unit} has explained a finding of {cycle}: {text}',
  },
  'finding.reopened': {
    vi: 'Cần giải thích lại một phát hiện của {unit}, đợt {cycle}. Lý do: {reason}',
    en: 'A finding of {unit}, {cycle}, needs another explanation. Reason: {reason}',
  },
} as const satisfies Texts;
