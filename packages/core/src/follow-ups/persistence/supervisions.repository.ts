import { DomainError, type Day, type Instant } from '../../shared/index.js';
import type { Transaction } from '../../platform/index.js';

export interface SupervisionFigure {
  readonly text: string;
  readonly citation: string | null;
}

export interface Supervision {
  readonly id: string;
  readonly title: string;
  readonly number: string | null;
  readonly unitIds: readonly string[];
  readonly chair: string | null;
  readonly chairPosition: string | null;
  readonly heldOn: Day;
  readonly place: string | null;
  readonly periodStart: Day;
  readonly periodEnd: Day;
  readonly figures: readonly SupervisionFigure[];
  readonly summary: string;
  readonly memberIds: readonly string[];
  readonly illustrative: boolean;
  readonly state: 'open' | 'presented';
  readonly presentedOn: Day | null;
  readonly presentedTo: string | null;
  readonly createdAt: Instant;
  readonly revision: number;
}

export class Supervisions {
  constructor(private readonly tx: Transaction) {}

  async getForUpdate(id: string): Promise<Supervision> {
    const [row] = await this.tx.rows<Supervision>(
      `select id, title, number, unit_ids as "unitIds", chair, chair_position as "chairPosition", held_on as "heldOn",
              place, period_start as "periodStart", period_end as "periodEnd", figures, summary,
              member_ids as "memberIds", illustrative, state, presented_on as "presentedOn",
              presented_to as "presentedTo", created_at as "createdAt", revision
         from supervision where administration_id = $1 and id = $2 for update`,
      [this.tx.administrationId, id],
    );
    if (row === undefined) throw new DomainError('NOT_FOUND');
    return row;
  }

  async insert(one: Supervision): Promise<void> {
    await this.tx.rows(
      `insert into supervision (administration_id, id, title, number, unit_ids, chair, chair_position, held_on, place,
         period_start, period_end, figures, summary, member_ids, illustrative, state, presented_on, presented_to,
         created_at, revision)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12::jsonb, $13, $14, $15, $16, $17, $18, $19, $20)`,
      [this.tx.administrationId, ...valuesOf(one)],
    );
  }

  /** The row is locked, so its revision is the one that was checked. */
  async save(one: Supervision): Promise<void> {
    await this.tx.rows(
      `update supervision set title = $3, number = $4, unit_ids = $5, chair = $6, chair_position = $7, held_on = $8,
              place = $9, period_start = $10, period_end = $11, figures = $12::jsonb, summary = $13,
              member_ids = $14, illustrative = $15, state = $16, presented_on = $17, presented_to = $18,
              created_at = $19, revision = $20
        where administration_id = $1 and id = $2`,
      [this.tx.administrationId, ...valuesOf(one)],
    );
  }

  /** Which of these accounts hold the auditor's role on the day. */
  async auditorsAmong(accountIds: readonly string[], on: Day): Promise<string[]> {
    const rows = await this.tx.rows<{ id: string }>(
      `select distinct account_id as id from role_assignment
        where administration_id = $1 and role = 'auditor' and account_id = any($2::uuid[])
          and valid_from <= $3::date and (valid_to is null or valid_to > $3::date)`,
      [this.tx.administrationId, accountIds, on],
    );
    return rows.map(({ id }) => id);
  }
}

const valuesOf = (one: Supervision): unknown[] => [
  one.id,
  one.title,
  one.number,
  one.unitIds,
  one.chair,
  one.chairPosition,
  one.heldOn,
  one.place,
  one.periodStart,
  one.periodEnd,
  JSON.stringify(one.figures),
  one.summary,
  one.memberIds,
  one.illustrative,
  one.state,
  one.presentedOn,
  one.presentedTo,
  one.createdAt,
  one.revision,
];
