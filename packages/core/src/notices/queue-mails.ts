import { job } from '../jobs/index.js';
import type { Transaction } from '../platform/index.js';
import { sendMail } from './jobs.js';
import { Mails, type NewMail } from './persistence/mails.repository.js';

/** Writes mails and has them sent after the commit; gives how many. A second digest of a day is passed over. */
export async function queueMails(tx: Transaction, mails: readonly NewMail[]): Promise<number> {
  const written = await tx.use(Mails).insert(mails);
  tx.enqueue(written.map((mailId) => job(sendMail, mailId, { mailId })));
  return written.length;
}
