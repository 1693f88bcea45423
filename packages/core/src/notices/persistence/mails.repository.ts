import { mailedNotices, type MailContent } from '@nhip/contracts';
import type { Transaction } from '../../platform/index.js';
import type { Day } from '../../shared/index.js';
import type { NewNotice } from '../new-notice.js';

export interface NewMail {
  readonly id: string;
  readonly accountId: string;
  readonly kind: 'notice' | 'digest';
  readonly noticeId: string | null;
  readonly digestOn: Day | null;
  readonly language: 'vi' | 'en';
  readonly subject: string;
  readonly content: MailContent;
}

/** A mail with the person it goes to. */
export interface LeasedMail {
  readonly id: string;
  readonly language: 'vi' | 'en';
  readonly subject: string;
  readonly content: MailContent;
  readonly name: string;
  /** Null where there is nobody to send it to any more. */
  readonly address: string | null;
}

/** Mails: written with what they are about, sent by the worker. */
export class Mails {
  constructor(private readonly tx: Transaction) {}

  /** Which of the accounts get mail and in which language; nobody where no server is set up. */
  async readers(accountIds: readonly string[]): Promise<ReadonlyMap<string, 'vi' | 'en'>> {
    const rows = await this.tx.rows<{ id: string; language: 'vi' | 'en' }>(
      `select a.id, a.language from account a join person p on p.id = a.person_id
        where a.id = any($1::uuid[]) and a.mail_on and a.disabled_at is null and p.email is not null
          and (select configured from mail_server)`,
      [accountIds],
    );
    return new Map(rows.map(({ id, language }) => [id, language]));
  }

  /** The ids of those written: a second digest of a day is not. */
  async insert(mails: readonly NewMail[]): Promise<string[]> {
    if (mails.length === 0) return [];
    const rows = await this.tx.rows<{ id: string }>(
      `insert into mail (administration_id, id, account_id, kind, notice_id, digest_on, language, subject, content, queued_at)
       select $1, id, account_id, kind, notice_id, digest_on, language, subject, content::jsonb, $2
         from unnest($3::uuid[], $4::uuid[], $5::text[], $6::uuid[], $7::date[], $8::text[], $9::text[], $10::text[])
           as m(id, account_id, kind, notice_id, digest_on, language, subject, content)
       on conflict do nothing returning id`,
      [
        this.tx.administrationId,
        this.tx.now,
        mails.map(({ id }) => id),
        mails.map(({ accountId }) => accountId),
        mails.map(({ kind }) => kind),
        mails.map(({ noticeId }) => noticeId),
        mails.map(({ digestOn }) => digestOn),
        mails.map(({ language }) => language),
        mails.map(({ subject }) => subject),
        mails.map(({ content }) => JSON.stringify(content)),
      ],
    );
    return rows.map(({ id }) => id);
  }

  /** Takes the mail for so many seconds; undefined where it is sent, given up, or another worker's. */
  async lease(id: string, seconds: number): Promise<LeasedMail | undefined> {
    const [mail] = await this.tx.rows<LeasedMail>(
      `update mail m
          set leased_until = clock_timestamp() + make_interval(secs => $3), attempts = m.attempts + 1
         from account a join person p on p.id = a.person_id
        where m.administration_id = $1 and m.id = $2 and a.id = m.account_id and m.state = 'waiting'
          and (m.leased_until is null or m.leased_until < clock_timestamp())
       returning m.id, m.language, m.subject, m.content, p.full_name as name,
                 case when a.mail_on and a.disabled_at is null then p.email end as address`,
      [this.tx.administrationId, id, seconds],
    );
    return mail;
  }

  /** Whether there is nothing left to send of it. */
  async isSettled(id: string): Promise<boolean> {
    const [mail] = await this.tx.rows<{ state: string }>(
      'select state from mail where administration_id = $1 and id = $2',
      [this.tx.administrationId, id],
    );
    return mail?.state !== 'waiting';
  }

  async settle(
    id: string,
    state: 'sent' | 'refused' | 'dropped',
    messageId: string | null,
    error: string | null,
  ): Promise<void> {
    await this.tx.rows(
      `update mail set state = $3, message_id = $4, error = $5, leased_until = null,
              sent_at = case when $3 = 'sent' then clock_timestamp() end
        where administration_id = $1 and id = $2 and state = 'waiting'`,
      [this.tx.administrationId, id, state, messageId, error],
    );
  }

  /** It stays waiting; the relay brings it again. */
  async release(id: string, error: string): Promise<void> {
    await this.tx.rows(
      `update mail set leased_until = null, error = $3 where administration_id = $1 and id = $2 and state = 'waiting'`,
      [this.tx.administrationId, id, error],
    );
  }

  async noteServer(error: string | null): Promise<void> {
    await this.tx.rows(
      error === null
        ? 'update mail_server set last_sent_at = clock_timestamp()'
        : 'update mail_server set last_failed_at = clock_timestamp(), last_error = $1',
      error === null ? [] : [error],
    );
  }
}

export const isMailed = ({ kind }: Pick<NewNotice, 'kind'>): boolean => mailedNotices.includes(kind);
