import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tasks with deadlines, the ladder each of them climbed, its notes, and the causes explanations choose from. */
export class Tasks0008 implements MigrationInterface {
  readonly name = 'Tasks0000000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table cause (
        id uuid primary key,
        administration_id uuid not null,
        code text not null,
        names jsonb not null,
        sort int not null default 0,
        citation text,
        retired_at timestamptz,
        revision bigint not null check (revision > 0),
        unique (administration_id, code)
      );
      comment on table cause is 'Causes of weak results; of an administration, or of the installation (nil uuid).';

      create table task (
        id uuid primary key,
        administration_id uuid not null references administration,
        kind text not null check (kind in ('explanation', 'directive', 'requirement')),
        title text not null,
        body text not null default '',
        product text,
        responsibility text,
        source_kind text not null check (source_kind in ('conclusion', 'supervision', 'direct')),
        source_id uuid,
        cycle_id uuid,
        subject_kind text,
        subject_id uuid,
        indicator_codes text[] not null default '{}',
        explains jsonb not null default '[]',
        unit_id uuid not null,
        co_unit_ids uuid[] not null default '{}',
        phrase text,
        reading jsonb,
        original_due_on date,
        original_due_at timestamptz,
        due_on date,
        due_at timestamptz check ((due_at is null) = (due_on is null)),
        recurrence text,
        next_check_on date check (next_check_on is null or recurrence is not null),
        on_accepted text,
        on_returned text,
        on_unanswered text,
        answer jsonb,
        handed_in_at timestamptz,
        illustrative boolean not null default false,
        opened_at timestamptz not null,
        unique (administration_id, id),
        foreign key (administration_id, unit_id) references unit (administration_id, id)
      );
      comment on column task.source_id is 'The item of the conclusion, or the supervision, that asks for it.';
      comment on column task.explains is 'Results under a threshold, as they stood when the explanation was asked for.';
      comment on column task.reading is 'How the phrase was read: rule, warnings, calendar, and the reason of a day chosen by hand.';
      comment on column task.due_at is 'Exclusive end of the present deadline; the deadline in procedure_instance is the same.';
      comment on column task.answer is 'Draft or sent answer: { causes, text, measures }. Earlier ones stand in history.';
      comment on column task.handed_in_at is 'When the answer or report now under judgement was handed in: what decides on time or late.';
      create index task_due on task (administration_id, due_at, id);
      create index task_unit on task (administration_id, unit_id, due_at);
      create index task_co_units on task using gin (co_unit_ids);
      create index task_cycle on task (administration_id, cycle_id) where cycle_id is not null;
      create index task_source on task (administration_id, source_id) where source_id is not null;

      create table task_step (
        administration_id uuid not null,
        task_id uuid not null,
        number int not null check (number > 0),
        kind text not null check (kind in
          ('reminded', 'overdue', 'urged', 'marked-for-criticism', 'criticised', 'spared', 'check-due')),
        on_day date not null,
        document_number text,
        note text,
        at timestamptz not null,
        primary key (administration_id, task_id, number),
        foreign key (administration_id, task_id) references task (administration_id, id)
      );
      comment on table task_step is 'The ladder: reminded, overdue, urged for the n-th time, marked, criticised. Written once.';
      create index task_step_kind on task_step (administration_id, kind, task_id);

      create table task_note (
        id uuid primary key,
        administration_id uuid not null,
        task_id uuid not null,
        text text not null,
        check_on date,
        account_id uuid,
        at timestamptz not null,
        unique (administration_id, id),
        foreign key (administration_id, task_id) references task (administration_id, id)
      );
      comment on column task_note.check_on is 'With a recurring task: the occurrence this note reports on.';
      comment on column task_note.account_id is 'Who noted it; null for the system.';
      create index task_note_task on task_note (administration_id, task_id, at);

      create function written_once() returns trigger language plpgsql as $$
      begin
        raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'insufficient_privilege';
      end $$;
      create trigger task_step_once before update or delete on task_step
        for each row execute function written_once();
      create trigger task_note_once before update or delete on task_note
        for each row execute function written_once();
      alter table task_step enable always trigger task_step_once;
      alter table task_note enable always trigger task_note_once;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
