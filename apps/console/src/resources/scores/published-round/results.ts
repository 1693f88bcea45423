import {
  formatDecimal,
  parseDecimal,
  searchKey,
  type EnterPublishedRound,
  type Language,
  type Names,
  type PublishedRoundView,
} from '@nhip/contracts';

/** What stands in a unit's row, as typed. */
export interface ResultEntry {
  readonly points: string;
  readonly rank: string;
}

/** By unit id; a unit without an entry was not in the round. */
export type ResultEntries = Readonly<Record<string, ResultEntry>>;

export interface ResultUnit {
  readonly id: string;
  readonly code: string;
  readonly names: Names;
}

export const blankResult: ResultEntry = { points: '', rank: '' };

/** Results as the language writes them. */
export const entriesOf = (items: PublishedRoundView['items'], language: Language): ResultEntries =>
  Object.fromEntries(
    items.map(({ unitId, points, rank }) => [
      unitId,
      {
        points: points === null ? '' : formatDecimal(points, language),
        rank: rank === null ? '' : String(rank),
      },
    ]),
  );

const isBlank = ({ points, rank }: ResultEntry): boolean => points.trim() === '' && rank.trim() === '';
const RANK = /^[1-9]\d{0,5}$/;

/** Which cells of an entry cannot be read. */
export function faultsOf({ points, rank }: ResultEntry, language: Language): readonly (keyof ResultEntry)[] {
  const wrong: (keyof ResultEntry)[] = [];
  if (points.trim() !== '' && !parseDecimal(points, { language }).ok) wrong.push('points');
  if (rank.trim() !== '' && !RANK.test(rank.trim())) wrong.push('rank');
  return wrong;
}

/** What is sent: units with points or a rank. Cells that cannot be read are left out: they are refused before. */
export const itemsOf = (entries: ResultEntries, language: Language): EnterPublishedRound['items'] =>
  Object.entries(entries).flatMap(([unitId, entry]) => {
    if (isBlank(entry)) return [];
    const points = parseDecimal(entry.points, { language });
    const rank = entry.rank.trim();
    return [
      { unitId, ...(points.ok && { points: points.value }), ...(RANK.test(rank) && { rank: Number(rank) }) },
    ];
  });

/** How many units have a result. */
export const countOf = (entries: ResultEntries): number =>
  Object.values(entries).filter((entry) => !isBlank(entry)).length;

/** Units to be shown: those with the letters asked for in their name or code. */
export const found = (units: readonly ResultUnit[], asked: string): readonly ResultUnit[] =>
  units.filter(({ code, names }) => searchKey(code, names.vi, names.en).includes(searchKey(asked)));
