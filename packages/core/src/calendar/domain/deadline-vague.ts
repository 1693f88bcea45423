import type { Day } from '../../shared/index.js';
import { spanOf } from './deadline-grammar.js';
import { remark, type DeadlineContext, type Draft } from './deadline-reading.js';
import { hasDiacritics, indexOfWord, type FoldedText } from './folded-text.js';

/** Words that press without naming a day, and how many working days to offer; `null` where only a plan knows. */
const VAGUE_WORDS: readonly (readonly [word: string, offer: number | 'quarter' | null])[] = [
  ['khẩn trương', 5],
  ['kịp thời', 5],
  ['nhanh chóng', 5],
  ['sớm', 10],
  ['trong thời gian tới', 'quarter'],
  ['tiếp tục', 'quarter'],
  ['từng bước', 'quarter'],
  ['đúng thời gian', null],
  ['đúng tiến độ', null],
  ['đúng thời hạn', null],
  ['theo kế hoạch', null],
  ['theo tiến độ', null],
];
const AT_ONCE_DAYS = 3;

/** A phrase with a pressing word is asked about, with a day to offer; any other has no deadline. */
export function readVague(_: RegExpExecArray, phrase: FoldedText, context: DeadlineContext): Draft {
  const [word, offer] =
    VAGUE_WORDS.find(([known]) => indexOfWord(phrase, known) >= 0) ??
    (saysAtOnce(phrase) ? (['ngay', AT_ONCE_DAYS] as const) : []);
  if (word === undefined || offer === undefined) {
    return { class: 'none', rule: 'DEADLINE_NONE', warnings: [remark('DEADLINE_MISSING')] };
  }
  return {
    class: 'vague',
    rule: 'DEADLINE_ASK',
    params: { word },
    warnings: [remark('DEADLINE_VAGUE', { word })],
    suggestion: offeredDay(offer, context),
  };
}

function offeredDay(
  offer: number | 'quarter' | null,
  { calendar, documentDay }: DeadlineContext,
): Day | undefined {
  if (offer === null) return undefined;
  if (offer !== 'quarter') return calendar.addWorkingDays(documentDay, offer);
  return spanOf({ quarter: 'nay' }, documentDay)?.last;
}

/** `ngay` (at once) and `ngày` (day) are one word without diacritics; only what stands beside tells them apart. */
function saysAtOnce(phrase: FoldedText): boolean {
  if (hasDiacritics(phrase)) return /(?<![\p{L}\d])ngay(?![\p{L}\d])/u.test(phrase.text);
  return /(?<!\b(?:tu|trong|moi|hang|truoc|sau|den|het|vao|nhat|\d) )\bngay\b(?! (?:\d|ky|ban hanh|nhan|lam viec))/.test(
    phrase.folded,
  );
}
