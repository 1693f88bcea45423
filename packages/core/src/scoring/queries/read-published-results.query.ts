import {
  formatDecimal,
  parseDecimal,
  publishedRoundColumns,
  searchKey,
  type Language,
  type Names,
  type PublishedRoundView,
  type RowProblem,
} from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { readTable, type ReadRow, type TableFile, type TableRow } from '../../organisation/index.js';
import { Reader, type Actor } from '../../platform/index.js';
import { scoredCycle } from './cycle-figures.js';

interface ReadResults {
  readonly rows: number;
  readonly items: PublishedRoundView['items'];
  readonly problems: readonly RowProblem[];
}

interface KnownUnit {
  readonly id: string;
  readonly code: string;
  /** As it is called now. */
  readonly names: Names;
  readonly groupId: string | null;
  /** Whatever it was ever called. */
  readonly called: readonly Names[];
}

type Row = TableRow<keyof typeof publishedRoundColumns>;
type Item = PublishedRoundView['items'][number];

/**
 * Results of an earlier round from a table with a unit, its points and its rank in each row: which units they are of
 * and what is to be mended, each cell named. Nothing is written.
 */
@Injectable()
export class ReadPublishedResults {
  constructor(private readonly reader: Reader) {}

  async execute(
    {
      cycleId,
      file,
      language,
    }: { readonly cycleId: string; readonly file: TableFile; readonly language: Language },
    { administrationId }: Pick<Actor, 'administrationId'>,
  ): Promise<ReadResults> {
    await scoredCycle(this.reader, administrationId, cycleId);
    const rows = await readTable(file, publishedRoundColumns);
    const units = namedUnits(await this.units(administrationId));
    const seen = new Map<string, number>();
    const read = rows.map((row) => readRow(row, units, seen, language));
    return {
      rows: rows.length,
      items: read.flatMap(({ item }) => item ?? []),
      problems: read.flatMap(({ problems }) => problems),
    };
  }

  private units(administrationId: string): Promise<KnownUnit[]> {
    return this.reader.rows<KnownUnit>(
      `select u.id, u.code, (array_agg(v.names order by v.valid_from desc))[1] as names,
              (array_agg(v.peer_group_id order by v.valid_from desc))[1] as "groupId",
              json_agg(v.names) as called
         from unit u join unit_version v on v.administration_id = u.administration_id and v.unit_id = u.id
        where u.administration_id = $1 group by u.id, u.code`,
      [administrationId],
    );
  }
}

/** By code, and by every name in Vietnamese or English. */
function namedUnits(units: readonly KnownUnit[]): ReadonlyMap<string, readonly KnownUnit[]> {
  const named = new Map<string, Set<KnownUnit>>();
  for (const unit of units) {
    for (const word of [unit.code, ...unit.called.flatMap(({ vi, en }) => [vi, en])]) {
      const key = searchKey(word);
      if (key !== '') named.set(key, (named.get(key) ?? new Set()).add(unit));
    }
  }
  return new Map([...named].map(([key, all]) => [key, [...all]]));
}

/** The result of a row, or what is wrong with it. Notes in `seen` where a unit stands. */
function readRow(
  { row, cells, problem }: Row,
  units: ReadonlyMap<string, readonly KnownUnit[]>,
  seen: Map<string, number>,
  language: Language,
): ReadRow<Item> {
  const bad = (...problems: RowProblem[]): ReadRow<Item> => ({ row, problems });
  const [unit, ...others] = units.get(searchKey(cells.unit)) ?? [];
  if (cells.unit === '') return bad(problem('unit', 'ROW_EMPTY'));
  if (unit === undefined) return bad(problem('unit', 'ROW_UNIT_UNKNOWN'));
  if (others.length > 0) {
    const codes = [unit, ...others].map(({ code }) => code).join(', ');
    return bad(problem('unit', 'ROW_UNIT_MANY', { codes }));
  }
  const before = seen.get(unit.id);
  if (before !== undefined) return bad(problem('unit', 'ROW_UNIT_TWICE', { row: String(before) }));
  seen.set(unit.id, row);
  if (cells.points === '' && cells.rank === '')
    return bad(problem('points', 'ROW_WITHOUT_RESULT', { value: cells.unit }));
  const points = cells.points === '' ? null : parseDecimal(cells.points, { language });
  const problems: RowProblem[] = [];
  if (points?.ok === false) problems.push(problem('points', 'ROW_POINTS'));
  else if (TWOFOLD.test(cells.points)) problems.push(twofold(cells.points, problem, language));
  // A spreadsheet may hold the rank 3 as 3.0.
  const rank = cells.rank === '' ? null : Number(/^([1-9]\d{0,5})(?:[.,]0+)?$/.exec(cells.rank)?.[1]);
  if (Number.isNaN(rank)) problems.push(problem('rank', 'ROW_RANK'));
  if (problems.length > 0) return bad(...problems);
  const { id, code, names, groupId } = unit;
  const value = points?.ok === true ? points.value : null;
  return { row, item: { unitId: id, unit: { code, names }, groupId, points: value, rank }, problems: [] };
}

/** `70.125`: decimals in a spreadsheet and in English, thousands in Vietnamese. */
const TWOFOLD = /^-?[1-9]\d{0,2}[.,]\d{3}$/;

function twofold(text: string, problem: Row['problem'], language: Language): RowProblem {
  const digits = text.replace(',', '.');
  return problem('points', 'ROW_POINTS_TWOFOLD', {
    decimal: formatDecimal(`${digits}0`, language),
    whole: digits.replace('.', ''),
  });
}
