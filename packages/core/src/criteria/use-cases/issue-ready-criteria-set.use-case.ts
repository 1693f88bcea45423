import { criteriaSetContent, type CriteriaSetContentInput, type Names } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { contentHash } from '../domain/content-hash.js';
import { CriteriaSets } from '../persistence/criteria-sets.repository.js';
import { createCriteriaSet } from './create-criteria-set.use-case.js';
import { draftCriteriaSetVersion } from './draft-criteria-set-version.use-case.js';
import { editCriteriaSet } from './edit-criteria-set.use-case.js';
import { issueCriteriaSet } from './issue-criteria-set.use-case.js';

export interface ReadyCriteriaSet {
  readonly code: string;
  readonly names: Names;
  readonly content: CriteriaSetContentInput;
}

/**
 * System: a set that comes as data (with the product, from samples) stands issued under its code. The same content
 * again changes nothing; another content becomes the next version. Refused as IssueCriteriaSet.
 */
@Injectable()
export class IssueReadyCriteriaSet {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(command: ReadyCriteriaSet, call: Call): Promise<{ id: string; versionId: string }> {
    return this.unitOfWork.run(call, (tx) => issueReadyCriteriaSet(tx, command));
  }
}

export async function issueReadyCriteriaSet(
  tx: Transaction,
  { code, names, content: input }: ReadyCriteriaSet,
): Promise<{ id: string; versionId: string }> {
  const content = criteriaSetContent.parse(input);
  const sets = tx.use(CriteriaSets);
  const set = await sets.findForUpdate(code);
  if (set === undefined) {
    const { id } = await createCriteriaSet(tx, { code, names, content });
    return { id, versionId: (await issueCriteriaSet(tx, { id })).versionId };
  }
  const newest = await sets.findNewest(set.id);
  if (newest?.contentHash === contentHash(content)) return { id: set.id, versionId: newest.id };
  if ((await sets.findDraft(set.id)) === undefined)
    await draftCriteriaSetVersion(tx, { id: set.id }, { content });
  else await editCriteriaSet(tx, { id: set.id, content });
  return { id: set.id, versionId: (await issueCriteriaSet(tx, { id: set.id })).versionId };
}
