import type { CreateUnitsCommand, NewUnit } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { DomainError, type Day } from '../../shared/index.js';
import { faultsOfNewUnits, type KnownOrganisation } from '../domain/new-units.js';
import { Administrations } from '../persistence/administrations.repository.js';
import { Units, type UnitRecord } from '../persistence/units.repository.js';
import { knownOrganisation } from '../queries/known-organisation.js';

/**
 * Administrators, below the units they reach. All the units stand from their day on, or, where one of them is
 * refused (code in use or given twice, parent or peer group unknown, a ring), none.
 */
@Injectable()
export class CreateUnits {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Ids in the order of the command. */
  execute(command: CreateUnitsCommand, call: Call): Promise<{ ids: string[] }> {
    return this.unitOfWork.run(call, (tx) => createUnits(tx, command), { long: command.units.length > 100 });
  }
}

export async function createUnits(tx: Transaction, command: CreateUnitsCommand): Promise<{ ids: string[] }> {
  await tx.use(Administrations).lockTree();
  const known = await knownOrganisation(tx, tx.actor);
  const [fault] = faultsOfNewUnits(command.units, known);
  if (fault !== undefined) throw new DomainError(fault.code, fault.params);
  return writeUnits(tx, command.units, known, command.reason);
}

/** Writes units that are known to be without fault; the tree is locked. */
export async function writeUnits(
  tx: Transaction,
  units: readonly NewUnit[],
  known: KnownOrganisation,
  reason?: string,
): Promise<{ ids: string[] }> {
  const ids = new Map(units.map(({ code }) => [code, tx.ids.next()]));
  const idOf = (code: string) => ids.get(code) ?? known.units.get(code)?.id ?? null;
  const records = units.map((unit): UnitRecord => ({
    id: ids.get(unit.code) ?? tx.ids.next(),
    code: unit.code,
    revision: 1,
    versions: [
      {
        validFrom: unit.from as Day,
        validTo: null,
        names: unit.names,
        shortName: unit.shortName ?? null,
        unitType: unit.unitType,
        parentId: unit.parentCode == null ? null : idOf(unit.parentCode),
        peerGroupId: unit.peerGroupCode == null ? null : (known.peerGroups.get(unit.peerGroupCode) ?? null),
      },
    ],
  }));
  await tx.use(Units).insert(records);
  tx.history(
    records.map(({ id, code, versions }) => ({
      stream: 'organisation',
      subject: { kind: 'unit', id },
      revision: 1,
      action: 'unit.created',
      reason,
      after: { code, versions },
    })),
  );
  return { ids: records.map((record) => record.id) };
}
