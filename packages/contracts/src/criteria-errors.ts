import type { ErrorText } from './errors.js';

export const criteriaErrors = {
  CRITERIA_SET_CODE_TAKEN: {
    status: 409,
    vi: 'Mã “{code}” đã dùng cho một bộ tiêu chí khác. Chọn mã khác.',
    en: 'The code “{code}” belongs to another criteria set. Choose another.',
  },
  CRITERIA_SET_EMPTY: {
    status: 422,
    vi: 'Bộ tiêu chí mới cần có nội dung, hoặc sao chép từ một phiên bản có sẵn.',
    en: 'A new criteria set needs a content, or a version to copy.',
  },
  CRITERIA_SET_NO_DRAFT: {
    status: 409,
    vi: 'Bộ tiêu chí “{code}” không có bản dự thảo. Tạo phiên bản dự thảo mới rồi sửa; bản đã ban hành không thay đổi.',
    en: 'The criteria set “{code}” has no draft. Begin a new version; what is issued never changes.',
  },
  CRITERIA_SET_HAS_DRAFT: {
    status: 409,
    vi: 'Bộ tiêu chí “{code}” đã có bản dự thảo. Sửa tiếp bản đó.',
    en: 'The criteria set “{code}” has a draft already. Go on with that one.',
  },
  CRITERIA_SET_HAS_ERRORS: {
    status: 422,
    vi: 'Chưa ban hành được: còn {count} lỗi. Lỗi đầu tiên ở {first}',
    en: 'It cannot be issued: {count} errors. The first is at {first}',
  },
} as const satisfies Record<string, ErrorText>;
