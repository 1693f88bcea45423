import type { ErrorText } from './errors.js';

export const followUpErrors = {
  CONCLUSION_NOT_DRAFT: {
    status: 409,
    vi: 'Kết luận “{title}” không còn là dự thảo nên không sửa được. Ban hành kết luận bổ sung nếu cần.',
    en: 'The conclusion “{title}” is no draft any more and cannot be edited. Issue another one if needed.',
  },
  CONCLUSION_EMPTY: {
    status: 422,
    vi: 'Kết luận chưa có mục nào. Thêm ít nhất một mục rồi ban hành.',
    en: 'The conclusion has no items. Add at least one, then issue it.',
  },
  CONCLUSION_ITEM_WITHOUT_UNITS: {
    status: 422,
    vi: 'Mục {number} chưa có đơn vị thực hiện. Chọn đơn vị, hoặc chuyển thành mục thông tin.',
    en: 'Item {number} names no unit. Choose units, or make it information.',
  },
  CONCLUSION_ITEM_NEEDS_CYCLE: {
    status: 422,
    vi: 'Mục {number} giao theo kết quả của đợt, nhưng kết luận này không thuộc đợt nào. Chọn đơn vị cụ thể.',
    en: 'Item {number} assigns by the results of a cycle, but this conclusion belongs to none. Name the units.',
  },
  CONCLUSION_ITEM_DEADLINE: {
    status: 422,
    vi: 'Mục {number}: yêu cầu giải trình cần một ngày hạn cụ thể, ví dụ “trước ngày 18/10”.',
    en: 'Item {number}: a request for explanation needs a day, e.g. “trước ngày 18/10”.',
  },
  CONCLUSION_ITEM_PAST: {
    status: 422,
    vi: 'Mục {number}: thời hạn {dueOn} đã qua. Chọn ngày từ hôm nay trở đi.',
    en: 'Item {number}: the deadline {dueOn} has passed. Choose today or later.',
  },
  CONCLUSION_DATE_WRONG: {
    status: 422,
    vi: 'Ngày ban hành {issuedOn} phải từ ngày họp {heldOn} đến hôm nay.',
    en: 'The day of issue, {issuedOn}, must lie between the session on {heldOn} and today.',
  },
  SUPERVISION_NOT_YOURS: {
    status: 403,
    vi: 'Chỉ thành viên Đoàn giám sát này được thay đổi. Bạn vẫn xem được.',
    en: 'Only members of this supervision team may change it. You can read it.',
  },
  SUPERVISION_PRESENTED: {
    status: 409,
    vi: 'Kết quả giám sát đã trình nên không sửa được nữa; vẫn theo dõi yêu cầu và kiến nghị.',
    en: 'The supervision was presented and cannot be changed; its requirements and recommendations are still followed.',
  },
  SUPERVISION_PERIOD: {
    status: 422,
    vi: 'Ngày cuối của giai đoạn giám sát đứng trước ngày đầu. Sửa lại giai đoạn.',
    en: 'The period ends before it begins. Mend the period.',
  },
  SUPERVISION_MEMBER_UNKNOWN: {
    status: 422,
    vi: 'Có thành viên không phải tài khoản kiểm tra, giám sát. Chọn lại thành viên.',
    en: 'A member is not an auditor of this administration. Choose again.',
  },
  CONFERENCE_UNIT_UNKNOWN: {
    status: 422,
    vi: 'Biên bản có đơn vị không thuộc cơ quan này. Chọn lại đơn vị.',
    en: 'The minutes name a unit that is not of this administration. Choose again.',
  },
  SUPERVISION_UNIT_UNKNOWN: {
    status: 422,
    vi: 'Có đơn vị không thuộc cuộc giám sát, hoặc không phải đơn vị của cơ quan. Chọn lại đơn vị.',
    en: 'A unit is not of this supervision, or not of the administration. Choose again.',
  },
  SUPERVISION_REPORT_ASKED: {
    status: 409,
    vi: 'Đã yêu cầu báo cáo của mọi đơn vị được chọn. Xem ở mục Báo cáo.',
    en: 'The reports of all chosen units were asked for already. See under Reports.',
  },
  COUNCIL_STEP_DONE: {
    status: 409,
    vi: '“{title}” đã kết thúc nên không cần bước xử lý nào nữa.',
    en: '“{title}” has ended and needs no further step.',
  },
  COUNCIL_STEP_BACK: {
    status: 422,
    vi: 'Các bước chỉ đi lên: sau bước đã ghi không thể ghi lại bước này. Chọn bước tiếp theo.',
    en: 'The ladder only goes up: this step cannot follow the last one. Choose a later step.',
  },
  COUNCIL_STEP_EARLY: {
    status: 422,
    vi: 'Chưa quá hạn {dueOn}: trước hạn chỉ đôn đốc. Các bước cao hơn dùng khi đã quá hạn.',
    en: 'The deadline {dueOn} has not passed: until then only urging is possible.',
  },
  COUNCIL_STEP_SKIPS: {
    status: 422,
    vi: 'Bỏ qua một hay nhiều bước thì ghi rõ lý do ở ô ghi chú.',
    en: 'Steps are passed over: say why in the note.',
  },
  COUNCIL_STEP_DATE: {
    status: 422,
    vi: 'Ngày văn bản {onDay} phải từ ngày của bước trước ({after}) đến hôm nay.',
    en: 'The day of the document, {onDay}, must lie between the step before ({after}) and today.',
  },
  DONE_ON_WRONG: {
    status: 422,
    vi: 'Ngày thực hiện xong {doneOn} chưa tới. Chỉ ghi “đã xong” khi đã làm xong.',
    en: 'The day {doneOn} has not come. Say “done” only when it is done.',
  },
} as const satisfies Record<string, ErrorText>;
