import type { Language } from './errors.js';

/** One line of a mail, with the page of the console it leads to. */
export interface MailLine {
  readonly text: string;
  readonly detail?: string;
  readonly link?: string;
}

/** What a mail says, without its looks: sections of lines, a link as a page such as `/tasks/<id>/show`. */
export interface MailContent {
  readonly opening: string;
  readonly sections: readonly { readonly heading?: string; readonly lines: readonly MailLine[] }[];
}

/** Fixed words of mails. */
export const mailWords = {
  vi: {
    greeting: 'Kính gửi ông/bà {name},',
    open: 'Mở trong Nhịp',
    closing:
      'Thư này do hệ thống Nhịp tự động gửi; không cần trả lời. Bật, tắt thư và chọn ngôn ngữ tại trang cài đặt của ông/bà.',
    settings: 'Cài đặt thư',
    notice: 'Thông báo từ Nhịp',
    noticeOpening: 'Nhịp chuyển đến ông/bà thông báo sau:',
    digest: 'Việc của ông/bà ngày {day}: {count}',
    digestOpening: 'Công việc của ông/bà trên Nhịp tính đến sáng ngày {day}:',
    overdue: 'Quá hạn',
    due: 'Đến hạn',
    decide: 'Chờ ông/bà quyết định',
    overdueBy: 'Quá hạn {days} ngày làm việc, hạn {on}',
    dueToday: 'Hạn hôm nay, {on}',
    dueIn: 'Còn {days} ngày làm việc, hạn {on}',
    more: '… và {count} việc khác',
  },
  en: {
    greeting: 'Dear {name},',
    open: 'Open in Nhịp',
    closing:
      'This message was sent by Nhịp automatically; there is no need to answer. Mail and its language are set on your settings page.',
    settings: 'Mail settings',
    notice: 'A notice from Nhịp',
    noticeOpening: 'Nhịp passes on this notice:',
    digest: 'Your work on {day}: {count}',
    digestOpening: 'Your work in Nhịp as of the morning of {day}:',
    overdue: 'Overdue',
    due: 'Due',
    decide: 'Waiting for your decision',
    overdueBy: 'Overdue by {days} working days, was due {on}',
    dueToday: 'Due today, {on}',
    dueIn: 'Due in {days} working days, on {on}',
    more: '… and {count} more',
  },
} as const satisfies Record<Language, Record<string, string>>;

/** Page of the console where a person sets what is mailed. */
export const MAIL_SETTINGS_PAGE = '/me/settings';

/** What is to be decided, by the card of the home it stands on. */
export const digestDecisions = {
  'to-approve': { vi: 'Chờ duyệt', en: 'To approve' },
  'to-launch': { vi: 'Chờ mở đợt', en: 'To launch' },
  'to-conclude': { vi: 'Chờ kết luận', en: 'To conclude' },
  'conclusions-to-issue': { vi: 'Chờ ban hành', en: 'To issue' },
  'to-publish': { vi: 'Chờ công bố', en: 'To publish' },
  'to-criticise': { vi: 'Đề nghị phê bình', en: 'Proposed for criticism' },
  'submissions-to-accept': { vi: 'Số liệu chờ tiếp nhận', en: 'Figures to accept' },
  'answers-to-judge': { vi: 'Kết quả chờ xem xét', en: 'Results to judge' },
  'scores-to-appraise': { vi: 'Điểm chờ thẩm định', en: 'Scores to appraise' },
  'findings-to-settle': { vi: 'Phát hiện chờ xử lý', en: 'Findings to settle' },
  'recommendations-to-answer': { vi: 'Kiến nghị chờ trả lời', en: 'Recommendations to answer' },
} as const satisfies Record<string, Record<Language, string>>;
