import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Submissions, their figures as versions, and the talk about a figure. */
export class Submissions0010 implements MigrationInterface {
  readonly name = 'Submissions0000000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table submission (
        id uuid primary key,
        administration_id uuid not null,
        cycle_id uuid not null,
        unit_id uuid not null,
        late boolean not null default false,
        locked boolean not null default false,
        submitted_at timestamptz,
        approved_at timestamptz,
        accepted_at timestamptz,
        last_save jsonb,
        unique (administration_id, cycle_id, unit_id),
        unique (administration_id, id),
        foreign key (administration_id, cycle_id) references review_cycle (administration_id, id),
        foreign key (administration_id, unit_id) references unit (administration_id, id)
      );
      comment on column submission.late is 'Its deadline passed before it was handed in; handing it in does not undo that.';
      comment on column submission.locked is 'The cycle collects no longer; a unit with a later deadline of its own may still go on.';
      comment on column submission.last_save is 'Count and SHA-256 of the figures written last.';
      create index submission_unit on submission (administration_id, unit_id);

      create table figure (
        id bigint generated always as identity primary key,
        administration_id uuid not null,
        cycle_id uuid not null,
        unit_id uuid not null,
        element_code text not null,
        month date,
        period_start date not null,
        period_end date not null check (period_end >= period_start),
        side text not null check (side in ('unit', 'secretariat')),
        state text not null check (state in ('value', 'nothing', 'not-applicable', 'missing')),
        value numeric check ((value is not null) = (state = 'value')),
        note text,
        source jsonb,
        illustrative boolean not null,
        published jsonb,
        recorded_by text not null,
        at timestamptz not null,
        valid_on date not null,
        recorded_at timestamptz not null default clock_timestamp(),
        superseded_at timestamptz,
        foreign key (administration_id, cycle_id, unit_id) references submission (administration_id, cycle_id, unit_id)
      );
      comment on table figure is 'Versions: the one not superseded is the figure.';
      comment on column figure.month is 'First day of the month, of elements filled month by month.';
      create unique index figure_current on figure (administration_id, cycle_id, unit_id, element_code, month)
        nulls not distinct where superseded_at is null;
      create index figure_versions on figure (administration_id, cycle_id, unit_id, element_code, recorded_at);
      create trigger figure_versions before update or delete on figure
        for each row execute function only_supersede();
      alter table figure enable always trigger figure_versions;

      create table figure_message (
        id uuid primary key,
        administration_id uuid not null,
        submission_id uuid not null,
        element_code text not null,
        month date,
        side text not null check (side in ('unit', 'secretariat')),
        author text not null,
        text text not null,
        at timestamptz not null,
        recorded_at timestamptz not null default clock_timestamp(),
        foreign key (administration_id, submission_id) references submission (administration_id, id)
      );
      comment on column figure_message.author is 'user:<account id>, as in history.';
      create index figure_message_submission on figure_message (administration_id, submission_id, at);
      create trigger figure_message_once before update or delete on figure_message
        for each row execute function written_once();
      alter table figure_message enable always trigger figure_message_once;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
