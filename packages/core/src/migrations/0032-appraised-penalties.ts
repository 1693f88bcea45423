import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Penalties are appraised too: what a deduction takes from zero stands below zero. The criteria set says how far. */
export class AppraisedPenalties0032 implements MigrationInterface {
  readonly name = 'AppraisedPenalties0000000000032';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table appraisal drop constraint appraisal_points_check');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
