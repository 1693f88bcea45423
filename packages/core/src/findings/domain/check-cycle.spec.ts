import { describe, expect, it } from '@jest/globals';
import {
  criteriaSetContent,
  describeFinding,
  type CriteriaSetContentInput,
  type PublishedClaim,
} from '@nhip/contracts';
import { compileSet } from '../../criteria/index.js';
import { day } from '../../shared/index.js';
import { unitFigures, type CurrentFigure } from '../../submissions/index.js';
import { checkUnit, checkWhole } from './check-cycle.js';
import type { CheckContext, CheckedUnit } from './checked-unit.js';

type ElementInput = CriteriaSetContentInput['dataElements'][number];
type CheckInput = NonNullable<CriteriaSetContentInput['checks']>[number];
type IndicatorInput = CriteriaSetContentInput['indicators'][number];

const element = (code: string, vi: string, rest: Partial<ElementInput> = {}): ElementInput => ({
  code,
  names: { vi },
  measure: { vi: 'hồ sơ' },
  kind: 'count',
  ...rest,
});
const share = (
  code: string,
  part: string,
  of: string,
  rest: Partial<IndicatorInput> = {},
): IndicatorInput => ({
  code,
  names: { vi: code },
  measure: { vi: '%' },
  shownAs: 'percent',
  numerator: { plus: [part] },
  denominator: { plus: [of] },
  rounding: { mode: 'half-up', dp: 2 },
  rule: { type: 'threshold-only' },
  ...rest,
});

function contextOf(
  dataElements: ElementInput[],
  indicators: IndicatorInput[],
  checks: CheckInput[] = [],
  period = { start: '2023-01-01', end: '2023-09-30', asOf: '2023-10-20' },
): CheckContext {
  const content = criteriaSetContent.parse({
    dataElements,
    indicators,
    fields: [{ code: 'F', names: { vi: 'F' }, criteria: [{ code: 'C', names: { vi: 'C' } }] }],
    checks,
    totals: { maxPoints: '0' },
  });
  return {
    content,
    compiled: compileSet(content),
    elements: new Map(content.dataElements.map((one) => [one.code, one])),
    period: {
      preset: 'custom',
      kind: 'custom',
      start: day(period.start),
      end: day(period.end),
      asOf: day(period.asOf),
    },
    workingDays: () => 184,
  };
}

interface Given {
  readonly value?: string;
  readonly text?: string;
  readonly claims?: PublishedClaim[];
  readonly end?: string;
  readonly state?: CurrentFigure['state'];
}

function unitOf(
  context: CheckContext,
  figures: Readonly<Record<string, Given | string>>,
  rest: Partial<CheckedUnit> = {},
): CheckedUnit {
  const { start, end, asOf } = context.period;
  const rows = Object.entries(figures).map(([code, given]): CurrentFigure => {
    const figure = typeof given === 'string' ? { value: given } : given;
    return {
      unitId: 'unit',
      element: code,
      month: null,
      start,
      end: figure.end === undefined ? end : day(figure.end),
      side: 'unit',
      state: figure.state ?? 'value',
      value: figure.state === undefined ? (figure.value ?? null) : null,
      note: null,
      source: null,
      illustrative: false,
      published:
        figure.claims || figure.text
          ? {
              text: figure.text ?? figure.value ?? '',
              sentence: 'Câu trong văn bản.',
              claims: figure.claims ?? [],
            }
          : null,
      version: 1,
      validOn: asOf,
    };
  });
  return {
    unitId: 'unit',
    names: { vi: 'Đơn vị' },
    rows,
    figures: unitFigures(context.content, 'centre', context.period, rows),
    handedIn: true,
    ...rest,
  };
}

const codesOf = (found: readonly { readonly code: string }[]): string[] =>
  found.map(({ code }) => code).sort();
const percent = (printed: string, of?: string[]): PublishedClaim => ({
  kind: 'percent',
  printed,
  ...(of && { of }),
});
const inWords = (found: ReturnType<typeof checkUnit>, code: string): string => {
  const finding = found.find((one) => one.code === code);
  return finding === undefined ? '' : describeFinding(code, finding.params, 'vi');
};

