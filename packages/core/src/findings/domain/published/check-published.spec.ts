import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { checkPublishedFigure, publishedFigureAnswer, type CheckPublishedFigureInput } from '@nhip/contracts';
import fc from 'fast-check';
import { Ratio } from '../../../shared/index.js';
import { checkPublished, type Days } from './check-published.js';
import { faultsOf } from './read-question.js';

const sample = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../../../samples/${file}`, import.meta.url), 'utf8'));

const ask = (question: CheckPublishedFigureInput, days?: Days) =>
  publishedFigureAnswer.strict().parse(checkPublished(checkPublishedFigure.parse(question), days));
const codes = (answer: ReturnType<typeof ask>) => answer.flags.map(({ code }) => code);
/** As a Vietnamese document writes a whole number. */
const grouped = (value: number | string) => String(value).replace(/\B(?=(\d{3})+$)/g, '.');

interface SamplePercentage {
  readonly id: string;
  readonly num: number;
  readonly den: number;
  readonly printed: string;
  readonly halfUp: string;
  readonly trunc: string;
  readonly verdict: string;
  readonly candidates: readonly { readonly name: string; readonly value: number }[];
}

describe('acceptance: the printed percentages of the five rounds', () => {
  it.each(
    (sample('percentages.json') as readonly SamplePercentage[]).map(
      (one) => [one.id, one.printed, one] as const,
    ),
  )(
    '%s %s is found under its denominator only',
    (_id, printed, { num, den, halfUp, trunc, verdict, candidates }) => {
      const answer = ask({
        kind: 'percentage',
        printed,
        numerator: grouped(num),
        candidates: candidates.map(({ name, value }) => ({ name, value: grouped(value) })),
      });
      const fitting = answer.readings.filter((reading) => reading.verdict !== 'neither');
      expect(fitting).toMatchObject([
        { name: { vi: candidates[0]?.name }, over: String(den), halfUp, truncated: trunc, verdict },
      ]);
      expect(fitting[0]?.ratio).toBe(Ratio.of(`${num * 100}/${den}`).toString());
      expect(answer.verdict).toBe(verdict);
      const [implied] = answer.implied;
      const range = verdict === 'both' ? implied?.both : implied?.truncated;
      expect(BigInt(range?.from ?? 0) <= BigInt(den) && BigInt(den) <= BigInt(range?.to ?? 0)).toBe(true);
      const other = verdict === 'truncation-only' ? ['PCT_ROUND_MODE'] : [];
      expect(codes(answer)).toEqual(other);
    },
  );
});

interface SampleIdentity {
  readonly id: string;
  readonly expr: string;
  readonly holds: boolean | null;
  readonly check: Record<string, unknown> & { readonly kind: string };
}
type Given = number | string | null;
const plain = (value: Given) => (value === null ? undefined : String(value));

/** One of the thirteen identities as a reader would ask about it. */
function questionOf({ kind, ...check }: SampleIdentity['check']): CheckPublishedFigureInput {
  const given = check as Record<string, Given> & { parts: Given[]; values: Given[] };
  const english = { language: 'en' as const };
  const values = (list: readonly Given[]) => list.map((value) => ({ value: plain(value) ?? '' }));
  switch (kind) {
    case 'sum':
      return { kind: 'total', printed: String(given.whole), parts: values(given.parts), ...english };
    case 'balance':
      return {
        kind: 'balance',
        opening: plain(given.opening ?? null),
        received: String(given.received),
        resolved: String(given.resolved),
        printed: plain(given.closing ?? null),
        ...english,
      };
    case 'average':
      return {
        kind: 'average',
        printed: String(given.printed),
        candidates: values([given.total ?? 0]),
        days: String(given.count),
        ...english,
      };
    case 'ascending':
      return { kind: 'order', values: values(given.values), ...english };
    case 'ended':
      return {
        kind: 'total',
        printed: '0',
        period: { start: '2016-01-01', end: String(given.end) },
        asOf: String(given.asOf),
      };
    default:
      return {
        kind: 'percentage',
        printed: String(given.printed),
        numerator: String(given.part),
        candidates: values([given.whole ?? 0]),
        ...english,
      };
  }
}

describe('acceptance: the thirteen identities of the five rounds', () => {
  const flags: Readonly<Record<string, readonly string[]>> = {
    'I-02': ['BALANCE_UNKNOWN'],
    'I-03': ['AVG_IMPLAUSIBLE'],
    'I-06': ['BALANCE_IMPLIED'],
    'I-07': ['PARTS_GAP_UNNAMED'],
    'I-08': ['PARTS_GAP_UNNAMED'],
    'I-09': ['PARTS_GAP_UNNAMED'],
    'I-12': ['TRUE_ZERO', 'PERIOD_FUTURE'],
  };
  it.each(
    (sample('identities.json') as readonly SampleIdentity[]).map((one) => [one.id, one.expr, one] as const),
  )('%s %s', (id, _expr, { holds, check }) => {
    const answer = ask(questionOf(check));
    expect(codes(answer)).toEqual(flags[id] ?? []);
    const decided = answer.readings.length > 0;
    if (decided) expect(answer.verdict !== 'neither').toBe(holds);
  });

  it('says by how much, in words', () => {
    const answer = ask({
      kind: 'total',
      name: 'Sớm hẹn và đúng hẹn',
      printed: '10.816',
      parts: [{ value: '8.906' }, { value: '1.638' }],
      residual: 'trễ hẹn',
    });
    expect(answer.flags[0]?.message).toEqual({
      vi: 'Sớm hẹn và đúng hẹn: 10.544 so với 10.816, chênh 272; có thể là “trễ hẹn”.',
      en: 'Sớm hẹn và đúng hẹn: 10,544 against 10,816, a gap of 272; it may be “trễ hẹn”.',
    });
    const source = ask({
      kind: 'total',
      printed: '34.253',
      parts: [{ value: '10.816' }, { value: '82.285' }],
      otherSource: true,
    });
    expect(codes(source)).toEqual(['SOURCE_CONFLICT']);
    expect(source.readings[0]?.residual).toBe('-58848');
  });
});

interface SampleFact {
  readonly id: string;
  readonly value: string | null;
  readonly printed: string | null;
  readonly unit: string;
  readonly formula: string;
}

/** The kind of question that fits what a fact prints, with the parts its formula names. */
function aboutFact({ printed, unit, formula }: SampleFact): CheckPublishedFigureInput {
  const text = printed === 'Không có' || printed === 'chưa có' ? '0' : (printed ?? '');
  const bare = text.replace(/\s*%$/, '');
  const [share, numerator, denominator] = /^(\d+)\/(\d+|n)$/.exec(formula) ?? [];
  if (unit.startsWith('%'))
    return {
      kind: 'percentage',
      printed: text,
      ...(numerator === undefined ? {} : { numerator }),
      candidates: share === undefined || denominator === 'n' ? [] : [{ value: denominator ?? '' }],
    };
  if (unit === 'lần') return { kind: 'growth', printed: text, grown: '737' };
  if (unit === 'hồ sơ/ngày')
    return { kind: 'average', printed: text, candidates: [{ value: '70.033' }], days: '184' };
  if (unit === '/63' || unit === 'hạng') return { kind: 'rank', printed: text };
  const parts = formula.includes('+') ? formula.split('+').map((value) => ({ value })) : [];
  return { kind: 'total', printed: bare.split('/')[0] ?? '', parts };
}

describe('acceptance: the published facts of the five rounds', () => {
  const flagged: Readonly<Record<string, readonly string[]>> = {
    'S0-03': ['AVG_IMPLAUSIBLE'],
    'S0-07': ['GROWTH_BASE_MISSING'],
    'S1-03': ['IMPLIED_DENOMINATOR'],
    'S1-06': ['TRUE_ZERO'],
    'S3-19': ['PCT_ROUND_MODE'],
    'S4-04': ['PCT_ROUND_MODE'],
    'S4-05': ['TRUE_ZERO'],
    'S4-06': ['RANK_OF_UNKNOWN'],
  };
  const facts = (sample('facts.json') as readonly SampleFact[]).filter(({ printed }) => printed !== null);
  it('are 55 with a number', () => expect(facts).toHaveLength(55));

  it.each(facts.map((fact) => [fact.id, fact.printed, fact] as const))('%s %s', (id, _printed, fact) => {
    const answer = ask(aboutFact(fact));
    expect(Ratio.of(answer.printed?.value ?? '').toString()).toBe(Ratio.of(fact.value ?? '').toString());
    const alone = answer.kind === 'percentage' && fact.formula.match(/^\d/) === null;
    expect(codes(answer)).toEqual(flagged[id] ?? (alone ? ['RATE_WITHOUT_PARTS'] : []));
    if (answer.readings.length === 0) expect(answer.verdict).toBe('undecidable');
  });
});

describe('what is not published', () => {
  it('17,2 % of 437: the denominator', () => {
    const { implied, flags, verdict } = ask({ kind: 'percentage', printed: '17,2%', numerator: '437' });
    expect(verdict).toBe('undecidable');
    expect(implied).toMatchObject([
      {
        part: 'denominator',
        halfUp: { from: '2534', to: '2548' },
        truncated: { from: '2527', to: '2540' },
        both: { from: '2534', to: '2540' },
      },
    ]);
    expect(implied[0]?.words.vi).toBe(
      'Mẫu số: nếu làm tròn thì từ 2.534 đến 2.548; nếu cắt bỏ thì từ 2.527 đến 2.540; theo cả hai cách: từ 2.534 đến 2.540.',
    );
    expect(flags[0]?.code).toBe('IMPLIED_DENOMINATOR');
  });

  it('a denominator that has no bound, or none under one rounding, or is no percentage’s, in words', () => {
    const nought = ask({ kind: 'percentage', printed: '0%', numerator: '0' });
    expect(nought.flags[0]).toMatchObject({ code: 'IMPLIED_WHOLE' });
    expect(nought.flags[0]?.message.vi).toContain('0 ra 0%. Mẫu số: từ 1 trở lên.');
    const truncated = ask({ kind: 'percentage', printed: '78,3%', numerator: '29' });
    expect(truncated.flags[0]?.message.vi).toContain(
      'nếu làm tròn thì không có số nào; nếu cắt bỏ thì đúng bằng 37',
    );
    const score = ask({ kind: 'score', printed: '17,35', maxPoints: '20', numerator: '403.016' });
    expect(score.flags[0]?.code).toBe('IMPLIED_WHOLE');
    for (const { flags } of [nought, truncated, score]) expect(flags[0]?.message.vi).not.toMatch(/\?|%.*%/);
  });

  it('one number that both roundings leave is said once, and none is said to be impossible', () => {
    const one = ask({ kind: 'percentage', printed: '100%', numerator: '73' });
    expect(one.flags[0]?.message.vi).toBe(
      'Tỷ lệ công bố: mẫu số không công bố; 73 ra 100%. Mẫu số: đúng bằng 73.',
    );
    const none = ask({ kind: 'percentage', printed: '99,99%', numerator: '1' });
    expect([none.verdict, none.summary.vi, none.implied[0]?.words.vi]).toEqual([
      'neither',
      'Không số nào cho ra 99,99, làm tròn hay cắt bỏ: có số đã cho chưa đúng.',
      'Mẫu số: không có số nào.',
    ]);
    const rounded = ask({ kind: 'percentage', printed: '12,33%', candidates: [{ value: '73' }] });
    expect(rounded.verdict).toBe('undecidable');
    expect(rounded.summary.vi).toContain('xem khoảng giá trị');
    expect(rounded.flags[0]?.message.vi).toBe(
      'Tỷ lệ công bố: tử số không công bố; 12,33% trên 73. Tử số: nếu làm tròn thì đúng bằng 9; nếu cắt bỏ thì không có số nào; theo cả hai cách: không có số nào.',
    );
  });

  it('a closing stock: what it must be, or that too little is known, and no blank in the sentence', () => {
    const centre = { kind: 'balance', received: '10.551', resolved: '10.816' } as const;
    expect(ask({ ...centre, opening: '305' }).summary.vi).toBe('Tồn cuối kỳ: đúng bằng 40.');
    expect(ask(centre).summary.vi).toBe('Chưa đủ số để đối chiếu.');
  });

  it('the numerator, the base, the days, one part of a sum', () => {
    const numerator = ask({ kind: 'percentage', printed: '17,2', candidates: [{ value: '2.540' }] });
    expect([codes(numerator), numerator.implied[0]?.halfUp]).toEqual([
      ['IMPLIED_NUMERATOR'],
      { from: '436', to: '438' },
    ]);
    const growth = ask({ kind: 'growth', printed: '10,1', grown: '737' });
    expect(growth.implied.map(({ halfUp, truncated }) => [halfUp, truncated])).toEqual([
      [{ from: '73', to: '73' }, null],
      [null, { from: '66', to: '66' }],
    ]);
    const part = ask({
      kind: 'total',
      printed: '80,1',
      parts: [{ value: '64,5' }, { name: 'Hài lòng', value: null }],
    });
    expect(part.implied).toMatchObject([{ halfUp: { from: '15.6', to: '15.6' }, name: { vi: 'Hài lòng' } }]);
    expect(part.flags[0]?.message.vi).toBe(
      'Tổng công bố: chưa công bố “Hài lòng”; tổng 80,1 trừ các phần đã biết (64,5) thì phần này đúng bằng 15,6.',
    );
  });

  it('two unknown parts tell nothing', () => {
    const answer = ask({ kind: 'total', printed: '10', parts: [{ value: null }, { value: null }] });
    expect([answer.verdict, answer.implied, codes(answer)]).toEqual(['undecidable', [], []]);
  });
});

describe('scores, ranks, growth, averages', () => {
  it('464.494 received, 403.016 on time, 20 points: 86,76 % is 17,35', () => {
    const answer = ask({
      kind: 'score',
      printed: '17,35',
      maxPoints: '20',
      numerator: '403.016',
      candidates: [{ name: 'tiếp nhận', value: '464.494', declared: true }],
    });
    expect(answer.verdict).toBe('both');
    expect(answer.summary.vi).toBe('Khớp với “tiếp nhận”: khớp, làm tròn hay cắt bỏ đều ra.');
    const off = ask({
      kind: 'score',
      printed: '17,36',
      maxPoints: '20',
      numerator: '403.016',
      candidates: [{ value: '464.494' }],
    });
    expect(off.flags.map(({ message }) => message.vi)).toEqual([
      'Điểm công bố: công bố 17,36, nhưng 20 × 403.016 ÷ 464.494 = 17,352904…; không tái lập được bằng cách làm tròn nào.',
    ]);
  });

  it('PCI-like: weighted parts make the total', () => {
    const answer = ask({
      kind: 'total',
      printed: '6,5',
      parts: [
        { value: '7', weight: '0,75' },
        { value: '5', weight: '0,25' },
      ],
    });
    expect([answer.verdict, answer.readings[0]?.words.vi]).toEqual([
      'both',
      '0,75 × 7 + 0,25 × 5 = 6,5; công bố 6,5: khớp.',
    ]);
  });

  const others = ['96,17', '90,02', '88,37', '88,37'].map((value) => ({ value }));
  it('a rank is counted again, 1-2-2-4, with its ties and its block', () => {
    const third = ask({ kind: 'rank', printed: '3', own: '88,37', others });
    expect([third.verdict, codes(third)]).toEqual(['both', ['RANK_TIED']]);
    expect(third.summary.vi).toBe('Có 2 trong 4 đơn vị khác tốt hơn 88,37 nên hạng 3; công bố 3: khớp.');
    const fifth = ask({ kind: 'rank', printed: '4/63', own: '80', others });
    expect([fifth.verdict, codes(fifth)]).toEqual(['neither', ['RANK_NOT_REPRODUCED', 'RANK_COUNT_DIFFERS']]);
    expect(fifth.flags[0]?.message.vi).toContain('có 4 trong 4 đơn vị khác tốt hơn 80, nên hạng là 5');
  });

  it('a rank on rounded values makes ties that are none', () => {
    const answer = ask({
      kind: 'rank',
      printed: '1',
      own: '80,051',
      others: [{ value: '80,054' }],
      decimals: 2,
    });
    expect([answer.verdict, codes(answer)]).toEqual(['both', ['RANK_ON_ROUNDED']]);
    expect(answer.readings[0]).toMatchObject({ exact: '2', halfUp: '1', truncated: '1' });
  });

  it('what an own value must have been, in either direction', () => {
    const range = (question: Partial<CheckPublishedFigureInput>) =>
      ask({ kind: 'rank', printed: '2', others, ...question } as CheckPublishedFigureInput).implied[0]?.both;
    expect(range({})).toEqual({ from: '90.02', to: '96.16' });
    expect(range({ printed: '1' })).toEqual({ from: '96.17', to: null });
    expect(range({ printed: '4' })).toBeNull();
    expect(range({ printed: '5' })).toEqual({ from: null, to: '88.36' });
    expect(range({ printed: '6' })).toBeNull();
    expect(range({ better: 'lower' })).toBeNull();
    expect(range({ better: 'lower', printed: '3' })).toEqual({ from: '88.38', to: '90.02' });
  });

  it('third, one place up, was fourth; first cannot have come from above', () => {
    const [flag] = ask({ kind: 'rank', printed: '3/20', placesUp: 1 }).flags;
    expect(flag?.message.vi).toBe('Hạng công bố: hạng 3, thay đổi +1 bậc, nên kỳ trước xếp hạng 4.');
    expect(codes(ask({ kind: 'rank', printed: '1/20', placesUp: -1 }))).toEqual(['RANK_BEFORE_IMPOSSIBLE']);
  });

  it('growth to or by so much of a base', () => {
    const answer = ask({
      kind: 'growth',
      printed: '10,1',
      grown: '737',
      candidates: [{ name: '2017–2021', value: '73' }],
    });
    expect(answer.readings.map(({ name, verdict }) => [name.vi, verdict])).toEqual([
      ['gấp 10,1 lần “2017–2021”', 'half-up-only'],
      ['tăng thêm 10,1 lần “2017–2021”', 'neither'],
    ]);
    const percent = ask({
      kind: 'growth',
      as: 'percent',
      printed: '12,5 %',
      grown: '900',
      candidates: [{ value: '800' }],
    });
    expect(percent.readings.map(({ verdict }) => verdict)).toEqual(['neither', 'both']);
    expect(percent.implied[1]?.halfUp).toEqual({ from: '800', to: '800' });
    const off = ask({
      kind: 'growth',
      printed: '3',
      grown: '100',
      candidates: [{ value: '80' }, { value: '0' }],
    });
    expect(codes(off)).toEqual(['VALUE_NOT_REPRODUCED']);
  });

  it('an average over each total and each number of days', () => {
    const days = [
      { name: { vi: 'ngày làm việc', en: 'working days' }, count: Ratio.of(184) },
      { name: { vi: 'ngày theo lịch', en: 'calendar days' }, count: Ratio.of(273) },
    ];
    const answer = ask(
      {
        kind: 'average',
        printed: '405',
        candidates: ['35.230', '34.803', '70.033'].map((value) => ({ value })),
      },
      days,
    );
    expect(answer.readings).toHaveLength(6);
    expect(answer.implied.map(({ halfUp }) => halfUp)).toEqual([
      { from: '87', to: '87' },
      { from: '86', to: '86' },
      { from: '173', to: '173' },
    ]);
    expect(answer.flags.map(({ message }) => message.vi)).toEqual([
      'Bình quân ngày công bố: bình quân 405 một ngày thì 70.033 ứng với 172,9 ngày, trong khi kỳ có 184 ngày làm việc (bình quân đúng là 380,6).',
    ]);
    expect(ask({ kind: 'average', printed: '380,6', candidates: [{ value: '70.033' }] }, days).verdict).toBe(
      'both',
    );
  });

  it('balances: an end follows, an end is off, a stock below zero', () => {
    const balance = (opening: string | undefined, printed: string | undefined) =>
      ask({ kind: 'balance', opening, received: '10.551', resolved: '10.816', printed });
    expect(balance('305', '40').verdict).toBe('both');
    expect(codes(balance('305', '50'))).toEqual(['BALANCE']);
    expect(balance('305', undefined).implied[0]?.words.vi).toBe('Tồn cuối kỳ: đúng bằng 40.');
    expect(balance(undefined, '40').implied).toMatchObject([{ part: 'opening', both: { from: '305' } }]);
    expect(codes(balance('200', undefined))).toEqual(['BALANCE_NEGATIVE']);
    expect(codes(balance('200', '0'))).toEqual(['BALANCE_NEGATIVE', 'TRUE_ZERO']);
    expect(codes(balance(undefined, undefined))).toEqual(['BALANCE_UNKNOWN']);
  });
});

describe('what the words around a figure tell', () => {
  it('the rounding laid down decides what is remarkable', () => {
    const about = (rounding: 'half-up' | 'truncate', printed: string) =>
      codes(
        ask({ kind: 'percentage', printed, numerator: '5.990', candidates: [{ value: '9.363' }], rounding }),
      );
    expect(about('half-up', '63,97')).toEqual(['PCT_ROUND_MODE']);
    expect(about('truncate', '63,97')).toEqual([]);
    expect(about('truncate', '63,98')).toEqual(['PCT_ROUND_MODE']);
    expect(about('truncate', '63,99')).toEqual(['PCT_NOT_REPRODUCED']);
  });

  it('another denominator than the one laid down, a part over its whole', () => {
    const answer = ask({
      kind: 'percentage',
      name: 'Tỷ lệ sớm hẹn',
      printed: '17,25%',
      numerator: '14.210',
      candidates: [
        { name: 'đã giải quyết', value: '82.285', declared: true },
        { name: 'tiếp nhận', value: '82.361' },
      ],
    });
    expect(answer.flags.map(({ message }) => message.vi)).toEqual([
      'Tỷ lệ sớm hẹn: tỷ lệ 17,25 % chỉ đúng khi chia cho tiếp nhận (82.361), khác mẫu số quy định là đã giải quyết.',
    ]);
    const over = ask({ kind: 'percentage', printed: '120', numerator: '6', candidates: [{ value: '5' }] });
    expect(codes(over)).toEqual(['PART_OVER_WHOLE']);
  });

  it('a bound, a count called a rate, an anonymous extreme, targets cut otherwise, mixed signs', () => {
    expect(codes(ask({ kind: 'total', printed: 'trên 4,7' }))).toEqual(['LOWER_BOUND']);
    expect(codes(ask({ kind: 'total', printed: '10', called: 'rate' }))).toEqual(['UNIT_MISMATCH']);
    const extreme = ask({ kind: 'percentage', printed: '35,83%', called: 'count', extreme: 'best' });
    expect(codes(extreme)).toEqual(['RATE_WITHOUT_PARTS', 'UNIT_MISMATCH', 'EXTREME_ANONYMOUS']);
    const targets = ask({
      kind: 'percentage',
      printed: '19,53%',
      targets: [
        { name: 'Mức độ 3', value: '40' },
        { name: 'Mức độ 4', value: '10' },
      ],
    });
    expect(targets.flags[1]?.message.vi).toContain(
      'Mức độ 3 ≥ 40 (chắc chắn chưa đạt); Mức độ 4 ≥ 10 (chưa kết luận được)',
    );
    const mixed = ask({ kind: 'total', printed: '97,48', parts: [{ value: '82.34' }, { value: '15,14' }] });
    expect([mixed.verdict, codes(mixed)]).toEqual(['both', ['MIXED_SEPARATORS']]);
  });

  it('days that are not over, or not the same', () => {
    const answer = ask({
      kind: 'total',
      printed: '737',
      period: { start: '2022-01-01', end: '2022-09-30' },
      partsPeriod: { start: '2022-01-01', end: '2022-10-10' },
      asOf: '2022-09-01',
    });
    expect(codes(answer)).toEqual(['PERIOD_FUTURE', 'PERIOD_MISMATCH']);
  });

  it('numbers that cannot be read are named with their place', () => {
    const question = checkPublishedFigure.parse({
      kind: 'percentage',
      printed: 'cao nhất',
      numerator: '8.906 hồ sơ',
      candidates: [{ value: '1,2,3' }],
    });
    expect(faultsOf(question).map(({ path, code }) => [path, code])).toEqual([
      ['printed', 'NUMBER_NOT_A_NUMBER'],
      ['numerator', 'NUMBER_NOT_A_NUMBER'],
      ['candidates.0.value', 'NUMBER_SEPARATORS'],
    ]);
  });

  it('days in the wrong order, or too many to count, are named with their place', () => {
    const about = (start: string, end: string) =>
      faultsOf(checkPublishedFigure.parse({ kind: 'total', printed: '1', period: { start, end } }));
    expect(about('2022-09-30', '2022-01-01')).toMatchObject([
      { path: 'period.end', code: 'PERIOD_REVERSED' },
    ]);
    expect(about('0001-01-01', '9999-12-31')).toMatchObject([{ path: 'period.end', code: 'FIELD_TOO_BIG' }]);
    expect(about('2022-01-01', '2022-01-01')).toEqual([]);
  });
});

describe('property', () => {
  const whole = fc.integer({ min: 1, max: 5000 });
  const mode = fc.constantFrom('half-up' as const, 'truncate' as const);
  const dp = fc.integer({ min: 0, max: 3 });
  const prints = (n: bigint, d: bigint, places: number, how: 'half-up' | 'truncate') =>
    Ratio.fraction(n * 100n, d).toDecimal(places, how);

  it('the denominator is found among candidates, and the implied ranges hold it and end where they must', () => {
    fc.assert(
      fc.property(whole, whole, fc.array(whole, { maxLength: 4 }), dp, mode, (n, d, more, places, how) => {
        const printed = prints(BigInt(n), BigInt(d), places, how);
        const answer = ask({
          kind: 'percentage',
          printed,
          numerator: String(n),
          candidates: [...more, d].map((value) => ({ name: String(value), value: String(value) })),
          language: 'en',
        });
        const found = answer.readings.find(({ over }) => over === String(d));
        expect(['both', how === 'half-up' ? 'half-up-only' : 'truncation-only']).toContain(found?.verdict);
        for (const one of answer.readings)
          expect(one.verdict !== 'neither').toBe(
            [one.halfUp, one.truncated].includes(Ratio.of(printed).toDecimal(places)),
          );
        const range = how === 'half-up' ? answer.implied[0]?.halfUp : answer.implied[0]?.truncated;
        if (!range || range.from === null) throw new Error('d itself prints as given');
        const inside = (value: bigint) => value >= 1n && prints(BigInt(n), value, places, how) === printed;
        expect(BigInt(range.from) <= BigInt(d)).toBe(true);
        expect([inside(BigInt(range.from)), inside(BigInt(range.from) - 1n)]).toEqual([true, false]);
        if (range.to === null) return;
        expect(BigInt(range.to) >= BigInt(d)).toBe(true);
        expect([inside(BigInt(range.to)), inside(BigInt(range.to) + 1n)]).toEqual([true, false]);
      }),
    );
  });

  it('a missing part of a sum lies in its range, and the range ends where the total prints otherwise', () => {
    const weights = fc.constantFrom('1', '2', '-1', '0.25');
    fc.assert(
      fc.property(whole, whole, weights, dp, mode, (known, missing, weight, places, how) => {
        const total = (part: Ratio) => Ratio.of(known * 3).plus(part.times(Ratio.of(weight)));
        const cut = (part: Ratio) => total(part).toDecimal(places, how);
        const part = Ratio.of(missing).dividedBy(Ratio.of(100));
        if (total(part).sign() < 0) return;
        const [implied] = ask({
          kind: 'total',
          printed: cut(part),
          parts: [{ value: String(known * 3) }, { value: null, weight }, { value: '0.00' }],
          language: 'en',
        }).implied;
        const range = how === 'half-up' ? implied?.halfUp : implied?.truncated;
        if (!range?.from || !range.to) throw new Error('the part itself prints as given');
        const [from, to] = [Ratio.of(range.from), Ratio.of(range.to)];
        expect(from.compare(part) <= 0 && part.compare(to) <= 0).toBe(true);
        const step = Ratio.fraction(1n, 10n ** BigInt(Math.max(places, 2)));
        const value = cut(part);
        expect([cut(from), cut(to)]).toEqual([value, value]);
        // At zero truncation swallows both signs; published totals have none.
        if (total(part).compare(Ratio.one) <= 0) return;
        expect(cut(from.minus(step))).not.toBe(value);
        expect(cut(to.plus(step))).not.toBe(value);
      }),
    );
  });
});
