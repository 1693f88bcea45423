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
  return ofJson(bytes, problems);
}

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
  const tell = (errors: readonly FieldError[], prefix: Path): void => {
    for (const { path, code, message } of errors) {
      const steps = path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
      const place = find([...prefix, ...steps]);
      // A cell that could not be read has been told already; that it is missing now follows from it.
      if (!problems.all.some(({ sheet, cell }) => sheet === place.sheet && cell === place.cell))
        problems.add(place, code, '', message);
    }
  };
  const title = check(head, { code: read.code, names: read.names }, language);
  const content = check(criteriaSetContent, read.content, language);
  if (!title.ok) tell(title.errors, ['set']);
  if (!content.ok) tell(content.errors, []);
  const sound = title.ok && content.ok && !problems.hasErrors;
  return {
    code: title.ok ? title.value.code : undefined,
    names: title.ok ? title.value.names : undefined,
    content: sound ? content.value : undefined,
    problems: problems.all,
    placeOf: find,
  };
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
  const fits = [rest, ...other].find((key) => keys.includes(key));
  return (
    fits ??
    keys.find((key) => rest !== '' && (key.startsWith(`${rest}.`) || rest.startsWith(`${key}.`))) ??
    ''
  );
}

function ofJson(bytes: Uint8Array, problems: FileProblems): ReadSetFile {
  const parsed = parseJson(bytes, problems);
  if (parsed === undefined) return nothing(problems);
  const file = check(criteriaSetFile, parsed.json, problems.language);
  if (!file.ok) {
    for (const { path, code, message } of file.errors) problems.add(pathPlace([path]), code, '', message);
    return nothing(problems);
  }
  const { code, names, content } = file.value;
  return { code, names, content, problems: problems.all, placeOf: (path) => pathPlace(['content', ...path]) };
}

function parseJson(bytes: Uint8Array, problems: FileProblems): { json: unknown } | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!/^\s*\{/.test(text)) {
      problems.error(wholeFile, 'FILE_UNREADABLE');
      return undefined;
    }
    return { json: JSON.parse(text) as unknown };
  } catch (error) {
    if (error instanceof SyntaxError) problems.error(wholeFile, 'JSON_SYNTAX', { found: error.message });
    else problems.error(wholeFile, 'FILE_UNREADABLE');
    return undefined;
  }
}
