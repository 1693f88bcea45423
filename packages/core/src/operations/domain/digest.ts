import {
  digestDecisions,
  fill,
  formatDay,
  mailWords,
  type MailContent,
  type MailLine,
  type OverviewCard,
  type OverviewItem,
} from '@nhip/contracts';

type Language = 'vi' | 'en';

/** Work is told of from a week before its last day on, and on the day of the first reminder. */
const WORKING_DAYS_AHEAD = 7;
const FIRST_REMINDER = 15;

const isDecision = (kind: string): kind is keyof typeof digestDecisions => kind in digestDecisions;

/**
 * A person's morning mail, of the cards of every home they have: what is overdue, what falls due, what waits for their
 * decision. Nothing where there is nothing to tell.
 */
export function digestOf(
  cards: readonly OverviewCard[],
  on: string,
  language: Language,
): { readonly subject: string; readonly content: MailContent } | undefined {
  const words = mailWords[language];
  const work = unique(cards.filter(({ kind }) => kind === 'must-do').flatMap(({ items }) => items));
  const decisions = cards.filter(({ kind, count }) => isDecision(kind) && count > 0);
  const left = ({ deadline }: OverviewItem): number => deadline?.workingDaysLeft ?? Infinity;
  const overdue = work.filter(
    (item) => item.deadline !== null && (item.pressing ? left(item) <= 0 : left(item) < 0),
  );
  const due = work.filter(
    (item) => !overdue.includes(item) && (left(item) <= WORKING_DAYS_AHEAD || left(item) === FIRST_REMINDER),
  );
  const sections = [
    { heading: words.overdue, lines: overdue.map((item) => lineOf(item, language)) },
    { heading: words.due, lines: due.map((item) => lineOf(item, language)) },
    { heading: words.decide, lines: decisions.flatMap((card) => decisionLines(card, language)) },
  ].filter(({ lines }) => lines.length > 0);
  if (sections.length === 0) return undefined;
  const told = sections
    .map(({ heading, lines }) => `${heading.toLocaleLowerCase('vi')} ${lines.length}`)
    .join(', ');
  const day = formatDay(on);
  return {
    subject: fill(words.digest, { day, count: told }),
    content: { opening: fill(words.digestOpening, { day }), sections },
  };
}

function decisionLines({ kind, items, count, link }: OverviewCard, language: Language): MailLine[] {
  if (!isDecision(kind)) return [];
  const what = digestDecisions[kind][language];
  const lines = items.map((item) => {
    const line = lineOf(item, language);
    return { ...line, text: `${what}: ${line.text}` };
  });
  if (count <= items.length) return lines;
  const more = fill(mailWords[language].more, { count: count - items.length });
  return [...lines, { text: `${what}: ${more}`, link: link ?? '/' }];
}

function lineOf({ title, deadline, link }: OverviewItem, language: Language): MailLine {
  const detail = deadline && deadlineWords(deadline, language);
  return {
    text: title[language] ?? title.vi,
    ...(detail !== null && { detail }),
    ...(link !== null && { link }),
  };
}

function deadlineWords(
  { on, workingDaysLeft }: NonNullable<OverviewItem['deadline']>,
  language: Language,
): string {
  const words = mailWords[language];
  if (workingDaysLeft < 0) return fill(words.overdueBy, { days: -workingDaysLeft, on });
  return fill(workingDaysLeft === 0 ? words.dueToday : words.dueIn, { days: workingDaysLeft, on });
}

/** Somebody who is officer and leader of one unit sees the same work once. */
function unique(items: readonly OverviewItem[]): OverviewItem[] {
  return [...new Map(items.map((item) => [`${item.kind}/${item.id}`, item])).values()];
}
