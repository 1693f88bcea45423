import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A unit proves what it answers to a finding. */
export class EvidenceOfAnswers0033 implements MigrationInterface {
  readonly name = 'EvidenceOfAnswers0000000000033';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table evidence drop constraint evidence_subject_kind_check;
      alter table evidence add constraint evidence_subject_kind_check
        check (subject_kind in ('submission', 'task', 'finding'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
