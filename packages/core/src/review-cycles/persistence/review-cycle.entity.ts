import type { Names } from '@nhip/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../platform/index.js';
import type { Instant, Period } from '../../shared/index.js';
import type { StageWords } from '../domain/stage-deadline.js';

/** A review cycle's own columns. Its state, deadlines and revision are those of its procedure instance. */
@Entity('review_cycle')
export class ReviewCycle {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'administration_id' })
  administrationId: string;

  @Column('text')
  code: string;

  @Column('jsonb')
  names: Names;

  @Column('jsonb')
  period: Period;

  @Column('uuid', { name: 'criteria_set_version_id' })
  criteriaSetVersionId: string;

  @Column('uuid', { name: 'previous_cycle_id', nullable: true })
  previousCycleId: string | null;

  @Column('jsonb')
  stages: Record<string, StageWords>;

  @Column('boolean')
  illustrative: boolean;

  @Column('timestamptz', { name: 'created_at', transformer: instantColumn })
  createdAt: Instant;

  @Column('timestamptz', { name: 'launched_at', nullable: true, transformer: instantColumn })
  launchedAt: Instant | null;

  @Column('timestamptz', { name: 'published_at', nullable: true, transformer: instantColumn })
  publishedAt: Instant | null;
}