describe('the centre and the communes of the fourth round', () => {
  const elements = [
    element('opening', 'Tồn kỳ trước'),
    element('received', 'Tiếp nhận'),
    element('resolved', 'Đã giải quyết'),
    element('early', 'Sớm hẹn'),
    element('on-time', 'Đúng hẹn'),
    element('closing', 'Tồn cuối kỳ'),
  ];
  const context = contextOf(
    elements,
    [share('early-rate', 'early', 'received'), share('on-time-rate', 'on-time', 'received')],
    [
      {
        code: 'resolved-parts',
        names: { vi: 'Sớm hẹn + đúng hẹn' },
        kind: 'parts',
        left: { plus: ['early', 'on-time'] },
        comparison: '=',
        right: { plus: ['resolved'] },
        residual: { vi: 'trễ hẹn' },
      },
      {
        code: 'stock',
        names: { vi: 'Tồn cuối kỳ' },
        kind: 'balance',
        left: { plus: ['opening', 'received'], minus: ['resolved'] },
        comparison: '=',
        right: { plus: ['closing'] },
      },
    ],
  );
  const centre = unitOf(context, {
    opening: '305',
    received: '10551',
    resolved: '10816',
    early: { value: '8906', claims: [percent('82.34')] },
    'on-time': { value: '1638', claims: [percent('15,14')] },
    closing: { state: 'missing' },
  });
  const communes = unitOf(context, {
    received: '82361',
    early: { value: '14210', claims: [percent('17,25')] },
    'on-time': { value: '68075', claims: [percent('82,65')] },
  });

  it('miss 272, have 40 left, and divide by what they resolved', () => {
    const found = checkUnit(context, centre);
    expect(codesOf(found)).toEqual([
      'BALANCE_UNKNOWN',
      'DENOMINATOR_DIFFERS',
      'DENOMINATOR_DIFFERS',
      'PARTS_GAP',
      'ZERO_VS_MISSING',
    ]);
    expect(inWords(found, 'PARTS_GAP')).toBe(
      'Sớm hẹn + đúng hẹn: 10.544 so với 10.816, chênh 272; có thể là “trễ hẹn”.',
    );
    expect(inWords(found, 'BALANCE_UNKNOWN')).toContain('chưa có Tồn cuối kỳ');
    expect(inWords(found, 'BALANCE_UNKNOWN')).toContain('cho ra 40.');
    expect(inWords(found, 'DENOMINATOR_DIFFERS')).toBe(
      'Sớm hẹn: tỷ lệ 82,34 % chỉ đúng khi chia cho Đã giải quyết (10.816), khác mẫu số quy định là Tiếp nhận.',
    );
  });

  it('use different wholes for the same words, and mix their decimal signs', () => {
    expect(checkUnit(context, communes)).toEqual([]);
    const whole = checkWhole(context, [centre, communes]);
    expect(codesOf(whole)).toEqual(['DENOMINATORS_DIFFER', 'DENOMINATORS_DIFFER', 'MIXED_SEPARATORS']);
    expect(inWords(whole, 'MIXED_SEPARATORS')).toContain('“82.34');
    expect(inWords(whole, 'DENOMINATORS_DIFFER')).toContain('Đã giải quyết, Tiếp nhận');
  });

  it('find their balance broken once the closing stock is given', () => {
    const wrong = unitOf(context, { opening: '305', received: '10551', resolved: '10816', closing: '41' });
    expect(inWords(checkUnit(context, wrong), 'BALANCE')).toBe(
      'Tồn cuối kỳ: tính ra 40, báo cáo 41, lệch 1.',
    );
  });
});

describe('printed percentages', () => {
  const context = contextOf(
    [element('electronic', 'Kết quả điện tử'), element('digitised', 'Số hóa')],
    [share('electronic-rate', 'electronic', 'digitised')],
  );
  const check = (printed: string, figures: Record<string, string> = { digitised: '9363' }) =>
    checkUnit(
      context,
      unitOf(context, { electronic: { value: '5990', claims: [percent(printed)] }, ...figures }),
    );

  it('that come out under the other rounding only say so', () => {
    expect(inWords(check('63,97'), 'PCT_ROUND_MODE')).toBe(
      'Kết quả điện tử: 5.990 ÷ 9.363 = 63,975222 %; làm tròn ra 63,98 %, cắt bỏ ra 63,97 %, công bố 63,97 % (bộ tiêu chí quy định làm tròn).',
    );
    expect(check('63,98')).toEqual([]);
    // As it was printed and with its parts, so that the checker of published figures can be asked again.
    expect(check('63,97')[0]?.params).toMatchObject({
      text: '63,97',
      numerator: '5990',
      denominator: '9363',
    });
  });
  it('that come out under none say so', () => {
    expect(codesOf(check('64,5'))).toEqual(['PCT_NOT_REPRODUCED']);
  });
  it('without their whole give the range it must lie in', () => {
    const found = checkUnit(
      context,
      unitOf(context, { electronic: { value: '437', claims: [percent('17,2')] } }, { handedIn: false }),
    );
    expect(inWords(found, 'IMPLIED_DENOMINATOR')).toBe(
      'Kết quả điện tử: 437 là 17,2 %, mẫu số không công bố; làm tròn thì từ 2.534 đến 2.548, cắt bỏ thì từ 2.527 đến 2.540.',
    );
  });
  it('without a whole that both roundings allow say one number, or that there is none', () => {
    const found = (value: string, printed: string) =>
      inWords(
        checkUnit(
          context,
          unitOf(context, { electronic: { value, claims: [percent(printed)] } }, { handedIn: false }),
        ),
        'IMPLIED_DENOMINATOR',
      );
    expect(found('73', '100')).toContain('làm tròn thì đúng bằng 73, cắt bỏ thì đúng bằng 73.');
    expect(found('29', '78,3')).toContain('làm tròn thì không có số nào, cắt bỏ thì đúng bằng 37.');
    expect(found('0', '0')).not.toContain('?');
  });
  it('of more than the whole are refused only where declared a part', () => {
    const found = checkUnit(context, unitOf(context, { electronic: '11', digitised: '10' }));
    expect(codesOf(found)).toEqual(['PART_OVER_WHOLE']);
  });
});

