import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Minutes of a conference, what caused a conclusion's item, supervisions of several units with their reports, the ladder. */
export class FollowThrough0029 implements MigrationInterface {
  readonly name = 'FollowThrough0000000000029';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table conclusion_item add column cause_unit_ids uuid[] not null default '{}';
      comment on column conclusion_item.cause_unit_ids is
        'Units whose results made it necessary, on the item''s indicators; they need not be the ones that do it.';

      create table conference_minutes (
        administration_id uuid not null,
        conclusion_id uuid not null,
        secretary text,
        agenda jsonb not null default '[]',
        attendance jsonb not null default '[]',
        course text not null default '',
        opinions jsonb not null default '[]',
        revision bigint not null check (revision > 0),
        primary key (administration_id, conclusion_id),
        foreign key (administration_id, conclusion_id) references conclusion (administration_id, id)
      );
      comment on table conference_minutes is 'What happened at the conference; kept beside its conclusion, and with it for ever once that is issued.';
      comment on column conference_minutes.agenda is '[{ about, text }] in order.';
      comment on column conference_minutes.attendance is '[{ unitId, name, position, presence }].';
      comment on column conference_minutes.opinions is '[{ unitId, speaker, text }] in the order they were given.';
      create trigger conference_minutes_issued before insert or update or delete on conference_minutes
        for each row execute function conclusion_items_follow();
      alter table conference_minutes enable always trigger conference_minutes_issued;

      alter table supervision add column unit_ids uuid[];
      update supervision set unit_ids = array[unit_id];
      alter table supervision alter column unit_ids set not null;
      alter table supervision add check (cardinality(unit_ids) > 0);
      alter table supervision drop column unit_id;
      comment on column supervision.unit_ids is 'Units supervised, in order.';
      create index supervision_units on supervision using gin (unit_ids);

      create table supervision_report (
        administration_id uuid not null,
        supervision_id uuid not null,
        task_id uuid not null,
        primary key (administration_id, task_id),
        foreign key (administration_id, supervision_id) references supervision (administration_id, id),
        foreign key (administration_id, task_id) references task (administration_id, id)
      );
      comment on table supervision_report is 'Tasks by which a supervision asks its units for their reports, and so no requirements. Written once.';
      create index supervision_report_of on supervision_report (administration_id, supervision_id);

      create table ladder_step (
        id uuid primary key,
        administration_id uuid not null,
        supervision_id uuid not null,
        record_kind text not null check (record_kind in ('requirement', 'recommendation')),
        record_id uuid not null,
        number int not null check (number > 0),
        step text not null check (step in ('urge', 'urge-again', 'refer', 'explanation-session', 'questioning',
          'supervise-again', 'report-to-council')),
        on_day date not null,
        document_number text not null,
        note text not null default '',
        answer_by date,
        at timestamptz not null,
        unique (administration_id, record_kind, record_id, number),
        foreign key (administration_id, supervision_id) references supervision (administration_id, id)
      );
      comment on table ladder_step is 'What the council did about a requirement or recommendation that is not done, each by a document. Written once.';
      comment on column ladder_step.answer_by is 'With an explanation session: the day by which it is to be explained.';
      create index ladder_step_supervision on ladder_step (administration_id, supervision_id);

      create trigger supervision_report_once before update or delete on supervision_report
        for each row execute function written_once();
      create trigger ladder_step_once before update or delete on ladder_step
        for each row execute function written_once();
      alter table supervision_report enable always trigger supervision_report_once;
      alter table ladder_step enable always trigger ladder_step_once;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
