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
} as const satisfies Record<string, ErrorText>;
