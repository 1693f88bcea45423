import type { DeadlineReadingView } from '@nhip/contracts';
import type { Transaction } from '../../platform/index.js';
import type { Day, Instant } from '../../shared/index.js';

export interface GivenAnswer {
  readonly text: string;
  readonly agrees: boolean;
  readonly documentNumber: string | null;
  readonly documentOn: Day | null;
}

export interface Recommendation {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly addressee: string;
  /** The unit that recommends; null where it is the supervision's team. */
  readonly unitId: string | null;
  readonly supervisionId: string | null;
  readonly cycleId: string | null;
  readonly phrase: string | null;
  readonly reading: DeadlineReadingView | null;
  readonly dueOn: Day | null;
  readonly dueAt: Instant | null;
  readonly answer: GivenAnswer | null;
  readonly doneOn: Day | null;
  readonly illustrative: boolean;
  readonly openedAt: Instant;
}

const columns = `id, title, body, addressee, unit_id as "unitId", supervision_id as "supervisionId",
  cycle_id as "cycleId", phrase, reading, due_on as "dueOn", due_at as "dueAt", answer, done_on as "doneOn",
  illustrative, opened_at as "openedAt"`;

export class Recommendations {
  constructor(private readonly tx: Transaction) {}

  list(ids: readonly string[]): Promise<Recommendation[]> {
    return this.tx.rows<Recommendation>(
      `select ${columns} from recommendation
        where administration_id = $1 and id = any($2::uuid[]) order by id`,
      [this.tx.administrationId, ids],
    );
  }

  async insert(one: Recommendation): Promise<void> {
    await this.tx.rows(
      `insert into recommendation (administration_id, id, title, body, addressee, unit_id, supervision_id, cycle_id,
         phrase, reading, due_on, due_at, illustrative, opened_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::jsonb, $11, $12, $13, $14)`,
      [
        this.tx.administrationId,
        one.id,
        one.title,
        one.body,
        one.addressee,
        one.unitId,
        one.supervisionId,
        one.cycleId,
        one.phrase,
        one.reading && JSON.stringify(one.reading),
        one.dueOn,
        one.dueAt,
        one.illustrative,
        one.openedAt,
      ],
    );
  }

  async change(id: string, change: Partial<Pick<Recommendation, 'answer' | 'doneOn'>>): Promise<void> {
    const [row] = await this.list([id]);
    const next = { ...row, ...change };
    await this.tx.rows(
      `update recommendation set answer = $3::jsonb, done_on = $4 where administration_id = $1 and id = $2`,
      [this.tx.administrationId, id, next.answer && JSON.stringify(next.answer), next.doneOn],
    );
  }
}
