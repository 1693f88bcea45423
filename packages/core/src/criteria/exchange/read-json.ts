import { wholeFile, type FileProblems } from './file-problems.js';
import { jsonFault } from './json-fault.js';

/** The object that a JSON file of a set holds, its fields not yet looked at; undefined where it is none, which is told. */
export function readJson(bytes: Uint8Array, problems: FileProblems): object | undefined {
  const text = decoded(bytes);
  if (text === undefined || !/^\s*[{[]/.test(text)) {
    problems.error(wholeFile, 'FILE_UNREADABLE');
    return undefined;
  }
  let json: object;
  try {
    json = JSON.parse(text) as object;
  } catch {
    tellFault(text, problems);
    return undefined;
  }
  if ('content' in json) return json;
  problems.error(wholeFile, 'JSON_SHAPE', { found: Array.isArray(json) ? '[…]' : fieldsOf(json) });
  return undefined;
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** So many fields are named of an object that has others than a set. */
const NAMED = 10;

const fieldsOf = (json: object): string => {
  const fields = Object.keys(json).map((field) => `“${field}”`);
  return fields.length === 0 ? '{}' : fields.slice(0, NAMED).join(', ');
};

/** Where JSON breaks off, by line and column, for an editor to go to. */
function tellFault(text: string, problems: FileProblems): void {
  const at = jsonFault(text);
  const before = text.slice(0, at).split('\n');
  const line = String(before.length);
  const column = String((before.at(-1) ?? '').length + 1);
  const end = { vi: 'hết tệp', en: 'the end of the file' }[problems.language];
  const found = at >= text.length ? end : `“${text[at]}”`;
  problems.error({ ...wholeFile, cell: `${line}:${column}` }, 'JSON_SYNTAX', { line, column, found });
}
