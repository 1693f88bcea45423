import { describeNotice, mailWords } from '@nhip/contracts';
import type { Transaction } from '../platform/index.js';
import type { NewNotice } from './new-notice.js';
import { isMailed, Mails, type NewMail } from './persistence/mails.repository.js';
import { Notices } from './persistence/notices.repository.js';
import { queueMails } from './queue-mails.js';

type SentNotice = NewNotice & { readonly id: string; readonly accountId: string };

/**
 * Tells people in the caller's transaction, all of them in two statements, and by mail where the kind of notice asks
 * for it. Nobody gets one notice twice, and nobody is told what they have just done themselves.
 */
export async function notify(tx: Transaction, notices: readonly NewNotice[]): Promise<void> {
  if (notices.length === 0) return;
  const repository = tx.use(Notices);
  const recipients = await repository.recipientsOf(notices.map(({ to }) => to));
  const sent = recipients.flatMap(({ index, accountId }): SentNotice[] => {
    const notice = notices[index];
    return notice === undefined ? [] : [{ ...notice, id: tx.ids.next(), accountId }];
  });
  await repository.insert(sent);
  await mail(tx, sent.filter(isMailed));
}

async function mail(tx: Transaction, notices: readonly SentNotice[]): Promise<void> {
  if (notices.length === 0) return;
  const readers = await tx.use(Mails).readers(notices.map(({ accountId }) => accountId));
  await queueMails(
    tx,
    notices.flatMap((notice) => {
      const language = readers.get(notice.accountId);
      return language === undefined ? [] : [mailOf(notice, language, tx.ids.next())];
    }),
  );
}

const LONGEST_SUBJECT = 140;

function mailOf(notice: SentNotice, language: 'vi' | 'en', id: string): NewMail {
  const { accountId, kind, params = {}, link } = notice;
  const words = describeNotice({ kind, params }, language);
  const subject = words.length > LONGEST_SUBJECT ? `${words.slice(0, LONGEST_SUBJECT - 1)}…` : words;
  return {
    id,
    accountId,
    kind: 'notice',
    noticeId: notice.id,
    digestOn: null,
    language,
    subject,
    content: {
      opening: mailWords[language].noticeOpening,
      sections: [{ lines: [{ text: words, ...(link !== undefined && { link }) }] }],
    },
  };
}
