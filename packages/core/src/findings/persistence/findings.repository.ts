import type { Transaction } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';
import type { Finding } from '../domain/finding.js';

const COLUMNS = `id, cycle_id as "cycleId", unit_id as "unitId", code, subject_key as key, subject, importance, expected,
  found, params, state, answer, settlement, at, revision`;

export class Findings {
  constructor(private readonly tx: Transaction) {}

  /** Those of these units; with `whole` those of the cycle itself too. */
  listForUpdate(cycleId: string, unitIds: readonly string[], whole: boolean): Promise<Finding[]> {
    return this.tx.rows(
      `select ${COLUMNS} from finding
        where administration_id = $1 and cycle_id = $2 and (unit_id = any($3::uuid[]) or ($4 and unit_id is null))
        order by id for update`,
      [this.tx.administrationId, cycleId, unitIds, whole],
    );
  }

  async getForUpdate(id: string): Promise<Finding> {
    const [found] = await this.tx.rows<Finding>(
      `select ${COLUMNS} from finding where administration_id = $1 and id = $2 for update`,
      [this.tx.administrationId, id],
    );
    if (found === undefined) throw new DomainError('NOT_FOUND');
    return found;
  }

  listByIdsForUpdate(ids: readonly string[]): Promise<Finding[]> {
    return this.tx.rows(
      `select ${COLUMNS} from finding where administration_id = $1 and id = any($2::uuid[]) order by id for update`,
      [this.tx.administrationId, ids],
    );
  }

  /** New findings and new states of those that were there, in one statement. */
  async save(findings: readonly Finding[]): Promise<void> {
    if (findings.length === 0) return;
    const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));
    await this.tx.rows(
      `insert into finding (id, administration_id, cycle_id, unit_id, code, subject_key, subject, importance, expected,
                            found, params, state, answer, settlement, at, revision)
       select id, $1, cycle, unit, code, key, subject::jsonb, importance, expected, found, params::jsonb, state,
              answer::jsonb, settlement::jsonb, at, revision
         from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[],
                     $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::timestamptz[], $16::bigint[])
           as f(id, cycle, unit, code, key, subject, importance, expected, found, params, state, answer, settlement,
                at, revision)
       on conflict (id) do update set
         subject = excluded.subject, importance = excluded.importance, expected = excluded.expected,
         found = excluded.found, params = excluded.params, state = excluded.state, answer = excluded.answer,
         settlement = excluded.settlement, at = excluded.at, revision = excluded.revision`,
      [
        this.tx.administrationId,
        findings.map(({ id }) => id),
        findings.map(({ cycleId }) => cycleId),
        findings.map(({ unitId }) => unitId),
        findings.map(({ code }) => code),
        findings.map(({ key }) => key),
        findings.map(({ subject }) => json(subject)),
        findings.map(({ importance }) => importance),
        findings.map(({ expected }) => expected),
        findings.map(({ found }) => found),
        findings.map(({ params }) => json(params)),
        findings.map(({ state }) => state),
        findings.map(({ answer }) => json(answer)),
        findings.map(({ settlement }) => json(settlement)),
        findings.map(({ at }) => at),
        findings.map(({ revision }) => revision),
      ],
    );
  }
}
