import { z } from 'zod';
import type { Language } from './errors.js';
import { fieldErrors } from './field-errors.js';
import { fill } from './fill.js';
import { errorText } from './messages.js';

export interface FieldError {
  /** Where in the body: `items.0.name`; empty for the whole. */
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

export type Checked<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly unknownField?: string; readonly errors: FieldError[] };

/** Checks a value against a schema and says in the reader's language what to mend, field by field. */
export function check<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  language: Language,
): Checked<z.output<Schema>> {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return { ok: true, value: result.data };
  const issues = result.error.issues.flatMap(plain);
  const unknown = issues.find((issue) => issue.code === 'unrecognized_keys');
  return {
    ok: false,
    ...(unknown && { unknownField: [...unknown.path, unknown.keys[0]].join('.') }),
    errors: issues.map((issue) => describe(issue, language)),
  };
}

type Issue = z.core.$ZodIssue;

/** A union's issues are those of the branch that came nearest: the one with the fewest. */
function plain(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const [nearest = []] = [...issue.errors].sort((a, b) => a.length - b.length);
  return nearest.flatMap((inner) => plain({ ...inner, path: [...issue.path, ...inner.path] }));
}

function describe(issue: Issue, language: Language): FieldError {
  const { code, params } = coded(issue, language);
  const text = errorText(code) ?? fieldErrors.FIELD_INVALID;
  return { path: issue.path.join('.'), code, message: fill(text[language], params) };
}

type Coded = { readonly code: string; readonly params: Readonly<Record<string, unknown>> };

function coded(issue: Issue, language: Language): Coded {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? { code: 'FIELD_MISSING', params: {} }
        : { code: 'FIELD_TYPE', params: { expected: word(typeWords, issue.expected, language) } };
    case 'invalid_union':
      return 'options' in issue && issue.options !== undefined
        ? chosen(issue.options, issue.input, issue.discriminator)
        : { code: 'FIELD_INVALID', params: {} };
    case 'invalid_format':
      if (errorText(issue.message) !== undefined) return { code: issue.message, params: {} };
      return { code: 'FIELD_FORMAT', params: { expected: word(formatWords, issue.format, language) } };
    case 'invalid_value':
      return issue.input === undefined
        ? { code: 'FIELD_MISSING', params: {} }
        : { code: 'FIELD_CHOICE', params: { values: issue.values.map(String).join(', ') } };
    case 'too_small':
      return {
        code: sizeCode(issue.origin, 'SHORT', 'FEW', 'SMALL'),
        params: { minimum: String(issue.minimum) },
      };
    case 'too_big':
      return {
        code: sizeCode(issue.origin, 'LONG', 'MANY', 'BIG'),
        params: { maximum: String(issue.maximum) },
      };
    case 'unrecognized_keys':
      return { code: 'UNKNOWN_FIELD', params: { field: issue.keys.join(', ') } };
    case 'custom':
      return errorText(issue.message) === undefined
        ? { code: 'FIELD_INVALID', params: {} }
        : { code: issue.message, params: issue.params ?? {} };
    default:
      return { code: 'FIELD_INVALID', params: {} };
  }
}

/** Which kind of a union a value is says one of its fields: missing, or none of the kinds there are. */
function chosen(options: readonly unknown[], input: unknown, discriminator = ''): Coded {
  return (input as Readonly<Record<string, unknown>>)[discriminator] === undefined
    ? { code: 'FIELD_MISSING', params: {} }
    : { code: 'FIELD_CHOICE', params: { values: options.map(String).join(', ') } };
}

const sizeCode = (origin: string, text: string, list: string, number: string): string =>
  `FIELD_TOO_${origin === 'string' ? text : origin === 'array' || origin === 'set' ? list : number}`;

type Words = Readonly<Record<string, Readonly<Record<Language, string>>>>;

const word = (words: Words, key: string, language: Language): string => words[key]?.[language] ?? key;

const typeWords: Words = {
  string: { vi: 'một đoạn chữ', en: 'a text' },
  number: { vi: 'một số', en: 'a number' },
  int: { vi: 'một số nguyên', en: 'a whole number' },
  boolean: { vi: 'đúng hoặc sai', en: 'true or false' },
  array: { vi: 'một danh sách', en: 'a list' },
  object: { vi: 'một nhóm trường', en: 'a group of fields' },
};

const formatWords: Words = {
  uuid: { vi: 'mã định danh UUID', en: 'a UUID' },
  date: {
    vi: 'ngày dạng NĂM-THÁNG-NGÀY, ví dụ 2022-10-17',
    en: 'a date as YEAR-MONTH-DAY, such as 2022-10-17',
  },
  datetime: { vi: 'thời điểm dạng 2022-10-11T07:00:00Z', en: 'an instant such as 2022-10-11T07:00:00Z' },
  email: { vi: 'địa chỉ thư điện tử', en: 'an e-mail address' },
  regex: { vi: 'đúng mẫu quy định', en: 'the required pattern' },
};
