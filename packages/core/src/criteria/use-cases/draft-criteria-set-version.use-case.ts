import type { CriteriaSetContent, Names } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';
import { contentHash } from '../domain/content-hash.js';
import { CriteriaSets } from '../persistence/criteria-sets.repository.js';
import { lockSet } from './open-draft.js';
import { recordSet } from './record-set.js';

export interface DraftVersionCommand {
  readonly id: string;
  readonly revision?: number | undefined;
  readonly reason?: string | undefined;
}

/**
 * Secretariat or administrator. The set has a draft of its next version, beginning as the newest issued one.
 * Refused: another revision, a set that has a draft already.
 */
@Injectable()
export class DraftCriteriaSetVersion {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(command: DraftVersionCommand, call: Call): Promise<{ versionId: string; revision: number }> {
    return this.unitOfWork.run(call, (tx) => draftCriteriaSetVersion(tx, command));
  }
}

export async function draftCriteriaSetVersion(
  tx: Transaction,
  { id, revision, reason }: DraftVersionCommand,
  begun: { readonly content?: CriteriaSetContent | undefined; readonly names?: Names } = {},
): Promise<{ versionId: string; revision: number }> {
  const sets = tx.use(CriteriaSets);
  const set = await lockSet(tx, id, revision);
  if ((await sets.findDraft(id)) !== undefined)
    throw new DomainError('CRITERIA_SET_HAS_DRAFT', { code: set.code });
  const newest = await sets.findNewest(id);
  if (newest === undefined) throw new DomainError('NOT_FOUND');
  const content = begun.content ?? newest.content;
  const version = {
    id: tx.ids.next(),
    setId: id,
    version: newest.version + 1,
    status: 'draft' as const,
    content,
    contentHash: contentHash(content),
    issuedAt: null,
  };
  const next = { ...set, names: begun.names ?? set.names, revision: set.revision + 1 };
  await sets.save(next);
  await sets.insertDraft(version);
  recordSet(tx, 'criteria-set.version-drafted', { set: next, version }, { set, version: newest }, reason);
  return { versionId: version.id, revision: next.revision };
}
