import type { CriteriaRemark, EditCriteriaSet as Edit } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { contentHash } from '../domain/content-hash.js';
import { lint } from '../domain/lint.js';
import { CriteriaSets } from '../persistence/criteria-sets.repository.js';
import { openDraft } from './open-draft.js';
import { recordSet } from './record-set.js';

export type EditCriteriaSetCommand = Edit & { readonly id: string; readonly revision?: number | undefined };

/**
 * Secretariat or administrator. The draft holds the new content and names, and the linter's remarks come back;
 * a draft may be kept with errors in it. Refused: another revision, a set without a draft.
 */
@Injectable()
export class EditCriteriaSet {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(
    command: EditCriteriaSetCommand,
    call: Call,
  ): Promise<{ revision: number; remarks: readonly CriteriaRemark[] }> {
    return this.unitOfWork.run(call, (tx) => editCriteriaSet(tx, command));
  }
}

export async function editCriteriaSet(
  tx: Transaction,
  command: EditCriteriaSetCommand,
): Promise<{ revision: number; remarks: readonly CriteriaRemark[] }> {
  const before = await openDraft(tx, command.id, command.revision);
  const content = command.content ?? before.version.content;
  const after = {
    set: { ...before.set, names: command.names ?? before.set.names, revision: before.set.revision + 1 },
    version: { ...before.version, content, contentHash: contentHash(content) },
  };
  const sets = tx.use(CriteriaSets);
  await sets.save(after.set);
  await sets.saveVersion(after.version);
  recordSet(tx, 'criteria-set.edited', after, before, command.reason);
  return { revision: after.set.revision, remarks: lint(content) };
}
