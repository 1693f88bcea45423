import { criteriaFieldWords } from '@nhip/contracts';
import { expressionOfCells } from './expression-cells.js';
import type { FileProblems } from './file-problems.js';
import { placeOf, valuesOf, type RawRecord } from './read-cells.js';

export type Json = Record<string, unknown>;

/** What a cell that holds text was read as; empty where it holds none. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
/** A place in the content: `['indicators', 3, 'rule']`. */
export type Path = readonly (string | number)[];

/** A record made of a row, and the row it was made of. */
export interface Made {
  readonly record: RawRecord;
  readonly json: Json;
}

/** A row as an object: every value at its place; expressions and roundings put together of their two cells. */
export function jsonOf(record: RawRecord, problems: FileProblems): Json {
  const json: Json = {};
  const values = valuesOf(record, problems);
  for (const [key, value] of values) put(json, key.split('.'), value);
  for (const at of ['numerator', 'denominator', 'left', 'right']) {
    if (record.shape.columns.some(({ key }) => key === `${at}.how`))
      putExpression(record, json, at, problems);
  }
  for (const at of ['rounding', 'pointsRounding', 'totals.rounding']) {
    if (values.has(`${at}.mode`) || values.has(`${at}.places`))
      putRounding(record, json, at, values, problems);
  }
  return json;
}

function put(json: Json, [step = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) json[step] = value;
  else put((json[step] ??= {}) as Json, rest, value);
}

function putExpression(record: RawRecord, json: Json, at: string, problems: FileProblems): void {
  const { how, text } = (json[at] ?? {}) as { how?: string; text?: string };
  const place = (key: string) => placeOf(record, `${at}.${key}`, problems.language);
  delete json[at];
  if (how === undefined) {
    if (text !== undefined && !record.cells.has(`${at}.how`))
      problems.error(place('how'), 'CHOICE_WITHOUT', {
        expected: criteriaFieldWords(`${at}.text`)[problems.language],
      });
    return;
  }
  const expression = expressionOfCells(how, text ?? '');
  if (expression === undefined)
    problems.error(place('text'), 'EXPRESSION_SHAPE', { found: text ?? '', expected: 'A + B - C' });
  else json[at] = expression;
}

function putRounding(
  record: RawRecord,
  json: Json,
  at: string,
  values: ReadonlyMap<string, unknown>,
  problems: FileProblems,
): void {
  const mode = values.get(`${at}.mode`) as string | undefined;
  const places = values.get(`${at}.places`) as string | undefined;
  const say = (
    key: 'mode' | 'places',
    code: 'CHOICE_WITHOUT' | 'NOT_WHOLE',
    params: Record<string, string>,
  ) => problems.error(placeOf(record, `${at}.${key}`, problems.language), code, params);
  const other = (key: string) => ({ expected: criteriaFieldWords(`${at}.${key}`)[problems.language] });
  if (mode === undefined) {
    if (!record.cells.has(`${at}.mode`)) say('mode', 'CHOICE_WITHOUT', other('places'));
    return;
  }
  if (places === undefined) {
    if (!record.cells.has(`${at}.places`)) say('places', 'CHOICE_WITHOUT', other('mode'));
    return;
  }
  const step = /^step-(.+)$/.exec(mode)?.[1];
  if (step !== undefined) put(json, at.split('.'), { mode: 'step', step: places, direction: step });
  else if (/^\d{1,2}$/.test(places)) put(json, at.split('.'), { mode, dp: Number(places) });
  else say('places', 'NOT_WHOLE', { found: places });
}
