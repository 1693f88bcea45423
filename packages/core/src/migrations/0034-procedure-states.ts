import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The states of each procedure as rows: what a list of thousands of records asks of the state of each (is it the end, what
 * is it called) is joined, not looked up in the whole text of the procedure, record by record.
 */
export class ProcedureStates0034 implements MigrationInterface {
  readonly name = 'ProcedureStates0000000000034';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table procedure_version add unique (administration_id, id);
      create table procedure_state (
        administration_id uuid not null,
        procedure_version_id uuid not null,
        state text not null,
        names jsonb,
        owner text,
        final boolean not null,
        primary key (procedure_version_id, state, administration_id),
        foreign key (administration_id, procedure_version_id) references procedure_version (administration_id, id)
          on delete cascade
      );
      comment on table procedure_state is 'States of procedure_version.content as rows, written by the database itself.';

      create function write_procedure_states() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        delete from procedure_state where procedure_version_id = new.id;
        insert into procedure_state
          select new.administration_id, new.id, s.key, (s.value -> 'names')::jsonb, s.value ->> 'owner',
                 coalesce((s.value ->> 'final')::boolean, false)
            from json_each(new.content -> 'states') s;
        return null;
      end $$;
      revoke all on function write_procedure_states() from public;
      create trigger procedure_version_states after insert or update of content on procedure_version
        for each row execute function write_procedure_states();
      alter table procedure_version enable always trigger procedure_version_states;

      insert into procedure_state
        select v.administration_id, v.id, s.key, (s.value -> 'names')::jsonb, s.value ->> 'owner',
               coalesce((s.value ->> 'final')::boolean, false)
          from procedure_version v, json_each(v.content -> 'states') s;

      -- Not led by the administration: where there is one, and its statistics are of before a launch, this index was taken
      -- for the one of the key, and every reference of a timer to its record read all records.
      drop index procedure_instance_state;
      create index procedure_instance_state on procedure_instance (kind, state, administration_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
