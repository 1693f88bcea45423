import type { AppraisalKind, TraceCode, TraceStep } from '@nhip/contracts';
import type { Sql } from '../../platform/index.js';
import { versionsAt, type FigureSource } from './cycle-figures.js';

interface DecidedRow {
  readonly indicator: string;
  readonly kind: AppraisalKind;
  readonly points: string;
  readonly reason: string | null;
}

/** Steps that end with points of people, or say that there are none yet. */
const decides: ReadonlySet<TraceCode> = new Set(['RULE_APPRAISED', 'RULE_NOT_APPRAISED', 'APPRAISED']);
const told = {
  self: { plain: 'SELF_SCORED', because: 'SELF_SCORED_BECAUSE' },
  appraised: { plain: 'APPRAISED_POINTS', because: 'APPRAISED_BECAUSE' },
} as const;

/** What a unit gave itself and what the appraisers decided, with their reasons, told before the step that takes it up. */
export async function appraisalSteps(
  sql: Sql,
  { administrationId, cycle, recordedAt = null }: FigureSource,
  unitId: string,
): Promise<(indicator: string, steps: readonly TraceStep[]) => TraceStep[]> {
  const rows = await sql.rows<DecidedRow>(
    `select indicator_code as indicator, kind, trim_scale(points)::text as points, reason from appraisal
      where administration_id = $1 and cycle_id = $2 and unit_id = $3 and points is not null and ${versionsAt(recordedAt, 4)}
      order by kind desc`,
    [administrationId, cycle.id, unitId, recordedAt],
  );
  return (indicator, steps) => {
    const own = rows.filter((row) => row.indicator === indicator).map(stepOf);
    return steps.flatMap((step) => (decides.has(step.code) ? [...own, step] : [step]));
  };
}

const stepOf = ({ kind, points, reason }: DecidedRow): TraceStep => ({
  code: reason === null ? told[kind].plain : told[kind].because,
  params: { points, ...(reason !== null && { reason }) },
});
