import type { CreatePeerGroupsCommand } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';
import { PeerGroups } from '../persistence/peer-groups.repository.js';

/** Administrators. New peer groups stand; refused as a whole where one code is in use. */
@Injectable()
export class CreatePeerGroups {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Ids in the order of the command. */
  execute(command: CreatePeerGroupsCommand, call: Call): Promise<{ ids: string[] }> {
    return this.unitOfWork.run(call, (tx) => createPeerGroups(tx, command));
  }
}

export async function createPeerGroups(
  tx: Transaction,
  command: CreatePeerGroupsCommand,
): Promise<{ ids: string[] }> {
  const groups = command.peerGroups.map(({ code, names, sort = 0 }) => ({
    id: tx.ids.next(),
    code,
    names,
    sort,
    revision: 1,
  }));
  const written = await tx.use(PeerGroups).insert(groups);
  const refused = groups.find((group) => !written.includes(group.code)) ?? twice(groups);
  if (refused !== undefined) throw new DomainError('PEER_GROUP_EXISTS', { code: refused.code });
  tx.history(
    groups.map(({ id, code, names, sort }) => ({
      stream: 'organisation',
      subject: { kind: 'peer-group', id },
      revision: 1,
      action: 'peer-group.created',
      after: { code, names, sort },
    })),
  );
  return { ids: groups.map((group) => group.id) };
}

const twice = <Group extends { readonly code: string }>(groups: readonly Group[]): Group | undefined =>
  groups.find((group, index) => groups.findIndex(({ code }) => code === group.code) < index);
