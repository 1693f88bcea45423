import type { CriteriaSetContent, Names } from '@nhip/contracts';
import { INSTALLATION, type Transaction } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';

export interface CriteriaSet {
  readonly id: string;
  readonly code: string;
  readonly names: Names;
  readonly revision: number;
}

export interface CriteriaSetVersion {
  readonly id: string;
  readonly setId: string;
  readonly version: number;
  readonly status: 'draft' | 'issued' | 'retired';
  readonly content: CriteriaSetContent;
  readonly contentHash: string;
  readonly issuedAt: string | null;
}

const set = 'id, code, names, revision';
const version = `id, set_id as "setId", version, status, content, content_hash as "contentHash", issued_at as "issuedAt"`;

/** Sets and versions of the transaction's administration. */
export class CriteriaSets {
  constructor(private readonly tx: Transaction) {}

  /** Locks the set; every change of it or of its draft goes through this row. Throws NOT_FOUND. */
  async getForUpdate(id: string): Promise<CriteriaSet> {
    const [row] = await this.tx.rows<CriteriaSet>(
      `select ${set} from criteria_set where administration_id = $1 and id = $2 for update`,
      [this.tx.administrationId, id],
    );
    if (row === undefined) throw new DomainError('NOT_FOUND');
    return row;
  }

  async findForUpdate(code: string): Promise<CriteriaSet | undefined> {
    const [row] = await this.tx.rows<CriteriaSet>(
      `select ${set} from criteria_set where administration_id = $1 and code = $2 for update`,
      [this.tx.administrationId, code],
    );
    return row;
  }

  async findDraft(setId: string): Promise<CriteriaSetVersion | undefined> {
    const [row] = await this.tx.rows<CriteriaSetVersion>(
      `select ${version} from criteria_set_version
        where administration_id = $1 and set_id = $2 and status = 'draft'`,
      [this.tx.administrationId, setId],
    );
    return row;
  }

  /** The issued version with the highest number. */
  async findNewest(setId: string): Promise<CriteriaSetVersion | undefined> {
    const [row] = await this.tx.rows<CriteriaSetVersion>(
      `select ${version} from criteria_set_version
        where administration_id = $1 and set_id = $2 and status = 'issued' order by version desc limit 1`,
      [this.tx.administrationId, setId],
    );
    return row;
  }

  /** A version of this administration or of the installation, to be copied. Throws NOT_FOUND. */
  async getVersion(id: string): Promise<CriteriaSetVersion> {
    const [row] = await this.tx.rows<CriteriaSetVersion>(
      `select ${version} from criteria_set_version
        where id = $2 and administration_id in ($1, '${INSTALLATION}')`,
      [this.tx.administrationId, id],
    );
    if (row === undefined) throw new DomainError('NOT_FOUND');
    return row;
  }

  /** False where the code is taken. */
  async insert({ id, code, names, revision }: CriteriaSet): Promise<boolean> {
    const rows = await this.tx.rows(
      `insert into criteria_set (id, administration_id, code, names, revision) values ($2, $1, $3, $4::jsonb, $5)
       on conflict (administration_id, code) do nothing returning id`,
      [this.tx.administrationId, id, code, JSON.stringify(names), revision],
    );
    return rows.length === 1;
  }

  async save({ id, names, revision }: CriteriaSet): Promise<void> {
    await this.tx.rows(
      `update criteria_set set names = $3::jsonb, revision = $4 where administration_id = $1 and id = $2`,
      [this.tx.administrationId, id, JSON.stringify(names), revision],
    );
  }

  async insertDraft(draft: CriteriaSetVersion): Promise<void> {
    await this.tx.rows(
      `insert into criteria_set_version (id, administration_id, set_id, version, status, content, content_hash)
       values ($2, $1, $3, $4, 'draft', $5::jsonb, $6)`,
      [
        this.tx.administrationId,
        draft.id,
        draft.setId,
        draft.version,
        JSON.stringify(draft.content),
        draft.contentHash,
      ],
    );
  }

  /** Content and status of a draft; the database refuses it for an issued version. */
  async saveVersion({ id, status, content, contentHash, issuedAt }: CriteriaSetVersion): Promise<void> {
    await this.tx.rows(
      `update criteria_set_version set status = $3, content = $4::jsonb, content_hash = $5, issued_at = $6
        where administration_id = $1 and id = $2`,
      [this.tx.administrationId, id, status, JSON.stringify(content), contentHash, issuedAt],
    );
  }
}
