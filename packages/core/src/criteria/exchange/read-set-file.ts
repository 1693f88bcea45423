import {
  check,
  criteriaCode,
  criteriaSetContent,
  criteriaSetFile,
  names as namesSchema,
  type CriteriaFileProblem,
  type CriteriaRemark,
  type CriteriaSetContent,
  type FieldError,
  type Language,
  type Names,
} from '@nhip/contracts';
import { z } from 'zod';
import { contentOfRecords, type ReadContent } from './content-of-records.js';
import { FileProblems, wholeFile, type FilePlace } from './file-problems.js';
import { placeOf } from './read-cells.js';
import { readJson } from './read-json.js';
import { readWorkbook } from './read-workbook.js';
import type { Path } from './record-json.js';

/** What a file says. `content` is there only where the whole of it can be read. */
export interface ReadSetFile {
  readonly code: string | undefined;
  readonly names: Names | undefined;
  readonly content: CriteriaSetContent | undefined;
  readonly problems: readonly CriteriaFileProblem[];
  /** Where in the file something stands that the linter speaks of. */
  readonly placeOf: (path: CriteriaRemark['path']) => FilePlace;
}

const head = z.object({ code: criteriaCode, names: namesSchema });

/** Reads a set from an XLSX workbook or from JSON; what a file is, its bytes say. Never throws for what is in it. */
export async function readSetFile(bytes: Uint8Array, language: Language): Promise<ReadSetFile> {
  const problems = new FileProblems(language);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const records = await readWorkbook(bytes, problems);
    if (records === undefined) return nothing(problems);
    return checked(contentOfRecords(records, problems), problems);
  }
  const unusable =
    bytes.length === 0 ? 'FILE_EMPTY' : startsAs(bytes, OLD_EXCEL) ? 'FILE_OLD_EXCEL' : undefined;
  if (unusable === undefined) return ofJson(bytes, problems);
  problems.error(wholeFile, unusable);
  return nothing(problems);
}

/** What Office wrote before .xlsx begins so, and what it encrypts with a password still does. */
const OLD_EXCEL = [0xd0, 0xcf, 0x11, 0xe0];
const startsAs = (bytes: Uint8Array, first: readonly number[]): boolean =>
  first.every((byte, at) => bytes[at] === byte);

const nothing = ({ all }: FileProblems): ReadSetFile => ({
  code: undefined,
  names: undefined,
  content: undefined,
  problems: all,
  placeOf: pathPlace,
});

/** A place in JSON is its path. */
const pathPlace = (path: Path): FilePlace => ({ sheet: '', row: null, cell: path.join('.'), column: '' });

function checked(read: ReadContent, problems: FileProblems): ReadSetFile {
  const { language } = problems;
  const find = (path: Path): FilePlace => placeIn(read, path, language);
  const tell = (errors: readonly FieldError[], prefix: Path, value: unknown): void => {
    for (const { path, code, message } of errors) {
      const steps = stepsOf(path);
      const place = find([...prefix, ...steps]);
      // A cell that could not be read has been told already; that it is missing now follows from it.
      if (!problems.all.some(({ sheet, cell }) => sheet === place.sheet && cell === place.cell))
        problems.add(place, code, plainAt(value, steps), message);
    }
  };
  const named = { code: read.code, names: read.names };
  const title = check(head, named, language);
  const content = check(criteriaSetContent, read.content, language);
  if (!title.ok) tell(title.errors, ['set'], named);
  if (!content.ok) tell(content.errors, [], read.content);
  const sound = title.ok && content.ok && !problems.hasErrors;
  return {
    code: title.ok ? title.value.code : undefined,
    names: title.ok ? title.value.names : undefined,
    content: sound ? content.value : undefined,
    problems: problems.all,
    placeOf: find,
  };
}

const stepsOf = (path: string): Path =>
  path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));

/** The text or number at a path, for a message; empty where there is none, or a whole group of fields. */
function plainAt(value: unknown, path: Path): string {
  const found = path.reduce<unknown>(
    (at, step) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[step] : undefined),
    value,
  );
  return typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean'
    ? String(found)
    : '';
}

/** The row whose place begins the path furthest, and the column that the rest of it names. */
function placeIn({ places, setRecord }: ReadContent, path: Path, language: Language): FilePlace {
  if (path[0] === 'set') return placeOf(setRecord, path.slice(1).join('.'), language);
  const nearest = places
    .filter((place) => place.path.every((step, at) => step === path[at]))
    .sort((a, b) => b.path.length - a.path.length)[0];
  if (nearest === undefined) return wholeFile;
  const { record } = nearest;
  const rest = (record === setRecord ? path : path.slice(nearest.path.length)).join('.');
  return placeOf(
    record,
    columnKey(
      record.shape.columns.map(({ key }) => key),
      rest,
    ),
    language,
  );
}

/** Texts of expressions and numbers of roundings stand in a column of their own. */
const otherKeys: readonly (readonly [RegExp, string])[] = [
  [/^(numerator|denominator|left|right)(\..*)?$/, '$1.text'],
  [/^(.*ounding)(\..*)?$/, '$1.places'],
  [/^effect\..*$/, 'effect.of'],
  [/^(indicator|field)$/, 'code'],
];

function columnKey(keys: readonly string[], rest: string): string {
  const other = otherKeys.map(([pattern, key]) => (pattern.test(rest) ? rest.replace(pattern, key) : ''));
  const fits = [rest === '' ? 'code' : rest, ...other].find((key) => keys.includes(key));
  return (
    fits ??
    keys.find((key) => rest !== '' && (key.startsWith(`${rest}.`) || rest.startsWith(`${key}.`))) ??
    ''
  );
}

function ofJson(bytes: Uint8Array, problems: FileProblems): ReadSetFile {
  const json = readJson(bytes, problems);
  if (json === undefined) return nothing(problems);
  const file = check(criteriaSetFile, json, problems.language);
  if (!file.ok) {
    for (const { path, code, message } of file.errors)
      problems.add(pathPlace([path]), code, plainAt(json, stepsOf(path)), message);
    return nothing(problems);
  }
  const { code, names, content } = file.value;
  return { code, names, content, problems: problems.all, placeOf: (path) => pathPlace(['content', ...path]) };
}
