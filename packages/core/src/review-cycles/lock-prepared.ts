import type { Transaction } from '../platform/index.js';
import { DomainError } from '../shared/index.js';
import { Instances, procedureVersion, type Instance } from '../workflow/index.js';

/** The cycle's instance, locked, if it is still being prepared; else CYCLE_NOT_PREPARED. */
export async function lockPrepared(tx: Transaction, id: string): Promise<Instance> {
  const [instance] = await tx.use(Instances).lock([id]);
  if (instance === undefined) throw new DomainError('NOT_FOUND');
  const { content } = await procedureVersion(tx, instance.procedureVersionId);
  if (instance.state !== content.initial) throw new DomainError('CYCLE_NOT_PREPARED');
  return instance;
}
