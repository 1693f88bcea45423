import { z } from 'zod';
import type { ErrorText } from './errors.js';
import { uuid } from './lists.js';
import { importReport } from './organisation.js';
import { createdAccount } from './people.js';

/** Refusals of the HTTP layer itself. */
export const systemErrors = {
  CROSS_SITE_REQUEST: {
    status: 403,
    vi: 'Yêu cầu này đến từ một trang khác nên bị từ chối. Mở lại ứng dụng và làm lại từ đó.',
    en: 'This request came from another site and was refused. Open the application and do it from there.',
  },
  BODY_TOO_LARGE: {
    status: 413,
    vi: 'Nội dung gửi lên quá lớn. Chia nhỏ rồi gửi lại.',
    en: 'What was sent is too large. Send it in smaller parts.',
  },
  CONTENT_TYPE_UNKNOWN: {
    status: 415,
    vi: 'Không nhận loại nội dung này. Gửi dữ liệu dạng JSON (Content-Type: application/json).',
    en: 'This content type is not taken. Send JSON (Content-Type: application/json).',
  },
  IDEMPOTENCY_KEY_INVALID: {
    status: 400,
    vi: 'Idempotency-Key phải dài từ 8 đến 200 ký tự, chỉ gồm chữ không dấu, chữ số và - _ . :',
    en: 'An Idempotency-Key has 8 to 200 characters: letters, digits and - _ . : only.',
  },
} as const satisfies Record<string, ErrorText>;

/** Of the health routes: `ok` means that it can serve. */
export const health = z.object({ status: z.literal('ok') });

/** What commands answer: the record's new revision, or the ids of what was made in the order of the command. */
export const created = z.object({ id: uuid, revision: z.number().int() });
export const changed = z.object({ revision: z.number().int() });
export const createdIds = z.object({ ids: z.array(uuid) });

export const signedIn = z.object({ mustChangePassword: z.boolean() });
export const setUpDone = z.object({ administrationId: uuid, accountId: uuid });
export const roleAssigned = changed.extend({ assignmentId: uuid });
export const sessionsEnded = changed.extend({ ended: z.number().int() });
export const accountImportReport = importReport.extend({ accounts: z.array(createdAccount) });
