import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mail: what is sent to whom, and when; who wants it; and what the workers say of themselves. */
export class Mail0027 implements MigrationInterface {
  readonly name = 'Mail0000000000027';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table account add column mail_on boolean not null default true;
      comment on column account.mail_on is 'Whether the person wants mail; notices in the application come all the same.';

      create table mail (
        id uuid primary key,
        administration_id uuid not null references administration,
        account_id uuid not null references account,
        kind text not null check (kind in ('notice', 'digest')),
        notice_id uuid,
        digest_on date check ((digest_on is not null) = (kind = 'digest')),
        language text not null check (language in ('vi', 'en')),
        subject text not null,
        content jsonb not null,
        queued_at timestamptz not null,
        state text not null default 'waiting' check (state in ('waiting', 'sent', 'refused', 'dropped')),
        message_id text,
        attempts int not null default 0,
        leased_until timestamptz,
        sent_at timestamptz check ((sent_at is not null) = (state = 'sent')),
        error text,
        unique (administration_id, id),
        foreign key (administration_id, notice_id) references notice (administration_id, id)
      );
      comment on column mail.content is 'Paragraphs and sections as they were written, links as pages of the console.';
      comment on column mail.queued_at is 'Business time; what follows it is of the machine: the world has no demo clock.';
      comment on column mail.leased_until is 'A worker is at it until then: nobody else sends it meanwhile.';
      comment on column mail.state is 'refused: the server will never take it; dropped: nobody to send it to, or skipped.';
      create unique index mail_one_digest_a_day on mail (administration_id, account_id, digest_on) where kind = 'digest';
      create index mail_queued on mail (administration_id, queued_at desc, id);
      create index mail_waiting on mail (administration_id) where state = 'waiting';

      create table mail_server (
        one boolean primary key default true check (one),
        configured boolean not null,
        last_sent_at timestamptz,
        last_failed_at timestamptz,
        last_error text
      );
      comment on table mail_server is 'As the worker that started last was told, and how sending went; without a row nothing is mailed.';

      create table worker_process (
        id uuid primary key,
        started_at timestamptz not null default clock_timestamp(),
        seen_at timestamptz not null default clock_timestamp()
      );
      comment on table worker_process is 'Workers sign here every few seconds by the machine''s clock.';

      alter table task_step drop constraint task_step_kind_check;
      alter table task_step add constraint task_step_kind_check check (kind in
        ('reminded', 'overdue', 'urged', 'urged-by-letter', 'marked-for-criticism', 'criticised', 'spared', 'check-due'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
