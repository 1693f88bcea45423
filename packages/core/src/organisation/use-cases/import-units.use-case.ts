import { parseDayInput, unitColumns, type ImportOptions, type ImportOutcome } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { Reader, UnitOfWork, type Call } from '../../platform/index.js';
import type { Day } from '../../shared/index.js';
import { importOutcome, mayWrite, sortRows } from '../domain/import-rows.js';
import { faultsOfNewUnits, type KnownOrganisation } from '../domain/new-units.js';
import { readUnitRow, type RowUnit } from '../domain/unit-rows.js';
import { Administrations } from '../persistence/administrations.repository.js';
import { knownOrganisation } from '../queries/known-organisation.js';
import { todayIn } from '../queries/today-in.js';
import { readTable } from '../tables/read-table.js';
import type { TableFile } from '../tables/table-file.js';
import { writeUnits } from './create-units.use-case.js';

/**
 * Administrators. Units from a file, one a row; every bad cell is named with what would be right. Nothing is
 * written in a dry run, nor where a row is bad, unless the good rows are wanted by themselves. Refused as a whole
 * where the file cannot be read.
 */
@Injectable()
export class ImportUnits {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: Reader,
  ) {}

  async execute(command: ImportOptions & { readonly file: TableFile }, call: Call): Promise<ImportOutcome> {
    const table = await readTable(command.file, unitColumns);
    const today = await todayIn(this.reader, call.actor.administrationId, call.now);
    const rows = table.map((row) =>
      readUnitRow(row, today, (text) => parseDayInput(text) as Day | undefined),
    );
    if (command.dryRun) {
      const known = await knownOrganisation(this.reader, call.actor);
      return importOutcome(rows.length, sortRows(rows, faultsIn(known)), false);
    }
    return this.unitOfWork.run(
      call,
      async (tx) => {
        await tx.use(Administrations).lockTree();
        const known = await knownOrganisation(tx, tx.actor);
        const sorted = sortRows(rows, faultsIn(known));
        const written = mayWrite(command, sorted);
        const units = sorted.good.map(({ unit }) => unit);
        if (written) await writeUnits(tx, units, known, `Nhập từ tệp ${command.file.name}`.slice(0, 200));
        return importOutcome(rows.length, sorted, written);
      },
      { long: true },
    );
  }
}

const faultsIn = (known: KnownOrganisation) => (items: readonly RowUnit[]) =>
  faultsOfNewUnits(
    items.map(({ unit }) => unit),
    known,
  ).flatMap(({ index, field, code, params }) => {
    const problem = items[index]?.source.problem(field, code, params);
    return problem === undefined ? [] : [{ index, problem }];
  });
