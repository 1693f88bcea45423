import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Conclusions and their items, recommendations, supervisions, and what one cycle leaves to the next. */
export class FollowUps0013 implements MigrationInterface {
  readonly name = 'FollowUps0000000000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table conclusion (
        id uuid primary key,
        administration_id uuid not null references administration,
        cycle_id uuid,
        title text not null,
        number text,
        held_on date not null,
        issued_on date,
        place text,
        chair text,
        chair_position text,
        summary text not null default '',
        illustrative boolean not null default false,
        state text not null check (state in ('draft', 'issued', 'discarded')),
        created_at timestamptz not null,
        issued_at timestamptz check ((issued_at is not null) = (state = 'issued')),
        revision bigint not null check (revision > 0),
        unique (administration_id, id),
        foreign key (administration_id, cycle_id) references review_cycle (administration_id, id)
      );
      comment on column conclusion.held_on is 'Day of the conference; deadline phrases are read from it.';
      create index conclusion_cycle on conclusion (administration_id, cycle_id);

      create table conclusion_item (
        id uuid primary key,
        administration_id uuid not null,
        conclusion_id uuid not null,
        number int not null check (number > 0),
        kind text not null check (kind in ('directive', 'explanation', 'recurring', 'information')),
        title text not null,
        text text not null,
        assignees jsonb not null,
        co_unit_ids uuid[] not null default '{}',
        indicator_codes text[] not null default '{}',
        product text,
        responsibility text,
        phrase text,
        reading jsonb,
        due_on date,
        due_at timestamptz check ((due_at is null) = (due_on is null)),
        illustrative boolean not null default false,
        unique (administration_id, id),
        unique (administration_id, conclusion_id, number),
        foreign key (administration_id, conclusion_id) references conclusion (administration_id, id)
      );
      comment on column conclusion_item.assignees is '{ unitIds } or { rule: weak-results | all-participants }.';

      create function conclusion_issued_never_changes() returns trigger language plpgsql as $$
      begin
        if old.state <> 'draft' then
          raise exception 'an issued conclusion never changes; write another' using errcode = 'insufficient_privilege';
        end if;
        return case when tg_op = 'DELETE' then old else new end;
      end $$;
      create trigger conclusion_issued before update or delete on conclusion
        for each row execute function conclusion_issued_never_changes();
      alter table conclusion enable always trigger conclusion_issued;

      create function conclusion_items_follow() returns trigger language plpgsql as $$
      begin
        if exists (select from conclusion c where c.id = coalesce(new.conclusion_id, old.conclusion_id) and c.state <> 'draft') then
          raise exception 'the items of an issued conclusion never change' using errcode = 'insufficient_privilege';
        end if;
        return case when tg_op = 'DELETE' then old else new end;
      end $$;
      create trigger conclusion_item_issued before insert or update or delete on conclusion_item
        for each row execute function conclusion_items_follow();
      alter table conclusion_item enable always trigger conclusion_item_issued;

      create table consolidation (
        id uuid primary key,
        administration_id uuid not null references administration,
        cycle_id uuid not null,
        number int not null check (number > 0),
        note text not null default '',
        counts jsonb not null,
        content jsonb not null,
        content_hash text not null,
        at timestamptz not null,
        unique (administration_id, cycle_id, number),
        foreign key (administration_id, cycle_id) references review_cycle (administration_id, id)
      );
      comment on table consolidation is 'The list of explanations of a cycle as it was when the secretariat reported it. Written once.';

      create table supervision (
        id uuid primary key,
        administration_id uuid not null references administration,
        title text not null,
        number text,
        unit_id uuid not null,
        chair text,
        chair_position text,
        held_on date not null,
        place text,
        period_start date not null,
        period_end date not null check (period_end >= period_start),
        figures jsonb not null default '[]',
        summary text not null default '',
        member_ids uuid[] not null check (cardinality(member_ids) > 0),
        illustrative boolean not null default false,
        state text not null check (state in ('open', 'presented')),
        presented_on date check ((presented_on is not null) = (state = 'presented')),
        presented_to text,
        created_at timestamptz not null,
        revision bigint not null check (revision > 0),
        unique (administration_id, id),
        foreign key (administration_id, unit_id) references unit (administration_id, id)
      );
      comment on column supervision.member_ids is 'Accounts of the team; nobody else may change the supervision.';
      comment on column supervision.figures is 'Figures read: [{ text, citation }], in order.';

      create table recommendation (
        id uuid primary key,
        administration_id uuid not null references administration,
        title text not null,
        body text not null default '',
        addressee text not null,
        unit_id uuid,
        supervision_id uuid,
        cycle_id uuid,
        phrase text,
        reading jsonb,
        due_on date,
        due_at timestamptz check ((due_at is null) = (due_on is null)),
        answer jsonb,
        done_on date,
        illustrative boolean not null default false,
        opened_at timestamptz not null,
        unique (administration_id, id),
        check (unit_id is not null or supervision_id is not null),
        foreign key (administration_id, unit_id) references unit (administration_id, id),
        foreign key (administration_id, supervision_id) references supervision (administration_id, id),
        foreign key (administration_id, cycle_id) references review_cycle (administration_id, id)
      );
      comment on column recommendation.answer is '{ text, agrees, documentNumber, documentOn }; earlier ones stand in history.';
      comment on column recommendation.done_on is 'When what was recommended was done, not when the answer was written.';
      create index recommendation_unit on recommendation (administration_id, unit_id);
      create index recommendation_supervision on recommendation (administration_id, supervision_id);
      create index recommendation_cycle on recommendation (administration_id, cycle_id);

      create table carried_over (
        administration_id uuid not null,
        from_cycle_id uuid not null,
        kind text not null check (kind in ('task', 'recommendation')),
        record_id uuid not null,
        state text not null,
        due_on date,
        at timestamptz not null,
        primary key (administration_id, from_cycle_id, kind, record_id),
        foreign key (administration_id, from_cycle_id) references review_cycle (administration_id, id)
      );
      comment on table carried_over is 'What was still open when a cycle closed: agenda of the next. Written once.';

      create trigger consolidation_once before update or delete on consolidation
        for each row execute function written_once();
      create trigger carried_over_once before update or delete on carried_over
        for each row execute function written_once();
      alter table consolidation enable always trigger consolidation_once;
      alter table carried_over enable always trigger carried_over_once;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
