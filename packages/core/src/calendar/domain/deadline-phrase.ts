import { dueAtOf, instantAt, partsOf } from '../../shared/index.js';
import { remark, type DeadlineContext, type DeadlineReading, type Draft } from './deadline-reading.js';
import { deadlineRules } from './deadline-rules.js';
import { foldText } from './folded-text.js';

/** Phrases are a line long; whole documents are not read for deadlines. */
const LONGEST_PHRASE = 500;

/**
 * Reads a deadline in the words of Vietnamese administrations, with or without diacritics (domain rules: Civil
 * Code 2015, Arts 144–148). Never refuses: a phrase without a day is `vague`, `recurring` or `none`, and
 * a day that does not exist leaves `dueOn` null with the warning DEADLINE_NO_SUCH_DAY; the caller decides.
 */
export function readDeadline(phrase: string | null, context: DeadlineContext): DeadlineReading {
  const raw = (phrase ?? '').normalize('NFC').slice(0, LONGEST_PHRASE);
  const folded = foldText(raw);
  for (const rule of deadlineRules) {
    const match = rule.pattern.exec(folded.folded);
    const draft = match && rule.read(match, folded, context);
    if (draft) return finish(raw, draft, context);
  }
  return finish(
    raw,
    { class: 'none', rule: 'DEADLINE_NONE', warnings: [remark('DEADLINE_MISSING')] },
    context,
  );
}

function finish(
  phrase: string,
  draft: Draft,
  { calendar, documentDay, zone }: DeadlineContext,
): DeadlineReading {
  const warnings = [...(draft.warnings ?? [])];
  let { dueOn = null, suggestion = null } = draft;
  if (dueOn !== null) {
    const worked = calendar.rollForward(dueOn);
    if (worked !== dueOn && draft.rolls === true) {
      warnings.push(remark('DEADLINE_ROLLED', { from: dueOn, to: worked }));
      dueOn = worked;
    } else if (worked !== dueOn) {
      warnings.push(remark('DEADLINE_DAY_OFF', { day: dueOn, next: worked }));
      suggestion ??= worked;
    }
    if (dueOn < documentDay) warnings.push(remark('DEADLINE_PAST', { dueOn, documentDay }));
    const { year } = partsOf(dueOn);
    const reckoned = draft.class === 'working-days' || worked !== draft.dueOn;
    if (reckoned && calendar.provisional(year))
      warnings.push(remark('DEADLINE_CALENDAR_PROVISIONAL', { year }));
  }
  return {
    phrase,
    class: draft.class,
    dueOn,
    dueAt: dueOn && (draft.time === undefined ? dueAtOf(dueOn, zone) : instantAt(dueOn, draft.time, zone)),
    rule: remark(draft.rule, draft.params),
    warnings,
    suggestion,
    recurrence: draft.recurrence ?? null,
    calendarVersion: calendar.version,
  };
}
