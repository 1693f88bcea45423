import type { NoticeKind, NoticeParams, RoleName } from '@nhip/contracts';
import type { Transaction } from '../platform/index.js';
import { Notices } from './persistence/notices.repository.js';

/** Whom it concerns: holders of roles (with units: only those whom these units concern), or accounts by id. */
export type NoticeTo =
  | { readonly role: RoleName | readonly RoleName[]; readonly unitIds?: readonly string[] }
  | { readonly accountIds: readonly string[] };

export interface NewNotice {
  readonly to: NoticeTo;
  readonly kind: NoticeKind;
  readonly params?: NoticeParams;
  /** Page of the console, e.g. `/tasks/<id>/show`. */
  readonly link?: string;
}

/**
 * Tells people in the caller's transaction, all of them in two statements. Nobody gets one notice twice, and nobody
 * is told what they have just done themselves.
 */
export async function notify(tx: Transaction, notices: readonly NewNotice[]): Promise<void> {
  if (notices.length === 0) return;
  const repository = tx.use(Notices);
  const recipients = await repository.recipientsOf(notices.map(({ to }) => to));
  await repository.insert(
    recipients.flatMap(({ index, accountId }) => {
      const notice = notices[index];
      return notice === undefined ? [] : [{ ...notice, id: tx.ids.next(), accountId }];
    }),
  );
}
