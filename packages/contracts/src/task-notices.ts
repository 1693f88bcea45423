import type { Language } from './errors.js';

type Texts = Readonly<Record<string, Readonly<Record<Language, string>>>>;

export const taskNotices = {
  'task.assigned': {
    vi: 'Nhiệm vụ mới: {title}. Hạn: {dueOn}.',
    en: 'New task: {title}. Due {dueOn}.',
  },
  'task.assigned-without-deadline': {
    vi: 'Nhiệm vụ mới: {title}. Văn bản không nêu thời hạn.',
    en: 'New task: {title}. The document gives no deadline.',
  },
  'task.explanation-requested': {
    vi: 'Yêu cầu giải trình: {title}. Gửi trước khi hết ngày {dueOn}.',
    en: 'Explanation requested: {title}. Send it by the end of {dueOn}.',
  },
  'task.reminder': {
    vi: 'Nhắc việc: {title} còn {workingDays} ngày làm việc, hạn {dueOn}.',
    en: 'Reminder: {title} is due in {workingDays} working days, on {dueOn}.',
  },
  'task.overdue': {
    vi: 'Quá hạn: {title}, hạn {dueOn}. Chưa có báo cáo.',
    en: 'Overdue: {title} was due {dueOn}. Nothing has been handed in.',
  },
  'task.urged': {
    vi: 'Đôn đốc lần {number}: {title}, hạn {dueOn} đã qua. Lãnh đạo đơn vị chỉ đạo thực hiện ngay.',
    en: 'Urged, no. {number}: {title} was due {dueOn}. The head of the unit is asked to act at once.',
  },
  'task.urged-by-letter': {
    vi: 'Đôn đốc bằng văn bản {documentNumber} ngày {documentOn}: {title}, hạn {dueOn} đã qua. Lãnh đạo đơn vị chỉ đạo thực hiện ngay.',
    en: 'Urged by letter {documentNumber} of {documentOn}: {title} was due {dueOn}. The head of the unit is asked to act at once.',
  },
  'task.marked-for-criticism': {
    vi: 'Đề nghị phê bình: {unit} chưa thực hiện “{title}”, hạn {dueOn}. Chờ Thường trực quyết định.',
    en: 'Proposed for criticism: {unit} has not done “{title}”, due {dueOn}. The committee decides.',
  },
  'task.criticised': {
    vi: 'Phê bình theo văn bản {documentNumber} ngày {documentOn}: “{title}” không thực hiện đúng hạn {dueOn}.',
    en: 'Criticised by document {documentNumber} of {documentOn}: “{title}” was not done by {dueOn}.',
  },
  'task.waits-for-approval': {
    vi: 'Chờ lãnh đạo duyệt: {title}.',
    en: 'Waiting for your approval: {title}.',
  },
  'task.handed-back': {
    vi: 'Lãnh đạo trả lại để sửa: {title}. Lý do: {reason}',
    en: 'Handed back by the head of the unit: {title}. Reason: {reason}',
  },
  'task.handed-in': {
    vi: '{unit} đã gửi kết quả: {title}. Chờ xem xét.',
    en: '{unit} has handed in: {title}. Waiting for your judgement.',
  },
  'task.accepted': { vi: 'Đã chấp nhận: {title}.', en: 'Accepted: {title}.' },
  'task.returned': {
    vi: 'Trả lại để làm lại: {title}. Lý do: {reason}',
    en: 'Returned, to be done again: {title}. Reason: {reason}',
  },
  'task.deadline-moved': {
    vi: 'Thời hạn mới của “{title}”: {dueOn} (trước đây: {earlier}). Lý do: {reason}',
    en: 'New deadline of “{title}”: {dueOn} (was {earlier}). Reason: {reason}',
  },
  'task.suspended': { vi: 'Tạm dừng: {title}. Lý do: {reason}', en: 'Suspended: {title}. Reason: {reason}' },
  'task.resumed': { vi: 'Tiếp tục thực hiện: {title}.', en: 'Resumed: {title}.' },
  'task.ended': {
    vi: 'Nhiệm vụ kết thúc, không phải làm nữa: {title}. Lý do: {reason}',
    en: 'The task has ended and need not be done: {title}. Reason: {reason}',
  },
  'task.check-due': {
    vi: 'Đến kỳ kiểm tra {checkOn} của việc thường xuyên: {title}. Ghi kết quả thực hiện.',
    en: 'Check of {checkOn} of the ongoing task “{title}”: note what was done.',
  },
  'task.partly-done': {
    vi: 'Hoàn thành một phần: {title}. Việc còn lại: {reason}',
    en: 'Partly done: {title}. What is left: {reason}',
  },
  'task.extension-requested': {
    vi: '{unit} xin gia hạn “{title}” từ {dueOn} đến {askedDueOn} (lần {number}). Lý do: {reason}',
    en: '{unit} asks to extend “{title}” from {dueOn} to {askedDueOn} (request no. {number}). Reason: {reason}',
  },
  'task.extension-approved': {
    vi: 'Đồng ý gia hạn “{title}” đến {askedDueOn}.',
    en: 'Extended to {askedDueOn}: “{title}”.',
  },
  'task.extension-rejected': {
    vi: 'Không đồng ý gia hạn “{title}”; hạn vẫn là {dueOn}. Lý do: {reason}',
    en: 'Not extended: “{title}” stays due {dueOn}. Reason: {reason}',
  },
  'task.extension-countered': {
    vi: 'Xin gia hạn “{title}” đến {askedDueOn}: đề xuất {counteredDueOn}. Nhận hoặc không nhận hạn này. Lý do: {reason}',
    en: 'You asked to extend “{title}” to {askedDueOn}; {counteredDueOn} is offered. Accept or decline. Reason: {reason}',
  },
  'task.extension-accepted': {
    vi: '{unit} nhận hạn {counteredDueOn} cho “{title}”.',
    en: '{unit} accepts {counteredDueOn} for “{title}”.',
  },
  'task.extension-declined': {
    vi: '{unit} không nhận hạn {counteredDueOn} cho “{title}”; hạn vẫn là {dueOn}.',
    en: '{unit} declines {counteredDueOn} for “{title}”; it stays due {dueOn}.',
  },
} as const satisfies Texts;
