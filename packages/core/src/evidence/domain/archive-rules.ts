import type { ArchiveFault } from '@nhip/contracts';

/** A part of an archive as its directory declares it. */
export interface ArchiveEntry {
  readonly name: string;
  /** Bytes packed and unpacked. */
  readonly packed: number;
  readonly unpacked: number;
  /** Where it begins in the file. */
  readonly at: number;
}

const MOST_ENTRIES = 10_000;
const MOST_UNPACKED = 300 * 1024 * 1024;
/** What unpacks to more than so many times its size (and a mebibyte) is no document. */
const MOST_RATIO = 100;
const MEBIBYTE = 1024 * 1024;

/** What of an archive's directory gives it away as a bomb or a trap; undefined: nothing does. */
export function archiveFault(entries: readonly ArchiveEntry[], fileSize: number): ArchiveFault | undefined {
  if (entries.length > MOST_ENTRIES) return 'too-many-entries';
  if (entries.some(({ name }) => leadsOutside(name))) return 'path-outside';
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (unpacked > MOST_UNPACKED || tooMuch(unpacked, fileSize)) return 'too-much-inside';
  if (entries.some((entry) => tooMuch(entry.unpacked, entry.packed))) return 'too-much-inside';
  return overlaps(entries, fileSize) ? 'overlapping-entries' : undefined;
}

const tooMuch = (unpacked: number, packed: number): boolean => unpacked > MOST_RATIO * packed + MEBIBYTE;

/** `../x`, `/x`, `C:x`, `a\..\b`: a program that unpacks it would write elsewhere. */
const leadsOutside = (name: string): boolean =>
  name.includes('\0') || /^([/\\]|[A-Za-z]:)/.test(name) || name.split(/[/\\]/).includes('..');

/** Bombs of the overlapping kind read the same packed bytes for every entry. */
function overlaps(entries: readonly ArchiveEntry[], fileSize: number): boolean {
  const byPlace = [...entries].sort((one, other) => one.at - other.at);
  return byPlace.some(({ at, packed }, index) => at + packed > (byPlace[index + 1]?.at ?? fileSize));
}

/** Parts that hold programs: VBA of Office, its old macro sheets and controls, Basic and scripts of OpenDocument. */
const MACROS = [
  /(^|\/)vba(Project|Data)[^/]*\.(bin|xml)$/i,
  /(^|\/)xl\/(macrosheets|dialogsheets)\//i,
  /(^|\/)activeX\//i,
  /^(Basic|Scripts)\/./i,
];

/** The name of a part that holds a macro; undefined where there is none. */
export const macroIn = (entries: readonly Pick<ArchiveEntry, 'name'>[]): string | undefined =>
  entries.find(({ name }) => MACROS.some((macro) => macro.test(name)))?.name;
