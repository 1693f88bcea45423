import { publishedNames, type ImpliedPart, type PublishedFlag } from '@nhip/contracts';
import { Ratio } from '../../../shared/index.js';
import { checkIdentity } from '../identities.js';
import { reproduce } from '../published-figure.js';
import { decimal } from '../raised-finding.js';
import { flag, type Asked, type Checked, type Question } from './asked.js';
import { impliedWords, readingOf, words } from './words.js';

/** opening + received − resolved = closing; one end may be unknown, and nothing may lie below zero. */
export function checkBalance(question: Question<'balance'>, asked: Asked): Checked {
  const opening = question.opening === undefined ? null : asked.number(question.opening);
  const [received, resolved] = [asked.number(question.received), asked.number(question.resolved)];
  const closing = asked.printed?.value ?? null;
  const { derived } = checkIdentity({
    kind: 'balance',
    opening: opening?.toString() ?? null,
    received: received.toString(),
    resolved: resolved.toString(),
    closing: closing?.toString() ?? null,
  });
  const net = received.minus(resolved);
  const { element } = asked;
  if (opening !== null && asked.printed !== undefined) {
    const expected = opening.plus(net);
    const reproduction = reproduce(expected, asked.printed);
    const gap = asked.printed.value.minus(expected);
    return {
      readings: [
        readingOf({
          name: publishedNames.closing,
          over: asked.printed.value,
          arithmetic: arithmetic(opening, received, resolved),
          reproduction,
          printed: asked.printed.value,
          plain: true,
        }),
      ],
      implied: [],
      flags:
        expected.sign() < 0
          ? [negative(asked, opening, received, resolved, expected)]
          : reproduction.verdict === 'neither'
            ? [
                flag('BALANCE', {
                  check: element,
                  left: decimal(expected),
                  right: decimal(asked.printed.value),
                  residual: decimal(gap.absolute()),
                }),
              ]
            : [],
    };
  }
  if (opening === null && closing === null) {
    return {
      readings: [],
      implied: [],
      flags: [
        flag('BALANCE_UNKNOWN', {
          check: element,
          missing: words(
            { vi: '{a}, {b}', en: '{a}, {b}' },
            { a: publishedNames.opening, b: publishedNames.closing },
          ),
          implied: decimal(derived ?? net),
        }),
      ],
    };
  }
  return oneEnd(asked, { opening, received, resolved, closing }, derived ?? net);
}

interface Ends {
  readonly opening: Ratio | null;
  readonly received: Ratio;
  readonly resolved: Ratio;
  readonly closing: Ratio | null;
}

/** The end that is not published follows from the other. */
function oneEnd(asked: Asked, { opening, received, resolved, closing }: Ends, value: Ratio): Checked {
  const part = opening === null ? 'opening' : 'closing';
  const range = { from: decimal(value), to: decimal(value) };
  const ranges = { halfUp: range, truncated: range, both: range };
  const name = publishedNames[part];
  const implied: ImpliedPart = { part, name, ...ranges, words: impliedWords(name, ranges) };
  const known = { received: decimal(received), resolved: decimal(resolved) };
  const sum =
    opening === null
      ? words(
          { vi: '{closing} − {received} + {resolved}', en: '{closing} − {received} + {resolved}' },
          { ...known, closing: decimal(closing ?? Ratio.zero) },
        )
      : arithmetic(opening, received, resolved);
  return {
    readings: [],
    implied: [implied],
    flags:
      value.sign() < 0 && opening !== null
        ? [negative(asked, opening, received, resolved, value)]
        : [
            flag('BALANCE_IMPLIED', {
              element: asked.element,
              missing: name,
              arithmetic: sum,
              implied: decimal(value),
            }),
          ],
  };
}

const arithmetic = (opening: Ratio, received: Ratio, resolved: Ratio) =>
  words(
    { vi: '{opening} + {received} − {resolved}', en: '{opening} + {received} − {resolved}' },
    { opening: decimal(opening), received: decimal(received), resolved: decimal(resolved) },
  );

const negative = (
  { element }: Asked,
  opening: Ratio,
  received: Ratio,
  resolved: Ratio,
  closing: Ratio,
): PublishedFlag =>
  flag('BALANCE_NEGATIVE', {
    element,
    opening: decimal(opening),
    received: decimal(received),
    resolved: decimal(resolved),
    closing: decimal(closing),
  });
