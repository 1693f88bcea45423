import type { EvidenceSubject, EvidenceWords } from '@nhip/contracts';
import type { Transaction } from '../../platform/index.js';
import type { Instant } from '../../shared/index.js';

export interface Evidence extends Omit<EvidenceWords, 'month'> {
  readonly id: string;
  readonly unitId: string;
  readonly number: number;
  /** First day of the month. */
  readonly month: string | null;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly givenBy: string | null;
  readonly givenAt: Instant;
  readonly submittedAt: Instant | null;
  readonly withdrawnAt: Instant | null;
  readonly revision: number;
}

const columns = `id, unit_id as "unitId", number, subject_kind as "subjectKind", subject_id as "subjectId",
  element_code as element, month, name, media_type as "mediaType", size, encode(sha256, 'hex') as sha256,
  document_number as "documentNumber", document_on as "documentOn", page, note, given_by as "givenBy",
  given_at as "givenAt", submitted_at as "submittedAt", withdrawn_at as "withdrawnAt", revision`;

export class EvidenceRepository {
  constructor(private readonly tx: Transaction) {}

  /** Locked for this command. */
  async hold(id: string): Promise<Evidence | undefined> {
    const [row] = await this.tx.rows<Evidence>(
      `select ${columns} from evidence where administration_id = $1 and id = $2 for update`,
      [this.tx.administrationId, id],
    );
    return row;
  }

  /** The unit's next number, which nobody else gets before this command is over. */
  async nextNumber(unitId: string): Promise<number> {
    await this.tx.rows('select from unit where administration_id = $1 and id = $2 for no key update', [
      this.tx.administrationId,
      unitId,
    ]);
    const [row] = await this.tx.rows<{ next: number }>(
      'select coalesce(max(number), 0) + 1 as next from evidence where administration_id = $1 and unit_id = $2',
      [this.tx.administrationId, unitId],
    );
    return row?.next ?? 1;
  }

  async countOf(subjectKind: EvidenceSubject, subjectId: string): Promise<number> {
    const [row] = await this.tx.rows<{ count: number }>(
      `select count(*)::int as count from evidence
        where administration_id = $1 and subject_kind = $2 and subject_id = $3 and withdrawn_at is null`,
      [this.tx.administrationId, subjectKind, subjectId],
    );
    return row?.count ?? 0;
  }

  async insert(one: Evidence): Promise<void> {
    await this.tx.rows(
      `insert into evidence (id, administration_id, unit_id, number, subject_kind, subject_id, element_code, month,
         name, media_type, size, sha256, document_number, document_on, page, note, given_by, given_at, revision)
       values ($2, $1, $3, $4, $5, $6, $7, $8, $9, $10, $11, decode($12, 'hex'), $13, $14, $15, $16, $17, $18, 1)`,
      [
        this.tx.administrationId,
        one.id,
        one.unitId,
        one.number,
        one.subjectKind,
        one.subjectId,
        one.element ?? null,
        one.month,
        one.name,
        one.mediaType,
        one.size,
        one.sha256,
        one.documentNumber ?? null,
        one.documentOn ?? null,
        one.page ?? null,
        one.note ?? null,
        one.givenBy,
        one.givenAt,
      ],
    );
  }

  async withdraw(id: string): Promise<void> {
    await this.tx.rows(
      `update evidence set withdrawn_at = $3, revision = revision + 1 where administration_id = $1 and id = $2`,
      [this.tx.administrationId, id, this.tx.now],
    );
  }

  /** Of these records, what was not submitted before; answers the rows as they stand now. */
  submit(subjectKind: EvidenceSubject, subjectIds: readonly string[]): Promise<Evidence[]> {
    return this.tx.rows<Evidence>(
      `update evidence set submitted_at = $4, revision = revision + 1
        where administration_id = $1 and subject_kind = $2 and subject_id = any($3::uuid[])
          and submitted_at is null and withdrawn_at is null
        returning ${columns}`,
      [this.tx.administrationId, subjectKind, subjectIds, this.tx.now],
    );
  }
}
