import type { DeadlineReadingView, ItemAssignees } from '@nhip/contracts';
import type { Transaction } from '../../platform/index.js';
import type { Sql } from '../../platform/index.js';
import type { Day, Instant } from '../../shared/index.js';

export interface Conclusion {
  readonly id: string;
  readonly cycleId: string | null;
  readonly title: string;
  readonly number: string | null;
  readonly heldOn: Day;
  readonly issuedOn: Day | null;
  readonly place: string | null;
  readonly chair: string | null;
  readonly chairPosition: string | null;
  readonly summary: string;
  readonly illustrative: boolean;
  readonly state: 'draft' | 'issued' | 'discarded';
  readonly createdAt: Instant;
  readonly issuedAt: Instant | null;
  readonly revision: number;
}

export interface ConclusionItem {
  readonly id: string;
  readonly number: number;
  readonly kind: 'directive' | 'explanation' | 'recurring' | 'information';
  readonly title: string;
  readonly text: string;
  readonly assignees: ItemAssignees;
  readonly coUnitIds: readonly string[];
  readonly indicatorCodes: readonly string[];
  readonly causeUnitIds: readonly string[];
  readonly product: string | null;
  readonly responsibility: string | null;
  readonly phrase: string | null;
  readonly reading: DeadlineReadingView | null;
  readonly dueOn: Day | null;
  readonly dueAt: Instant | null;
  readonly illustrative: boolean;
}

export const conclusionColumns = `id, cycle_id as "cycleId", title, number, held_on as "heldOn",
  issued_on as "issuedOn", place, chair, chair_position as "chairPosition", summary, illustrative, state,
  created_at as "createdAt", issued_at as "issuedAt", revision`;

const itemColumns = `id, number, kind, title, text, assignees, co_unit_ids as "coUnitIds",
  indicator_codes as "indicatorCodes", cause_unit_ids as "causeUnitIds", product, responsibility, phrase, reading, due_on as "dueOn",
  due_at as "dueAt", illustrative`;

/** Items of a conclusion in their order. */
export const conclusionItems = (
  sql: Sql,
  administrationId: string,
  conclusionId: string,
): Promise<ConclusionItem[]> =>
  sql.rows<ConclusionItem>(
    `select ${itemColumns} from conclusion_item
      where administration_id = $1 and conclusion_id = $2 order by number`,
    [administrationId, conclusionId],
  );

/** Conclusions and their numbered items; both change only while the conclusion is a draft. */
export class Conclusions {
  constructor(private readonly tx: Transaction) {}

  async findForUpdate(id: string): Promise<Conclusion | undefined> {
    const [row] = await this.tx.rows<Conclusion>(
      `select ${conclusionColumns} from conclusion where administration_id = $1 and id = $2 for update`,
      [this.tx.administrationId, id],
    );
    return row;
  }

  items(id: string): Promise<ConclusionItem[]> {
    return conclusionItems(this.tx, this.tx.administrationId, id);
  }

  async insert(conclusion: Conclusion): Promise<void> {
    await this.tx.rows(
      `insert into conclusion (administration_id, id, cycle_id, title, number, held_on, issued_on, place, chair,
         chair_position, summary, illustrative, state, created_at, issued_at, revision)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
      [this.tx.administrationId, ...valuesOf(conclusion)],
    );
  }

  /** The row is locked, so its revision is the one that was checked. */
  async save(conclusion: Conclusion): Promise<void> {
    await this.tx.rows(
      `update conclusion set cycle_id = $3, title = $4, number = $5, held_on = $6, issued_on = $7, place = $8,
              chair = $9, chair_position = $10, summary = $11, illustrative = $12, state = $13, created_at = $14,
              issued_at = $15, revision = $16
        where administration_id = $1 and id = $2`,
      [this.tx.administrationId, ...valuesOf(conclusion)],
    );
  }

  async replaceItems(id: string, items: readonly ConclusionItem[]): Promise<void> {
    await this.tx.rows('delete from conclusion_item where administration_id = $1 and conclusion_id = $2', [
      this.tx.administrationId,
      id,
    ]);
    await this.tx.rows(
      `insert into conclusion_item (administration_id, conclusion_id, id, number, kind, title, text, assignees,
         co_unit_ids, indicator_codes, cause_unit_ids, product, responsibility, phrase, reading, due_on, due_at, illustrative)
       select $1, $2, id, number, kind, title, text, assignees, "coUnitIds", "indicatorCodes", "causeUnitIds", product,
              responsibility, phrase, reading, "dueOn", "dueAt", illustrative
         from jsonb_to_recordset($3::jsonb) as i(id uuid, number int, kind text, title text, text text,
           assignees jsonb, "coUnitIds" uuid[], "indicatorCodes" text[], "causeUnitIds" uuid[], product text, responsibility text,
           phrase text, reading jsonb, "dueOn" date, "dueAt" timestamptz, illustrative boolean)`,
      [this.tx.administrationId, id, JSON.stringify(items)],
    );
  }
}

const valuesOf = (conclusion: Conclusion): unknown[] => [
  conclusion.id,
  conclusion.cycleId,
  conclusion.title,
  conclusion.number,
  conclusion.heldOn,
  conclusion.issuedOn,
  conclusion.place,
  conclusion.chair,
  conclusion.chairPosition,
  conclusion.summary,
  conclusion.illustrative,
  conclusion.state,
  conclusion.createdAt,
  conclusion.issuedAt,
  conclusion.revision,
];
