import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was issued may be retired and nothing else; what is retired stays so. Compared as text: jsonb calls 2 and 2.0
 * equal.
 */
export class RetiredStaysRetired0031 implements MigrationInterface {
  readonly name = 'RetiredStaysRetired0000000000031';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function issued_never_changes() returns trigger language plpgsql as $$
      begin
        if old.status <> 'draft' and (tg_op = 'DELETE'
           or (to_jsonb(new) - 'status')::text is distinct from (to_jsonb(old) - 'status')::text
           or new.status is distinct from old.status and (old.status, new.status) <> ('issued', 'retired')) then
          raise exception '%: an issued version never changes; make a new version', tg_table_name
            using errcode = 'insufficient_privilege';
        end if;
        return case when tg_op = 'DELETE' then old else new end;
      end $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
