import type { Language } from './errors.js';

type Texts = Readonly<Record<string, Readonly<Record<Language, string>>>>;

export const followUpNotices = {
  'conclusion.issued': {
    vi: 'Đã ban hành “{title}”: {tasks} nhiệm vụ được giao.',
    en: '“{title}” was issued: {tasks} tasks were assigned.',
  },
  'scores.published': {
    vi: 'Đã công bố điểm, xếp hạng đợt {cycle}.',
    en: 'The scores and ranking of {cycle} are published.',
  },
  'consolidation.made': {
    vi: 'Đã tổng hợp giải trình của đợt: {answered}/{total} đơn vị đã giải trình.',
    en: 'The explanations of the cycle are consolidated: {answered} of {total} were answered.',
  },
  'follow-ups.carried-over': {
    vi: 'Đợt đã đóng: {tasks} nhiệm vụ và {recommendations} kiến nghị còn mở được chuyển sang chương trình kỳ sau.',
    en: 'The cycle is closed: {tasks} tasks and {recommendations} recommendations still open go on the next agenda.',
  },
  'supervision.presented': {
    vi: 'Đã trình kết quả giám sát “{title}” cho {presentedTo}.',
    en: 'The supervision “{title}” was presented to {presentedTo}.',
  },
  'council.step-taken': {
    vi: 'Đoàn giám sát đã có văn bản {documentNumber} ngày {onDay} về việc chưa thực hiện xong: {title}.',
    en: 'The supervision team acted by document {documentNumber} of {onDay} on what is not done: {title}.',
  },
  'council.answer-by': {
    vi: 'Phiên giải trình theo văn bản {documentNumber}: giải trình trong hạn {dueOn} về “{title}”.',
    en: 'Explanation session under document {documentNumber}: explain “{title}” by {dueOn}.',
  },
  'recommendation.sent': {
    vi: 'Kiến nghị mới chờ trả lời: {title}.',
    en: 'A new recommendation waits for an answer: {title}.',
  },
  'recommendation.reminder': {
    vi: 'Kiến nghị “{title}” cần trả lời trong hạn {dueOn}.',
    en: 'The recommendation “{title}” is to be answered by {dueOn}.',
  },
  'recommendation.overdue': {
    vi: 'Quá hạn trả lời kiến nghị: {title}, hạn {dueOn}.',
    en: 'The answer to the recommendation “{title}” is overdue since {dueOn}.',
  },
  'recommendation.deadline-moved': {
    vi: 'Thời hạn mới để trả lời kiến nghị “{title}”: {dueOn} (trước đây: {earlier}). Lý do: {reason}',
    en: 'New deadline for an answer to “{title}”: {dueOn} (was {earlier}). Reason: {reason}',
  },
  'recommendation.answered': {
    vi: 'Kiến nghị đã được trả lời: {title}. Xem và chấp nhận hoặc hỏi lại.',
    en: 'Your recommendation was answered: {title}. Accept the answer or ask again.',
  },
  'recommendation.answer-returned': {
    vi: 'Trả lời kiến nghị chưa đạt: {title}. Lý do: {reason}',
    en: 'The answer to “{title}” was sent back. Reason: {reason}',
  },
  'recommendation.done': {
    vi: 'Kiến nghị đã được thực hiện xong: {title}.',
    en: 'What was recommended is done: {title}.',
  },
} as const satisfies Texts;
