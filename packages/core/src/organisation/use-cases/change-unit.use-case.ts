import type { ChangeUnitCommand } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { changedFields } from '../../history/index.js';
import { reaches, UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { DomainError, valueOrThrow, type Day } from '../../shared/index.js';
import { changeVersions, type UnitChange } from '../domain/unit-version.js';
import { Administrations } from '../persistence/administrations.repository.js';
import { Units } from '../persistence/units.repository.js';
import { knownOrganisation } from '../queries/known-organisation.js';
import { holdsOn } from '../domain/unit-version.js';
import { checkRevision } from './check-revision.js';

export type ChangeUnitRequest = ChangeUnitCommand & { readonly id: string; readonly revision: number };

/**
 * Administrators, within the units they reach. From a day on the unit has another name, type, parent or peer
 * group; the days before keep what held then. Refused: a day before its last change, a parent that does not
 * exist on that day or lies below the unit.
 */
@Injectable()
export class ChangeUnit {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(command: ChangeUnitRequest, call: Call): Promise<{ revision: number }> {
    return this.unitOfWork.run(call, (tx) => changeUnit(tx, command));
  }
}

export async function changeUnit(tx: Transaction, command: ChangeUnitRequest): Promise<{ revision: number }> {
  if (!reaches(tx.actor, command.id)) throw new DomainError('NOT_FOUND');
  await tx.use(Administrations).lockTree();
  const units = tx.use(Units);
  const unit = await units.getForUpdate(command.id);
  checkRevision(command.revision, unit);
  const from = command.from as Day;
  const change = await resolve(tx, command, from);
  const versions = valueOrThrow(changeVersions(unit.code, unit.versions, change, from));
  const next = { ...unit, versions, revision: unit.revision + 1 };
  await units.save(next);
  if (await units.liesBelowItself(unit.id, from)) throw new DomainError('UNIT_CYCLE', { code: unit.code });
  const before = { code: unit.code, versions: unit.versions };
  const after = { code: unit.code, versions };
  tx.history([
    {
      stream: 'organisation',
      subject: { kind: 'unit', id: unit.id },
      revision: next.revision,
      action: 'unit.changed',
      reason: command.reason,
      before: changedFields(before, after),
      after,
    },
  ]);
  return { revision: next.revision };
}

/** Codes become ids; what was left out stays undefined. */
async function resolve(tx: Transaction, command: ChangeUnitRequest, from: Day): Promise<UnitChange> {
  const { names, shortName, unitType, parentCode, peerGroupCode } = command;
  const known = await knownOrganisation(tx, tx.actor);
  const parent = parentCode == null ? undefined : known.units.get(parentCode);
  if (parentCode != null && !parent?.periods.some((period) => holdsOn(period, from)))
    throw new DomainError('UNIT_UNKNOWN', { code: parentCode, on: from });
  if (parentCode != null && parent !== undefined && !known.reaches(parent.id))
    throw new DomainError('UNIT_OUT_OF_REACH', { code: parentCode });
  if (parentCode === null && !known.reaches(null)) throw new DomainError('ADMINISTRATION_OUT_OF_REACH');
  const peerGroupId = peerGroupCode == null ? peerGroupCode : known.peerGroups.get(peerGroupCode);
  if (peerGroupCode != null && peerGroupId === undefined)
    throw new DomainError('PEER_GROUP_UNKNOWN', { code: peerGroupCode });
  return {
    names,
    shortName,
    unitType,
    parentId: parentCode === null ? null : parent?.id,
    peerGroupId,
  };
}
