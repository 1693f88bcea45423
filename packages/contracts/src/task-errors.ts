import type { ErrorText } from './errors.js';

export const taskErrors = {
  TASK_ANSWER_EMPTY: {
    status: 422,
    vi: 'Giải trình cần ít nhất một nguyên nhân và phần nội dung. Bổ sung rồi gửi lại.',
    en: 'An explanation needs at least one cause and a text. Add them and send again.',
  },
  TASK_CAUSE_UNKNOWN: {
    status: 422,
    vi: 'Nguyên nhân “{code}” không có trong danh mục. Chọn lại từ danh mục.',
    en: 'The cause “{code}” is not on the list. Choose from the list.',
  },
  TASK_UNIT_UNKNOWN: {
    status: 422,
    vi: 'Có đơn vị không tồn tại hoặc không còn hoạt động vào ngày {day}. Chọn lại đơn vị.',
    en: 'A unit does not exist, or no longer exists on {day}. Choose again.',
  },
  TASK_LEAD_IS_COORDINATOR: {
    status: 422,
    vi: 'Đơn vị chủ trì không thể đồng thời là đơn vị phối hợp. Bỏ khỏi danh sách phối hợp.',
    en: 'The lead unit cannot also coordinate. Take it off the coordinating units.',
  },
  TASK_NOT_RECURRING: {
    status: 422,
    vi: 'Nhiệm vụ này không phải việc thường xuyên nên không có kỳ kiểm tra.',
    en: 'This task does not recur, so it has no checks.',
  },
  TASK_WITHOUT_DEADLINE: {
    status: 422,
    vi: 'Yêu cầu giải trình cần một ngày hạn cụ thể. Chọn ngày, hoặc viết như “trước ngày 18/10”.',
    en: 'A request for explanation needs a day. Choose one, or write “trước ngày 18/10”.',
  },
  TASK_DOCUMENT_IN_FUTURE: {
    status: 422,
    vi: 'Ngày văn bản {documentOn} chưa tới. Kiểm tra lại ngày.',
    en: 'The document is dated {documentOn}, which has not come. Check the day.',
  },
  TASK_LATER_THAN_PARENT: {
    status: 422,
    vi: 'Hạn {dueOn} muộn hơn hạn {parentDueOn} của nhiệm vụ cha. Chọn ngày không sau {parentDueOn}, hoặc đổi hạn nhiệm vụ cha trước.',
    en: 'The deadline {dueOn} is later than {parentDueOn}, that of the task this is part of. Choose a day up to {parentDueOn}, or move that deadline first.',
  },
  TASK_BEFORE_CHILD: {
    status: 422,
    vi: 'Hạn {dueOn} sớm hơn hạn {childDueOn} của nhiệm vụ con “{child}”. Chọn ngày từ {childDueOn}, hoặc đổi hạn nhiệm vụ con trước.',
    en: 'The deadline {dueOn} is earlier than {childDueOn}, that of its part “{child}”. Choose a day from {childDueOn} on, or move that deadline first.',
  },
  TASK_CHECK_UNKNOWN: {
    status: 422,
    vi: 'Ngày {checkOn} không phải kỳ kiểm tra đã đến hoặc kỳ tới của nhiệm vụ này. Chọn lại kỳ.',
    en: '{checkOn} is no check of this task, neither past nor next. Choose one of them.',
  },
  EXTENSION_OPEN: {
    status: 409,
    vi: 'Đang có một đề nghị gia hạn đến {askedDueOn} chưa xong. Mỗi nhiệm vụ chỉ có một đề nghị chờ quyết định; rút đề nghị cũ nếu muốn xin ngày khác.',
    en: 'A request for time until {askedDueOn} is open. A task has one at a time: withdraw it to ask for another day.',
  },
  EXTENSION_NOT_LATER: {
    status: 422,
    vi: 'Ngày {askedDueOn} không muộn hơn hạn hiện tại {dueOn}. Gia hạn phải là ngày sau {dueOn}.',
    en: '{askedDueOn} is not later than the present deadline {dueOn}. Ask for a day after it.',
  },
  EXTENSION_SETTLED: {
    status: 409,
    vi: 'Không còn đề nghị gia hạn nào chờ quyết định: đề nghị đã được giải quyết hoặc đã rút.',
    en: 'No request for more time waits for a decision: it was settled or withdrawn.',
  },
  EXTENSION_OWN_REQUEST: {
    status: 403,
    vi: 'Người xin gia hạn không được tự quyết định đề nghị của mình. Để người khác quyết định.',
    en: 'Whoever asked for more time does not decide on it. Somebody else must.',
  },
  EXTENSION_REASON_MISSING: {
    status: 422,
    vi: 'Từ chối hoặc đề xuất hạn khác phải ghi lý do.',
    en: 'Say why the request is rejected or another day offered.',
  },
  EXTENSION_SAME_DAY: {
    status: 422,
    vi: 'Ngày {askedDueOn} chính là ngày đơn vị xin. Chọn “Đồng ý”, hoặc đề xuất ngày khác.',
    en: '{askedDueOn} is the day the unit asks for. Approve it, or offer another day.',
  },
  EXTENSION_NOT_COUNTERED: {
    status: 409,
    vi: 'Không có hạn nào đang được đề xuất để trả lời.',
    en: 'No other day is on offer.',
  },
  EXTENSION_WITHOUT_DEADLINE: {
    status: 422,
    vi: 'Nhiệm vụ này không có thời hạn nên không có gì để gia hạn.',
    en: 'This task has no deadline to extend.',
  },
  EXTENSION_WAITS: {
    status: 409,
    vi: 'Đơn vị đang xin gia hạn đến {askedDueOn}. Quyết định đề nghị đó trước (đồng ý, từ chối hoặc đề xuất hạn khác).',
    en: 'The unit asks for time until {askedDueOn}. Decide on that first: approve, reject, or offer another day.',
  },
} as const satisfies Record<string, ErrorText>;
