import type { CreateCriteriaSet as Command, CriteriaSetContent } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';
import { contentHash } from '../domain/content-hash.js';
import { CriteriaSets } from '../persistence/criteria-sets.repository.js';
import { recordSet } from './record-set.js';

export interface CreatedCriteriaSet {
  readonly id: string;
  /** The draft, version 1. */
  readonly versionId: string;
  readonly revision: number;
}

/**
 * Secretariat or administrator. A new set stands with a draft: of the given content, or a copy of any version
 * that can be seen. Refused: a code that is taken, an unknown version.
 */
@Injectable()
export class CreateCriteriaSet {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(command: Command, call: Call): Promise<CreatedCriteriaSet> {
    return this.unitOfWork.run(call, (tx) => createCriteriaSet(tx, command));
  }
}

export async function createCriteriaSet(
  tx: Transaction,
  { code, names, ...origin }: Command,
): Promise<CreatedCriteriaSet> {
  const sets = tx.use(CriteriaSets);
  const content = await contentOf(sets, origin);
  const set = { id: tx.ids.next(), code, names, revision: 1 };
  if (!(await sets.insert(set))) throw new DomainError('CRITERIA_SET_CODE_TAKEN', { code });
  const version = {
    id: tx.ids.next(),
    setId: set.id,
    version: 1,
    status: 'draft' as const,
    content,
    contentHash: contentHash(content),
    issuedAt: null,
  };
  await sets.insertDraft(version);
  recordSet(tx, 'criteria-set.created', { set, version });
  return { id: set.id, versionId: version.id, revision: set.revision };
}

async function contentOf(
  sets: CriteriaSets,
  { content, copyOf }: Pick<Command, 'content' | 'copyOf'>,
): Promise<CriteriaSetContent> {
  if (content !== undefined) return content;
  if (copyOf !== undefined) return (await sets.getVersion(copyOf)).content;
  throw new DomainError('CRITERIA_SET_EMPTY');
}
