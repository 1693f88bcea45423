import { createHash } from 'node:crypto';
import { procedureDefinition, type ProcedureDefinition } from '@nhip/contracts';
import { INSTALLATION, Recent, type Sql, type Transaction } from '../../platform/index.js';
import { canonicalJson, DomainError } from '../../shared/index.js';

export interface ProcedureVersion {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly contentHash: string;
  readonly content: ProcedureDefinition;
}

const columns = 'id, code, version, content_hash as "contentHash", content';

/** Issued versions never change, so a process reads each of those in use once. */
const issued = new Recent<ProcedureVersion>(500);

export async function procedureVersion(sql: Sql, id: string): Promise<ProcedureVersion> {
  const known = issued.get(id);
  if (known !== undefined) return known;
  const [row] = await sql.rows<ProcedureVersion>(
    `select ${columns} from procedure_version where id = $1 and status <> 'draft'`,
    [id],
  );
  if (row === undefined) throw new DomainError('NOT_FOUND');
  const version = { ...row, content: procedureDefinition.parse(row.content) };
  issued.set(id, version);
  return version;
}

export const hashOf = (content: ProcedureDefinition): string =>
  createHash('sha256').update(canonicalJson(content)).digest('hex');

export class Procedures {
  constructor(private readonly tx: Transaction) {}

  /** The newest issued version under this code: the administration's own, else the installation's. */
  async findCurrent(code: string): Promise<ProcedureVersion | undefined> {
    const [row] = await this.tx.rows<{ id: string }>(
      `select id from procedure_version
        where code = $2 and status = 'issued' and administration_id in ($1, '${INSTALLATION}')
        order by administration_id = $1 desc, version desc limit 1`,
      [this.tx.administrationId, code],
    );
    return row && procedureVersion(this.tx, row.id);
  }

  async getCurrent(code: string): Promise<ProcedureVersion> {
    const found = await this.findCurrent(code);
    if (found === undefined) throw new DomainError('PROCEDURE_UNKNOWN', { code });
    return found;
  }

  async insertIssued(id: string, code: string, version: number, content: ProcedureDefinition): Promise<void> {
    await this.tx.rows(
      `insert into procedure_version (id, administration_id, code, kind, version, status, content, content_hash, issued_at)
       values ($1, $2, $3, $4, $5, 'issued', $6::json, $7, $8)`,
      [
        id,
        this.tx.administrationId,
        code,
        content.kind,
        version,
        JSON.stringify(content),
        hashOf(content),
        this.tx.now,
      ],
    );
  }
}
