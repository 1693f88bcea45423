import { criteriaSetContent, type CriteriaSetContent, type Names } from '@nhip/contracts';
import { Recent, type Sql } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';
import { compileSet, type CompiledSet } from '../domain/compile-set.js';

/** An issued version as cycles, forms and scoring use it. */
export interface IssuedSetVersion {
  readonly id: string;
  readonly administrationId: string;
  readonly setId: string;
  readonly code: string;
  readonly names: Names;
  readonly version: number;
  readonly contentHash: string;
  readonly content: CriteriaSetContent;
  readonly compiled: CompiledSet;
}

/** Issued versions never change, so a process reads and compiles each of those in use once. */
const issued = new Recent<IssuedSetVersion>(200);

/** An issued version by id, ready to score with; throws NOT_FOUND for a draft too. */
export async function criteriaSetVersion(sql: Sql, id: string): Promise<IssuedSetVersion> {
  const known = issued.get(id);
  if (known !== undefined) return known;
  const [row] = await sql.rows<Omit<IssuedSetVersion, 'compiled'>>(
    `select v.id, v.administration_id as "administrationId", v.set_id as "setId", s.code, s.names, v.version,
            v.content_hash as "contentHash", v.content
       from criteria_set_version v
       join criteria_set s on s.administration_id = v.administration_id and s.id = v.set_id
      where v.id = $1 and v.status <> 'draft'`,
    [id],
  );
  if (row === undefined) throw new DomainError('NOT_FOUND');
  const content = criteriaSetContent.parse(row.content);
  const version = { ...row, content, compiled: compileSet(content) };
  issued.set(id, version);
  return version;
}
