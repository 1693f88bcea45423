import { z } from 'zod';

/** RFC 9457 problem details as the API answers them. `errors` names the fields to mend. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string(),
  requestId: z.string(),
  errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
  /** With 409: the record as it stands now, so that the reader can compare and nothing typed is lost. */
  current: z.unknown().optional(),
});
export type Problem = z.infer<typeof problem>;

export type Language = 'vi' | 'en';
export interface ErrorText {
  readonly status: number;
  readonly vi: string;
  readonly en: string;
}

/**
 * Every refusal of the product by code, with its HTTP status and its words. `{name}` is filled from the
 * error's parameters. Features add their own table and join it in `messages.ts`.
 */
export const platformErrors = {
  VALIDATION_FAILED: {
    status: 422,
    vi: 'Có ô nhập chưa đúng. Xem lời nhắc cạnh từng ô, sửa rồi gửi lại; những gì đã nhập vẫn còn.',
    en: 'Some entries are not right. See the remark beside each, mend it and send again; what you typed is kept.',
  },
  MALFORMED_REQUEST: {
    status: 400,
    vi: 'Yêu cầu không đọc được. Kiểm tra định dạng JSON và tên các trường.',
    en: 'The request cannot be read. Check its JSON and the names of its fields.',
  },
  UNKNOWN_FIELD: {
    status: 400,
    vi: 'Trường “{field}” không có trong biểu này. Bỏ trường đó rồi gửi lại.',
    en: 'There is no field “{field}” here. Remove it and send again.',
  },
  SESSION_MISSING: {
    status: 401,
    vi: 'Phiên làm việc đã hết hoặc chưa đăng nhập. Đăng nhập lại; những gì đang nhập vẫn giữ trên màn hình.',
    en: 'Your session has ended or you are not signed in. Sign in again; what you were typing stays on the screen.',
  },
  SIGN_IN_REFUSED: {
    status: 401,
    vi: 'Tên đăng nhập hoặc mật khẩu không đúng.',
    en: 'The user name or the password is not right.',
  },
  TOO_MANY_ATTEMPTS: {
    status: 429,
    vi: 'Thử quá nhiều lần. Chờ {seconds} giây rồi thử lại.',
    en: 'Too many attempts. Wait {seconds} seconds and try again.',
  },
  TOO_MANY_REQUESTS: {
    status: 429,
    vi: 'Gửi quá nhiều yêu cầu. Chờ {seconds} giây rồi thử lại; chưa có gì bị thay đổi.',
    en: 'Too many requests. Wait {seconds} seconds and try again; nothing was changed.',
  },
  FORBIDDEN: {
    status: 403,
    vi: 'Vai trò đang dùng không được làm việc này. Chuyển vai trò hoặc liên hệ quản trị viên.',
    en: 'Your present role may not do this. Switch role or ask an administrator.',
  },
  NOT_FOUND: {
    status: 404,
    vi: 'Không tìm thấy, hoặc mục này ngoài phạm vi của bạn.',
    en: 'Not found, or outside your scope.',
  },
  REVISION_MISSING: {
    status: 428,
    vi: 'Thiếu phiên bản (If-Match) của bản ghi đang sửa. Tải lại trang rồi làm lại.',
    en: 'The revision (If-Match) of the record is missing. Reload the page and do it again.',
  },
  REVISION_CONFLICT: {
    status: 409,
    vi: 'Người khác vừa thay đổi mục này (bản {current}, bạn đang sửa bản {expected}). Xem thay đổi mới rồi quyết định.',
    en: 'Somebody else has just changed this (revision {current}; you are editing {expected}). Look at the change, then decide.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 422,
    vi: 'Khóa chống lặp (Idempotency-Key) này đã dùng cho một yêu cầu khác. Tạo khóa mới.',
    en: 'This Idempotency-Key was used for another request. Make a new key.',
  },
  NOT_ALLOWED_NOW: {
    status: 409,
    vi: 'Không làm được lúc này: đang ở bước “{state}”.',
    en: 'Not possible now: it stands at “{state}”.',
  },
  SERVICE_UNAVAILABLE: {
    status: 503,
    vi: 'Hệ thống tạm thời không đáp ứng. Thử lại sau ít phút; chưa có gì bị thay đổi.',
    en: 'The service is not available for the moment. Try again in a few minutes; nothing was changed.',
  },
  INTERNAL: {
    status: 500,
    vi: 'Có lỗi trong hệ thống. Thử lại; nếu vẫn lỗi, báo quản trị viên mã yêu cầu {requestId}.',
    en: 'Something went wrong on our side. Try again; if it persists, give your administrator the request id {requestId}.',
  },
} as const satisfies Record<string, ErrorText>;
