import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sub-tasks, findings a task is about, requests for more time, and every round of handing in and judging. */
export class TaskExtensions0024 implements MigrationInterface {
  readonly name = 'TaskExtensions0000000000024';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table task
        add column parent_id uuid,
        add column finding_ids uuid[] not null default '{}',
        add check (parent_id <> id),
        add foreign key (administration_id, parent_id) references task (administration_id, id);
      comment on column task.parent_id is 'The task this is part of; never due after it.';
      comment on column task.finding_ids is 'Findings that are to be explained, or that caused the task.';
      create index task_parent on task (administration_id, parent_id) where parent_id is not null;
      create index task_findings on task using gin (finding_ids) where finding_ids <> '{}';

      create table task_extension (
        id uuid primary key,
        administration_id uuid not null,
        task_id uuid not null,
        number int not null check (number > 0),
        state text not null check (state in
          ('requested', 'withdrawn', 'approved', 'rejected', 'countered', 'accepted', 'declined')),
        from_due_on date not null,
        asked_due_on date not null check (asked_due_on > from_due_on),
        asked_phrase text,
        reason text not null,
        after_deadline boolean not null,
        requested_by text not null,
        requested_at timestamptz not null,
        countered_due_on date check (countered_due_on > from_due_on),
        decision_reason text,
        decided_by text,
        decided_at timestamptz,
        answer_reason text,
        answered_at timestamptz,
        unique (administration_id, task_id, number),
        foreign key (administration_id, task_id) references task (administration_id, id),
        check (decided_by <> requested_by),
        check ((decided_by is null) = (decided_at is null)),
        check (state not in ('approved', 'rejected', 'countered', 'accepted', 'declined') or decided_at is not null),
        check (state not in ('countered', 'accepted', 'declined') or countered_due_on is not null),
        check (state not in ('rejected', 'countered') or decision_reason is not null)
      );
      comment on table task_extension is 'Requests for more time: asked by the unit, decided by those who assigned the task.';
      comment on column task_extension.number is 'The n-th request of its task.';
      comment on column task_extension.after_deadline is 'Asked for when the deadline had passed already.';
      comment on column task_extension.requested_by is 'Actor, as in history: user:<account id>.';
      create unique index task_extension_open on task_extension (administration_id, task_id)
        where state in ('requested', 'countered');

      create table task_round (
        administration_id uuid not null,
        task_id uuid not null,
        number int not null check (number > 0),
        answer jsonb not null,
        handed_in_at timestamptz not null,
        account_id uuid,
        due_on date,
        verdict text check (verdict in ('accepted', 'returned', 'partly-done')),
        reason text,
        judged_at timestamptz,
        primary key (administration_id, task_id, number),
        foreign key (administration_id, task_id) references task (administration_id, id),
        check ((verdict is null) = (judged_at is null))
      );
      comment on table task_round is 'Each answer or report that was handed in, and how it was judged.';
      comment on column task_round.account_id is 'Who handed it in; null for the system.';
      comment on column task_round.due_on is 'The deadline that held when it was handed in.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
