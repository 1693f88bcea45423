import {
  publishedNames,
  publishedWords,
  type ImpliedPart,
  type PublishedFlag,
  type PublishedVerdict,
} from '@nhip/contracts';
import { Ratio } from '../../../shared/index.js';
import { rankBefore, type PrintedValue } from '../published-figure.js';
import { decimal } from '../raised-finding.js';
import { flag, type Asked, type Checked, type Question } from './asked.js';
import { rangeWords, verdictWords, words } from './words.js';

type Rank = Question<'rank'>;

/** A printed rank among other units' values, ranked 1-2-2-4 within the values given. */
export function checkRank(
  question: Rank,
  asked: Asked & { readonly printed: PrintedValue; readonly of: Ratio | undefined },
): Checked {
  const others = question.others.map(({ value }) => asked.number(value));
  const flags = [...aboutTheBlock(question, asked, others.length), ...movement(question, asked)];
  if (question.own === undefined) {
    const implied = others.length === 0 ? [] : [impliedOwn(question, asked, others)];
    return { readings: [], implied, flags };
  }
  const own = asked.number(question.own);
  if (others.length === 0) return { readings: [], implied: [], flags };
  const placed = place(question, own, others);
  const printed = asked.printed.value;
  const fits = (rank: number): boolean => printed.equals(Ratio.of(rank));
  const verdict = verdictOf(fits(placed.exact), fits(placed.halfUp), fits(placed.truncated));
  const residual = printed.minus(Ratio.of(placed.exact));
  const known = {
    element: asked.element,
    own: decimal(own),
    printed: decimal(printed),
    above: String(placed.above),
    others: String(others.length),
    exact: String(placed.exact),
    halfUp: String(placed.halfUp),
    truncated: String(placed.truncated),
    tied: String(placed.tied),
  };
  const apart = placed.halfUp !== placed.exact || placed.truncated !== placed.exact;
  return {
    readings: [
      {
        name: publishedNames.ranked,
        declared: false,
        over: String(others.length + 1),
        ratio: Ratio.of(placed.exact).toString(),
        exact: known.exact,
        halfUp: known.halfUp,
        truncated: known.truncated,
        verdict,
        residual: decimal(residual),
        words: words(publishedWords.rank, {
          ...known,
          verdict: verdictWords(verdict, residual, question.decimals === undefined),
        }),
      },
    ],
    implied: [],
    flags: [
      ...(verdict === 'neither' ? [flag('RANK_NOT_REPRODUCED', known)] : []),
      ...(placed.tied > 0 ? [flag('RANK_TIED', known)] : []),
      ...(apart ? [flag('RANK_ON_ROUNDED', known)] : []),
      ...flags,
    ],
  };
}

function verdictOf(exact: boolean, halfUp: boolean, truncated: boolean): PublishedVerdict {
  if (exact || (halfUp && truncated)) return 'both';
  return halfUp ? 'half-up-only' : truncated ? 'truncation-only' : 'neither';
}

/** The rank on exact values, and on values cut to the decimals given. */
function place({ better, decimals }: Rank, own: Ratio, others: readonly Ratio[]) {
  const sign = better === 'higher' ? 1 : -1;
  const above = (cut: (value: Ratio) => Ratio): number =>
    others.filter((other) => cut(other).compare(cut(own)) === sign).length;
  const exact = above((value) => value);
  const on = (mode: 'half-up' | 'truncate'): number =>
    decimals === undefined ? exact : above((value) => Ratio.of(value.toDecimal(decimals, mode)));
  return {
    above: exact,
    exact: exact + 1,
    halfUp: on('half-up') + 1,
    truncated: on('truncate') + 1,
    tied: others.filter((other) => other.equals(own)).length,
  };
}

/** Between which values the own one must lie to come out at the printed place, in steps of the decimals used. */
function impliedOwn({ better, others: typed }: Rank, asked: Asked, others: readonly Ratio[]): ImpliedPart {
  const place = Number(asked.printed?.value.floor() ?? 0n);
  const whole = asked.printed?.value.isInteger() ?? false;
  const dp = Math.max(0, ...typed.map(({ value }) => asked.decimals(value)));
  const step = Ratio.fraction(1n, 10n ** BigInt(dp));
  const best = [...others].sort((a, b) => (better === 'higher' ? b.compare(a) : a.compare(b)));
  const [above, below] = [best[place - 2], best[place - 1]];
  const possible =
    whole && place >= 1 && place <= best.length + 1 && !(above && below && above.equals(below));
  const near = below?.toDecimal(dp) ?? null;
  const far =
    above === undefined ? null : (better === 'higher' ? above.minus(step) : above.plus(step)).toDecimal(dp);
  const range = !possible ? null : better === 'higher' ? { from: near, to: far } : { from: far, to: near };
  return {
    part: 'own',
    name: publishedNames.own,
    halfUp: range,
    truncated: range,
    both: range,
    words: words(publishedWords.impliedOwn, {
      part: publishedNames.own,
      both: rangeWords(range),
      dp: String(dp),
    }),
  };
}

function aboutTheBlock(
  { own }: Rank,
  asked: Asked & { readonly of: Ratio | undefined },
  others: number,
): PublishedFlag[] {
  const known = { element: asked.element, printed: decimal(asked.printed?.value ?? Ratio.zero) };
  if (asked.of === undefined) return others > 0 ? [] : [flag('RANK_OF_UNKNOWN', known)];
  const count = others + 1;
  if (others === 0 || own === undefined || asked.of.equals(Ratio.of(count))) return [];
  return [
    flag('RANK_COUNT_DIFFERS', {
      ...known,
      of: decimal(asked.of),
      count: String(count),
      others: String(others),
    }),
  ];
}

function movement({ placesUp }: Rank, { element, printed }: Asked): PublishedFlag[] {
  if (placesUp === undefined || printed === undefined) return [];
  const before = rankBefore(Number(printed.value.floor()), placesUp);
  const known = {
    element,
    printed: decimal(printed.value),
    places: placesUp > 0 ? `+${placesUp}` : String(placesUp),
  };
  return [
    before === undefined
      ? flag('RANK_BEFORE_IMPOSSIBLE', known)
      : flag('RANK_BEFORE', { ...known, before: String(before) }),
  ];
}
