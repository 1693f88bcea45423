import type { Names } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { DomainError, VIETNAM_ZONE } from '../../shared/index.js';
import { Administrations } from '../persistence/administrations.repository.js';

export interface CreateAdministrationCommand {
  readonly code: string;
  readonly names: Names;
  /** IANA name. */
  readonly timeZone?: string | undefined;
}

/**
 * The system only (set-up link, samples). A new administration stands, empty: no units, no roles. The entry goes
 * to the history of the call's administration. Refused: a code in use, a time zone nobody knows.
 */
@Injectable()
export class CreateAdministration {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(command: CreateAdministrationCommand, call: Call): Promise<{ id: string }> {
    return this.unitOfWork.run(call, (tx) => createAdministration(tx, command, tx.ids.next()));
  }
}

export async function createAdministration(
  tx: Transaction,
  { code, names, timeZone = VIETNAM_ZONE }: CreateAdministrationCommand,
  id: string,
): Promise<{ id: string }> {
  if (tx.actor.kind !== 'system') throw new DomainError('FORBIDDEN');
  if (!isTimeZone(timeZone)) throw new DomainError('TIME_ZONE_UNKNOWN', { timeZone });
  const administration = { id, code, names, timeZone };
  if (!(await tx.use(Administrations).insert(administration)))
    throw new DomainError('ADMINISTRATION_EXISTS', { code });
  tx.history([
    {
      stream: 'organisation',
      subject: { kind: 'administration', id },
      revision: 1,
      action: 'administration.created',
      after: administration,
    },
  ]);
  return { id };
}

function isTimeZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
