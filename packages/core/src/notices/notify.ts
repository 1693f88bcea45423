import type { Transaction } from '../platform/index.js';
import type { NewNotice } from './new-notice.js';
import { Notices } from './persistence/notices.repository.js';

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