describe('what a document says beside its numbers', () => {
  const context = contextOf(
    [
      element('received', 'Tiếp nhận'),
      element('returned', 'Trả kết quả'),
      element('online', 'Trực tuyến mức 3, 4'),
      element('rate', 'Tỷ lệ trực tuyến', { kind: 'rate', measure: { vi: '%' } }),
      element('posts', 'Tin, bài', { measure: { vi: 'tin/tháng' } }),
      element('payments', 'Thanh toán trực tuyến', { kind: 'amount', measure: { vi: 'triệu đồng' } }),
    ],
    [share('returned-rate', 'returned', 'received')],
    [],
    { start: '2022-01-01', end: '2022-09-30', asOf: '2022-10-10' },
  );
  const check = (figures: Readonly<Record<string, Given | string>>) =>
    checkUnit(context, unitOf(context, figures));

  it('an average that needs other days than there were', () => {
    const average: PublishedClaim = { kind: 'average', printed: '405', over: ['received', 'returned'] };
    const found = check({ received: { value: '35230', claims: [average] }, returned: '34803' });
    expect(inWords(found, 'AVG_IMPLAUSIBLE')).toContain(
      '70.033 ứng với 172,9 ngày, trong khi kỳ có 184 ngày',
    );
    expect(inWords(found, 'AVG_IMPLAUSIBLE')).toContain('380,6');
  });
  it('growth without its base', () => {
    const growth: PublishedClaim = { kind: 'growth', printed: '10,1', base: null, against: '2017–2021' };
    const found = check({ online: { value: '737', claims: [growth], end: '2022-10-10' } });
    expect(codesOf(found)).toEqual(['GROWTH_BASE_MISSING', 'PERIOD_MISMATCH']);
    expect(found.find(({ code }) => code === 'GROWTH_BASE_MISSING')?.params).toMatchObject({
      text: '10,1',
      grown: '737',
    });
    expect(inWords(found, 'PERIOD_MISMATCH')).toContain('đến 10/10/2022');
  });
  it('a rate alone, an unnamed extreme, a rate held against two targets', () => {
    const found = check({
      rate: {
        value: '19.53',
        text: '19,53%',
        claims: [
          { kind: 'extreme', which: 'best' },
          {
            kind: 'targets',
            targets: [
              { names: { vi: 'mức 3' }, comparison: '>=', value: '40' },
              { names: { vi: 'mức 4' }, comparison: '>=', value: '10' },
            ],
          },
        ],
      },
    });
    expect(codesOf(found)).toEqual(['EXTREME_ANONYMOUS', 'RATE_WITHOUT_PARTS', 'TARGET_NOT_COMPARABLE']);
  });
  it('a rate that is a count, a bound that is no figure, a zero that is one, a blank that is none', () => {
    const found = check({
      posts: { value: '10', claims: [{ kind: 'called', as: 'rate' }] },
      payments: {
        value: '4.7',
        text: 'trên 4,7 triệu',
        claims: [{ kind: 'bound', bound: 'at-least', printed: '4,7' }],
      },
      online: { value: '0', text: '0' },
      received: { state: 'missing' },
    });
    expect(codesOf(found)).toEqual(['LOWER_BOUND', 'TRUE_ZERO', 'UNIT_MISMATCH', 'ZERO_VS_MISSING']);
  });
  it('a period that was not over when its figures were cut', () => {
    const whole = contextOf([element('a', 'Số quyết định')], [share('x', 'a', 'a')], [], {
      start: '2016-01-01',
      end: '2021-12-31',
      asOf: '2020-05-14',
    });
    expect(codesOf(checkUnit(whole, unitOf(whole, { a: '5' })))).toEqual(['PERIOD_FUTURE']);
  });
});

describe('across units and in the set', () => {
  it('unit reports against the system of record, and targets without a number', () => {
    const context = contextOf(
      [element('resolved', 'Đã giải quyết'), element('recorded', 'Hệ thống của tỉnh')],
      [share('x', 'resolved', 'resolved', { target: { unquantified: { vi: 'nâng cao' } } })],
      [
        {
          code: 'sources',
          names: { vi: 'Báo cáo đơn vị và hệ thống' },
          kind: 'sources',
          scope: 'cycle',
          left: { plus: ['resolved'] },
          comparison: '=',
          right: { plus: ['recorded'] },
        },
      ],
    );
    const found = checkWhole(context, [
      unitOf(context, { resolved: '10816' }),
      unitOf(context, { resolved: '82285' }),
      unitOf(context, { recorded: '34253' }),
    ]);
    expect(codesOf(found)).toEqual(['SOURCE_CONFLICT', 'TARGET_UNQUANTIFIED']);
    expect(found.find(({ code }) => code === 'SOURCE_CONFLICT')).toMatchObject({
      found: '93101',
      expected: '34253',
      importance: 'error',
    });
  });
});
