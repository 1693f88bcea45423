import type { CriteriaSetContent, Indicator, Policies, RulePart, Rule } from '@nhip/contracts';
import { Random } from './random.js';
import type { How } from './rational.js';

export type CaseFigure =
  | { readonly state: 'value'; readonly text: string }
  | { readonly state: 'nothing' | 'not-applicable' | 'missing' };

export interface CaseUnit {
  readonly unitId: string;
  readonly unitType: string;
  readonly groupId: string | null;
  readonly months: number | undefined;
  readonly figures: ReadonlyMap<string, CaseFigure>;
  readonly appraised: ReadonlyMap<string, string>;
}

/** A criteria set with units and their figures. */
export interface Case {
  readonly content: CriteriaSetContent;
  readonly units: readonly CaseUnit[];
}

type Expression = Indicator['numerator'];

const comparisons = ['<', '<=', '=', '>=', '>'] as const;
const names = (code: string) => ({ vi: code });
/** Few, so that values meet them. */
const limits = ['0', '1', '2', '5', '25', '50', '80', '90', '100'];

const hundredths = (n: number): string => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, '0')}`;

/** A case that the seed repeats: any rules, policies, weights, caps, gates, with figures that meet the limits. */
export function randomCase(seed: number): Case {
  const random = new Random(seed);
  const indicators = random.list(1, 3, (index) => randomIndicator(random, `i${index}`));
  const content = randomSet(random, indicators);
  return {
    content,
    units: random.list(1, random.pick([1, 2, 4]), (index) => randomUnit(random, content, `u${index}`)),
  };
}

const positive = (random: Random): string =>
  random.once(2) ? String(random.between(1, 12)) : hundredths(random.between(1, 2000));
const limit = (random: Random): string =>
  random.once(6) ? hundredths(random.int(12000)) : random.pick(limits);

function rounding(random: Random): How {
  return random.once(3)
    ? {
        mode: 'step',
        step: random.pick(['0.25', '0.5', '0.05', '2', '3', '0.3']),
        direction: random.pick(['nearest', 'down', 'up']),
      }
    : { mode: random.pick(['half-up', 'truncate']), dp: random.int(4) };
}

const policies = (random: Random): Policies => ({
  zeroDenominator: random.pick(['zero', 'full', 'not-applicable', 'error']),
  missing: random.pick(['zero', 'not-applicable']),
  notApplicable: random.pick(['full-points', 'zero', 'reweight', 'exclude-from-rank']),
  nothingOccurred: random.pick(['as-zero', 'full', 'not-applicable']),
});

function expression(random: Random, codes: readonly string[], plain: boolean): Expression {
  const [first = '', second = '', third = ''] = codes;
  if (plain || !random.once(5)) return { plus: [first], minus: [] };
  return random.pick<Expression>([
    { plus: [first, second], minus: [third] },
    { plus: [first], minus: [second] },
    { constant: random.pick(['0', '4', '12.5']) },
    { period: 'months' },
  ]);
}

/** Figures of the value: `<code>-a…` above, `<code>-d…` below. */
function valued(random: Random, code: string, place: boolean) {
  const below =
    place || random.once(5) ? undefined : expression(random, [`${code}-d`, `${code}-e`, `${code}-f`], false);
  return {
    numerator: expression(random, [`${code}-a`, `${code}-b`, `${code}-c`], place),
    ...(below !== undefined && { denominator: below }),
    shownAs: random.once(4) ? ('number' as const) : ('percent' as const),
    rounding: rounding(random),
    declaredPart: random.once(3),
    policies: policies(random),
    maxPoints: hundredths(25 * random.int(41)),
    ...(random.once(2) && { pointsRounding: rounding(random) }),
  };
}

const limited = (random: Random) => ({ comparison: random.pick(comparisons), value: limit(random) });

function randomIndicator(random: Random, code: string): Indicator {
  const rule = anyRule(random, code);
  return {
    code,
    names: names(code),
    measure: names('%'),
    ...valued(random, code, rule.type === 'levels' && !random.once(10)),
    direction: random.pick(['higher', 'lower']),
    aggregation: 'ratio-of-sums',
    ...(random.once(3) && { target: limited(random) }),
    thresholds: random.list(0, 2, (index) => ({
      code: `t${index}`,
      names: names('t'),
      ...limited(random),
      ...(random.once(3) && { unitTypes: ['ward'] }),
      consequence: 'notice' as const,
    })),
    rule,
    weight: random.pick(['1', '1', '2', '0.5', '1.2']),
    ...(random.once(6) && { unitTypes: ['ward'] }),
  };
}

function anyRule(random: Random, code: string): Rule {
  switch (random.int(8)) {
    case 0:
      return {
        type: 'levels',
        levels: random.list(2, 4, (index) => ({
          names: names(`l${index}`),
          points: hundredths(50 * random.int(20)),
          ...(random.once(3) && { zeroes: random.pick(['criterion', 'total'] as const) }),
        })),
      };
    case 1:
      return { type: 'composed', parts: random.list(1, 3, (index) => randomPart(random, code, `p${index}`)) };
    case 2:
      return {
        type: 'relative-min-max',
        lowestPoints: random.pick(['0', '1', '2.5']),
        whenEqual: hundredths(random.int(1000)),
        within: random.pick(['peer-group', 'administration']),
      };
    case 3:
      return {
        type: 'relative-rank',
        whenAlone: hundredths(random.int(1000)),
        within: random.pick(['peer-group', 'administration']),
      };
    case 4:
      return random.once(2) ? { type: 'appraised' } : { type: 'threshold-only' };
    default:
      return simpleRule(random);
  }
}

function randomPart(random: Random, indicator: string, code: string): RulePart {
  return {
    code,
    names: names(code),
    ...valued(random, random.once(3) ? indicator : `${indicator}-${code}`, false),
    rule: simpleRule(random),
  };
}

function simpleRule(random: Random): RulePart['rule'] {
  switch (random.int(9)) {
    case 0:
      return { type: 'all-or-nothing', ...limited(random) };
    case 1:
      return { type: 'bands', on: random.pick(['exact', 'rounded']), bands: bands(random) };
    case 2:
      return { type: 'linear', full: random.pick(['100', '1', positive(random)]) };
    case 3:
      return { type: 'saturating', target: random.pick(['80', '90', '50', positive(random)]) };
    case 4:
      return { type: 'floor', full: random.pick(['100', positive(random)]), floor: limit(random) };
    case 5: {
      const from = random.int(6000);
      return {
        type: 'lower-is-better',
        fullAt: hundredths(from),
        zeroAt: hundredths(from + random.between(1, 9000)),
      };
    }
    case 6:
      return {
        type: 'deduction',
        perEvent: positive(random),
        from: random.pick(['max', 'zero']),
        ...(random.once(2) && { cap: positive(random) }),
      };
    case 7:
      return { type: 'bonus', perEvent: positive(random) };
    default:
      return { type: 'external', lowest: random.pick(['0', '1']), highest: random.pick(['5', '10', '100']) };
  }
}

/** Half-open bands in any order, with holes. */
function bands(random: Random) {
  const edges = random
    .shuffled(['0', '1', '25', '50', '80', '90', '100'])
    .slice(0, random.between(2, 5))
    .sort((a, b) => Number(a) - Number(b));
  const all = edges.flatMap((from, index) => {
    const to = edges[index + 1];
    return to === undefined || random.once(6) ? [] : [{ from, to, points: hundredths(25 * random.int(41)) }];
  });
  const open = [
    ...(random.once(2) ? [{ from: null, to: edges[0] ?? '0', points: '0' }] : []),
    { from: edges.at(-1) ?? '0', to: random.once(3) ? '101' : null, points: hundredths(25 * random.int(41)) },
  ];
  return random.shuffled([...all, ...open]);
}

function randomSet(random: Random, indicators: readonly Indicator[]): CriteriaSetContent {
  const fields = randomFields(
    random,
    indicators.map(({ code }) => code),
  );
  const classification = random.maybe(2, () => randomClasses(random));
  const codes = {
    indicator: indicators.map(({ code }) => code),
    criterion: fields.flatMap(({ criteria }) =>
      criteria.flatMap((criterion) => [criterion.code, ...criterion.subCriteria.map(({ code }) => code)]),
    ),
    field: fields.map(({ code }) => code),
  };
  return {
    dataElements: [],
    indicators: [...indicators],
    fields,
    checks: [],
    gates: random.once(2)
      ? random.list(1, 3, (index) => randomGate(random, `g${index}`, codes, classification !== undefined))
      : [],
    totals: {
      maxPoints: random.once(12) ? '0' : random.pick(['10', '20.5', '100']),
      rounding: rounding(random),
      lowest: random.pick(['0', '0', '-20', '1.5']),
      ...(random.once(3) && { highest: random.pick(['5', '10', '19.99', '110']) }),
    },
    ...(classification !== undefined && { classification }),
    ranking: { within: 'peer-group', on: 'exact', tieBreaks: [] },
  };
}

/** The indicators dealt out to fields, criteria and sub-criteria. */
function randomFields(random: Random, indicators: readonly string[]): CriteriaSetContent['fields'] {
  const fields = random.list(1, 3, (f) => ({
    code: `f${f}`,
    names: names('f'),
    kind: f === 0 ? ('base' as const) : random.pick(['base', 'bonus', 'deduction'] as const),
    ...(random.once(3) && { cap: random.pick(['2', '5', '10', '20']) }),
    criteria: random.list(1, 2, (c) => ({
      code: `f${f}c${c}`,
      names: names('c'),
      indicators: [] as string[],
      subCriteria: random.list(0, 1, (s) => ({
        code: `f${f}c${c}s${s}`,
        names: names('s'),
        indicators: [] as string[],
      })),
    })),
  }));
  for (const code of indicators) {
    const criterion = random.pick(random.pick(random.once(2) ? fields.slice(0, 1) : fields).criteria);
    random.pick([criterion, ...criterion.subCriteria]).indicators.push(code);
  }
  return fields;
}

const classEdges = ['2', '5', '7.5', '10', '50', '90'];

function randomClasses(random: Random): NonNullable<CriteriaSetContent['classification']> {
  const edges = random
    .shuffled(classEdges)
    .slice(0, random.between(1, 4))
    .sort((a, b) => Number(a) - Number(b));
  const all = [null, ...edges].map((from, index) => ({
    code: `k${index}`,
    names: names('k'),
    from,
    to: edges[index] ?? null,
  }));
  return {
    on: random.pick(['rounded', 'exact']),
    bands: random.shuffled(random.once(4) ? all.slice(1) : all),
    quotas: [],
  };
}

interface Codes {
  readonly indicator: readonly string[];
  readonly criterion: readonly string[];
  readonly field: readonly string[];
}

function randomGate(
  random: Random,
  code: string,
  codes: Codes,
  classes: boolean,
): CriteriaSetContent['gates'][number] {
  const kind = random.pick(['indicator', 'criterion', 'field'] as const);
  const indicator = random.pick(codes.indicator);
  const subject = random.pick([
    `[${indicator}-a]`,
    `[${indicator}-d]`,
    `value([${indicator}])`,
    `points([${random.pick(codes[kind])}])`,
  ]);
  const zeroing = random.once(5) ? { zero: 'total' as const } : { zero: kind, of: random.pick(codes[kind]) };
  return {
    code,
    names: names(code),
    ...(!random.once(12) && {
      when: `${subject} ${random.pick(comparisons)} ${random.pick(['0', '1', '5', '10', '50', '90', '2.5'])}`,
    }),
    blanks: random.pick(['missing', 'zero']),
    effect:
      classes && random.once(2)
        ? random.once(2)
          ? { down: random.between(1, 3) }
          : { atMost: `k${random.between(1, 2)}` }
        : zeroing,
  };
}

const figures = [
  '0',
  '1',
  '2',
  '3',
  '4',
  '5',
  '8',
  '9',
  '10',
  '40',
  '50',
  '80',
  '90',
  '100',
  '0.5',
  '89.995',
];

function randomFigure(random: Random): CaseFigure {
  if (random.once(8)) return { state: random.pick(['nothing', 'not-applicable', 'missing'] as const) };
  if (random.once(8)) return { state: 'value', text: '0' };
  const text = random.once(4) ? hundredths(random.int(20000)) : random.pick(figures);
  return { state: 'value', text: random.once(60) ? `-${text}` : text };
}

function randomUnit(random: Random, { indicators }: CriteriaSetContent, unitId: string): CaseUnit {
  const given = new Map<string, CaseFigure>();
  const add = (code: string): void => {
    const nothing = random.once(25);
    for (const letter of 'abcdef') {
      if (!random.once(30))
        given.set(`${code}-${letter}`, nothing ? { state: 'nothing' } : randomFigure(random));
    }
  };
  const appraised = new Map<string, string>();
  for (const { code, rule } of indicators) {
    add(code);
    if (rule.type === 'levels' && !random.once(5))
      given.set(`${code}-a`, { state: 'value', text: String(random.between(1, 4)) });
    if (rule.type === 'composed') for (const part of rule.parts) add(`${code}-${part.code}`);
    if (random.once(rule.type === 'appraised' ? 2 : 12))
      appraised.set(code, `${random.once(8) ? '-' : ''}${hundredths(random.int(1200))}`);
  }
  return {
    unitId,
    unitType: random.pick(['ward', 'ward', 'commune']),
    groupId: random.pick(['a', 'a', 'b', null]),
    months: random.once(4) ? undefined : random.between(1, 12),
    figures: given,
    appraised,
  };
}
