import { describeRemark, type CriteriaRemark } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';
import { lint } from '../domain/lint.js';
import { CriteriaSets } from '../persistence/criteria-sets.repository.js';
import { openDraft } from './open-draft.js';
import { recordSet } from './record-set.js';

export interface IssueCriteriaSetCommand {
  readonly id: string;
  readonly revision?: number | undefined;
  readonly reason?: string | undefined;
}

export interface IssuedCriteriaSet {
  readonly versionId: string;
  readonly version: number;
  readonly revision: number;
}

/**
 * Secretariat or administrator. The draft is issued and never changes again, by any route. Refused: another
 * revision, no draft, CRITERIA_SET_HAS_ERRORS naming what the linter found.
 */
@Injectable()
export class IssueCriteriaSet {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(command: IssueCriteriaSetCommand, call: Call): Promise<IssuedCriteriaSet> {
    return this.unitOfWork.run(call, (tx) => issueCriteriaSet(tx, command));
  }
}

export async function issueCriteriaSet(
  tx: Transaction,
  { id, revision, reason }: IssueCriteriaSetCommand,
): Promise<IssuedCriteriaSet> {
  const before = await openDraft(tx, id, revision);
  refuseErrors(lint(before.version.content));
  const after = {
    set: { ...before.set, revision: before.set.revision + 1 },
    version: { ...before.version, status: 'issued' as const, issuedAt: tx.now },
  };
  const sets = tx.use(CriteriaSets);
  await sets.save(after.set);
  await sets.saveVersion(after.version);
  recordSet(tx, 'criteria-set.issued', after, before, reason);
  return { versionId: after.version.id, version: after.version.version, revision: after.set.revision };
}

function refuseErrors(remarks: readonly CriteriaRemark[]): void {
  const errors = remarks.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (first === undefined) return;
  throw new DomainError('CRITERIA_SET_HAS_ERRORS', {
    count: errors.length,
    first: `${first.path.join('.')}: ${describeRemark(first, 'vi')}`,
    remarks: JSON.stringify(errors),
  });
}
