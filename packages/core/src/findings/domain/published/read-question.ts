import type { CheckPublishedFigure } from '@nhip/contracts';
import { addMonths, day, Ratio, refuse, type FieldFault, type Outcome } from '../../../shared/index.js';
import { readPrinted, type PrintedValue } from '../published-figure.js';

export type Bound = 'at-least' | 'at-most' | 'about';

/** Words before a number that make it a limit: “trên 4,7 triệu”. */
const bounds: readonly (readonly [Bound, RegExp])[] = [
  ['at-least', /^(trên|hơn|ít nhất|tối thiểu|over|more than|at least)\s+/iu],
  ['at-most', /^(dưới|chưa đến|chưa tới|nhiều nhất|tối đa|under|less than|at most)\s+/iu],
  ['about', /^(gần|khoảng|xấp xỉ|about|nearly|around)\s+/iu],
];

export interface ReadValue extends PrintedValue {
  readonly text: string;
  readonly bound: Bound | null;
  /** Of how many: the 63 of `1/63`. */
  readonly of: Ratio | undefined;
}

/** The printed value with what its words say about it. Ranks may be printed as `1/63`. */
export function readPublished(text: string, { kind, language }: CheckPublishedFigure): Outcome<ReadValue> {
  const bound = bounds.find(([, words]) => words.test(text));
  const bare = bound === undefined ? text : text.replace(bound[1], '');
  const [value = '', of, ...more] = kind === 'rank' ? bare.split('/') : [bare];
  const read = readPrinted(value, language);
  const block = of === undefined ? undefined : readPrinted(of, language);
  if (!read.ok) return read;
  if (block !== undefined && !block.ok) return block;
  if (more.length > 0) return refuse('NUMBER_NOT_A_NUMBER', { text });
  return { ok: true, value: { ...read.value, text, bound: bound?.[0] ?? null, of: block?.value.value } };
}

/** Every number of the question with its place in it. */
export function typedNumbers(question: CheckPublishedFigure): { path: string; text: string }[] {
  const list = (name: string, items: readonly { readonly value: string | null }[]) =>
    items.flatMap(({ value }, index) =>
      value === null ? [] : [{ path: `${name}.${index}.value`, text: value }],
    );
  const single = (path: string, text: string | undefined) => (text === undefined ? [] : [{ path, text }]);
  switch (question.kind) {
    case 'percentage':
      return [
        ...single('numerator', question.numerator),
        ...list('candidates', question.candidates),
        ...list('targets', question.targets),
      ];
    case 'score':
      return [
        ...single('maxPoints', question.maxPoints),
        ...single('numerator', question.numerator),
        ...list('candidates', question.candidates),
      ];
    case 'rank':
      return [...single('own', question.own), ...list('others', question.others)];
    case 'total':
      return [
        ...list('parts', question.parts),
        ...question.parts.map(({ weight }, index) => ({ path: `parts.${index}.weight`, text: weight })),
      ];
    case 'growth':
      return [...single('grown', question.grown), ...list('candidates', question.candidates)];
    case 'average':
      return [...list('candidates', question.candidates), ...single('days', question.days)];
    case 'balance':
      return [
        ...single('opening', question.opening),
        ...single('received', question.received),
        ...single('resolved', question.resolved),
      ];
    case 'order':
      return list('values', question.values);
  }
}

/** Years enough for any report; working days are counted year by year. */
const LONGEST_YEARS = 20;

function faultsOfDays(question: CheckPublishedFigure): FieldFault[] {
  return (['period', 'partsPeriod'] as const).flatMap((name): FieldFault[] => {
    const span = question[name];
    if (span === undefined) return [];
    const { start, end } = span;
    if (end < start) return [{ path: `${name}.end`, code: 'PERIOD_REVERSED', params: { start, end } }];
    if (Number(end.slice(0, 4)) - Number(start.slice(0, 4)) <= LONGEST_YEARS) return [];
    const maximum = addMonths(day(start), 12 * LONGEST_YEARS);
    return [{ path: `${name}.end`, code: 'FIELD_TOO_BIG', params: { maximum } }];
  });
}

/** What cannot be read, each with its place. */
export function faultsOf(question: CheckPublishedFigure): FieldFault[] {
  const read = [
    ...('printed' in question && question.printed !== undefined
      ? [{ path: 'printed', outcome: readPublished(question.printed, question) }]
      : []),
    ...typedNumbers(question).map(({ path, text }) => ({
      path,
      outcome: readPrinted(text, question.language),
    })),
  ];
  const unread = read.flatMap(({ path, outcome }) =>
    outcome.ok ? [] : [{ path, code: outcome.code, params: outcome.params as FieldFault['params'] }],
  );
  return [...unread, ...faultsOfDays(question)];
}
