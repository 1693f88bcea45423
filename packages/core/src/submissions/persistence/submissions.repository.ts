import type { Names } from '@nhip/contracts';
import type { Transaction } from '../../platform/index.js';
import type { Instant, Period } from '../../shared/index.js';
import { Instances, stateOf, type Deadline } from '../../workflow/index.js';
import { UNIT_AT_CUT_OFF } from '../unit-at-cut-off.js';

/** A unit's submission with what every step needs to know of its cycle. */
export interface Submission {
  readonly id: string;
  readonly cycleId: string;
  readonly unitId: string;
  readonly state: string;
  /** When it came into its state. */
  readonly enteredAt: Instant;
  readonly revision: number;
  readonly due: Deadline | null;
  /** The unit's own deadline in place of the stage's. */
  readonly ownDue: Deadline | null;
  readonly late: boolean;
  readonly locked: boolean;
  /** Type and name of the unit on the cut-off day of the period. */
  readonly unitType: string;
  readonly unitNames: Names;
  readonly cycleCode: string;
  /** The cycle is closed or withdrawn: nothing of it changes any more. */
  readonly cycleOver: boolean;
  readonly period: Period;
  readonly criteriaSetVersionId: string;
}

/** Columns of the submission's own table that steps set. */
export interface SubmissionColumns {
  readonly late?: boolean;
  readonly locked?: boolean;
  readonly submittedAt?: Instant | null;
  readonly approvedAt?: Instant | null;
  readonly acceptedAt?: Instant | null;
}

const columnNames: Readonly<Record<keyof SubmissionColumns, string>> = {
  late: 'late',
  locked: 'locked',
  submittedAt: 'submitted_at',
  approvedAt: 'approved_at',
  acceptedAt: 'accepted_at',
};

export interface LastSave {
  readonly submissionId: string;
  readonly side: 'unit' | 'secretariat';
  readonly count: number;
  readonly sha256: string;
}

const SELECT = `
  select s.id, s.cycle_id as "cycleId", s.unit_id as "unitId", i.state, i.entered_at as "enteredAt", i.revision,
         i.deadlines->'due' as due, p.due as "ownDue", s.late,
         s.locked, v.unit_type as "unitType", v.names as "unitNames", c.code as "cycleCode",
         cst.final as "cycleOver", c.period, c.criteria_set_version_id as "criteriaSetVersionId"
    from submission s
    join procedure_instance i on i.administration_id = s.administration_id and i.id = s.id
    join review_cycle c on c.administration_id = s.administration_id and c.id = s.cycle_id
    join procedure_instance ci on ci.administration_id = c.administration_id and ci.id = c.id
    ${stateOf('ci', 'cst')}
    left join cycle_participant p on p.administration_id = s.administration_id and p.cycle_id = s.cycle_id
     and p.unit_id = s.unit_id
    ${UNIT_AT_CUT_OFF}`;

export class Submissions {
  constructor(private readonly tx: Transaction) {}

  listByIds(ids: readonly string[]): Promise<Submission[]> {
    return this.tx.rows(`${SELECT} where s.administration_id = $1 and s.id = any($2::uuid[]) order by s.id`, [
      this.tx.administrationId,
      ids,
    ]);
  }

  /** Of all units of the cycles, or of these. */
  listOfCycles(cycleIds: readonly string[], unitIds?: readonly string[]): Promise<Submission[]> {
    return this.tx.rows(
      `${SELECT} where s.administration_id = $1 and s.cycle_id = any($2::uuid[])
          and ($3::uuid[] is null or s.unit_id = any($3)) order by s.id`,
      [this.tx.administrationId, cycleIds, unitIds ?? null],
    );
  }

  /**
   * Locks every submission of the cycles, in order of id, so that what is read of them next still holds when it is
   * acted on: a form handed in at the last second is handed in, not in the way of the stage's end.
   */
  async lockOfCycles(cycleIds: readonly string[]): Promise<void> {
    const rows = await this.tx.rows<{ id: string }>(
      'select id from submission where administration_id = $1 and cycle_id = any($2::uuid[])',
      [this.tx.administrationId, cycleIds],
    );
    await this.tx.use(Instances).lock(rows.map(({ id }) => id));
  }

  async insert(
    rows: readonly { readonly id: string; readonly cycleId: string; readonly unitId: string }[],
  ): Promise<void> {
    await this.tx.rows(
      `insert into submission (id, administration_id, cycle_id, unit_id)
       select id, $1, cycle, unit from unnest($2::uuid[], $3::uuid[], $4::uuid[]) as s(id, cycle, unit)`,
      [
        this.tx.administrationId,
        rows.map(({ id }) => id),
        rows.map(({ cycleId }) => cycleId),
        rows.map(({ unitId }) => unitId),
      ],
    );
  }

  async change(ids: readonly string[], columns: SubmissionColumns): Promise<void> {
    const entries = Object.entries(columns) as [keyof SubmissionColumns, unknown][];
    const sets = entries.map(([column], index) => `${columnNames[column]} = $${index + 3}`).join(', ');
    await this.tx.rows(
      `update submission set ${sets} where administration_id = $1 and id = any($2::uuid[])`,
      [this.tx.administrationId, ids, ...entries.map(([, value]) => value)],
    );
  }

  async setLastSaves(saves: readonly LastSave[]): Promise<void> {
    await this.tx.rows(
      `update submission s set last_save = x.save::jsonb
         from unnest($2::uuid[], $3::text[]) as x(id, save)
        where s.administration_id = $1 and s.id = x.id`,
      [
        this.tx.administrationId,
        saves.map(({ submissionId }) => submissionId),
        saves.map(({ side, count, sha256 }) => JSON.stringify({ side, count, sha256 })),
      ],
    );
  }
}
