import type { Language, PublishedFigureAnswer } from '@nhip/contracts';
import type { Text } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';

interface Reader {
  readonly name: string;
  readonly language: Language;
  readonly text: Text;
}

/** The result as plain text, to be pasted into a report. */
export function answerAsText(answer: PublishedFigureAnswer, { name, language, text }: Reader): string {
  const { printed, verdict, summary, readings, implied, flags } = answer;
  const title = [name, printed?.text].filter(Boolean).join(': ');
  const listed = (heading: string, sentences: readonly string[]): string[] =>
    sentences.length === 0 ? [] : ['', heading, ...sentences.map((sentence) => `- ${sentence}`)];
  return [
    ...(title === '' ? [] : [title]),
    text(`resources.published-figures.verdicts.${verdict}`),
    nameIn(summary, language),
    ...listed(
      text('resources.published-figures.readings'),
      readings.map((reading) => `${nameIn(reading.name, language)}: ${nameIn(reading.words, language)}`),
    ),
    ...listed(
      text('resources.published-figures.implied'),
      implied.map((part) => nameIn(part.words, language)),
    ),
    ...listed(
      text('resources.published-figures.flags'),
      flags.map(({ message }) => nameIn(message, language)),
    ),
  ].join('\n');
}
