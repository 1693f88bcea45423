import { newUnit, searchKey, unitTypeNames, unitTypes, type NewUnit, type UnitType } from '@nhip/contracts';
import type { Day } from '../../shared/index.js';
import type { ReadRow } from './import-rows.js';

type Field =
  'code' | 'nameVi' | 'nameEn' | 'shortName' | 'unitType' | 'parentCode' | 'peerGroupCode' | 'from';

interface UnitCells {
  readonly row: number;
  readonly cells: Readonly<Record<Field, string>>;
  problem(
    field: Field,
    code: string,
    params?: Readonly<Record<string, string>>,
  ): ReadRow<never>['problems'][number];
}

/** A unit and the row it came from, so that a fault found later can name it. */
export interface RowUnit {
  readonly unit: NewUnit;
  readonly source: UnitCells;
}

const typeByKey = new Map<string, UnitType>(
  unitTypes.flatMap((type) =>
    [type, unitTypeNames[type].vi, unitTypeNames[type].en].map((word) => [searchKey(word), type] as const),
  ),
);

/** Reads one row; `from` is the day for rows that name none. Codes are put into capitals, nothing else is guessed. */
export function readUnitRow(
  source: UnitCells,
  from: Day,
  readDay: (text: string) => Day | undefined,
): ReadRow<RowUnit> {
  const { cells, row } = source;
  const unitType = typeByKey.get(searchKey(cells.unitType));
  const validFrom = cells.from === '' ? from : readDay(cells.from);
  const checked = newUnit.safeParse({
    code: cells.code.toUpperCase(),
    names: cells.nameEn === '' ? { vi: cells.nameVi } : { vi: cells.nameVi, en: cells.nameEn },
    shortName: cells.shortName === '' ? null : cells.shortName,
    unitType,
    parentCode: cells.parentCode === '' ? null : cells.parentCode.toUpperCase(),
    peerGroupCode: cells.peerGroupCode === '' ? null : cells.peerGroupCode.toUpperCase(),
    from: validFrom,
  });
  if (checked.success) return { row, item: { unit: checked.data, source }, problems: [] };
  const fields = new Set(checked.error.issues.map((issue) => fieldOf(issue.path)));
  return { row, problems: [...fields].map((field) => problemOf(source, field)) };
}

function fieldOf(path: readonly PropertyKey[]): Field {
  if (path[0] === 'names') return path[1] === 'en' ? 'nameEn' : 'nameVi';
  return String(path[0]) as Field;
}

function problemOf({ cells, problem }: UnitCells, field: Field): ReadRow<never>['problems'][number] {
  if (cells[field] === '') return problem(field, 'ROW_EMPTY');
  switch (field) {
    case 'code':
    case 'parentCode':
    case 'peerGroupCode':
      return problem(field, 'ROW_CODE');
    case 'unitType':
      return problem(field, 'ROW_UNIT_TYPE', {
        allowed: unitTypes.map((type) => unitTypeNames[type].vi).join('; '),
      });
    case 'from':
      return problem(field, 'ROW_DAY');
    case 'shortName':
      return problem(field, 'ROW_TOO_LONG', { max: '60' });
    case 'nameVi':
    case 'nameEn':
      return problem(field, 'ROW_TOO_LONG', { max: '300' });
  }
}
