import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A day may be settled as a day like any other: what was announced and did not come, or does not hold here. */
export class CalendarChanges0023 implements MigrationInterface {
  readonly name = 'CalendarChanges0000000000023';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table calendar_day drop constraint calendar_day_kind_check;
      alter table calendar_day add constraint calendar_day_kind_check
        check (kind in ('statutory', 'in_lieu', 'swap_off', 'swap_work', 'unconfirmed', 'ordinary'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
