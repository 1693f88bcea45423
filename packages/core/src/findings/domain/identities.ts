import { Ratio, type Day } from '../../shared/index.js';
import { percentage, readPrinted, reproduce } from './published-figure.js';

/** An exact number in data: a whole number, or decimal text with a point. */
export type Figure = number | string;

/** What must hold between published figures, as data. A figure that was not published is null. */
export type Identity =
  /** The parts add up to the whole. */
  | { readonly kind: 'sum'; readonly parts: readonly Figure[]; readonly whole: Figure }
  /** opening + received − resolved = closing, and nothing below zero. */
  | {
      readonly kind: 'balance';
      readonly opening: Figure | null;
      readonly received: Figure;
      readonly resolved: Figure;
      readonly closing: Figure | null;
    }
  /** The total over the days gives the printed average. */
  | { readonly kind: 'average'; readonly total: Figure; readonly count: Figure; readonly printed: string }
  /** No value is larger than the next: smallest ≤ overall ≤ largest, part ≤ whole. */
  | { readonly kind: 'ascending'; readonly values: readonly Figure[] }
  /** The period had ended when it was reported on. */
  | { readonly kind: 'ended'; readonly end: Day; readonly asOf: Day }
  /** The part in percent of the whole prints as given. */
  | { readonly kind: 'share'; readonly part: Figure; readonly whole: Figure; readonly printed: string };

export interface IdentityResult {
  /** null: undecidable, too much is unknown. */
  readonly holds: boolean | null;
  /** What is missing (positive) or too much (negative), where a number tells it. */
  readonly residual: Ratio | null;
  /** What follows from the figures: the closing stock, the average, the percentage, the net change. */
  readonly derived: Ratio | null;
}

/** Checks one identity exactly; no tolerance, since every part is a published figure. */
export function checkIdentity(identity: Identity): IdentityResult {
  switch (identity.kind) {
    case 'sum': {
      const sum = Ratio.sum(identity.parts.map(Ratio.of));
      const residual = Ratio.of(identity.whole).minus(sum);
      return { holds: residual.isZero(), residual, derived: sum };
    }
    case 'balance':
      return checkBalance(identity);
    case 'average': {
      const average = Ratio.of(identity.total).dividedBy(Ratio.of(identity.count));
      return checkPrinted(average, identity.printed);
    }
    case 'ascending': {
      const steps = identity.values
        .slice(1)
        .map((value, i) => Ratio.of(value).minus(Ratio.of(identity.values[i] ?? value)));
      const worst = steps.reduce<Ratio | null>(
        (least, step) => (least ? Ratio.min(least, step) : step),
        null,
      );
      return { holds: worst === null || worst.sign() >= 0, residual: null, derived: worst };
    }
    case 'ended':
      return { holds: identity.end <= identity.asOf, residual: null, derived: null };
    case 'share': {
      const share = percentage(Ratio.of(identity.part), Ratio.of(identity.whole));
      return share ? checkPrinted(share, identity.printed) : { holds: null, residual: null, derived: null };
    }
  }
}

/** How many days an average stands for: a printed 405 a day over 70.033 dossiers are 172,9 days. */
export function impliedCount(total: Figure, printedAverage: Figure): Ratio {
  return Ratio.of(total).dividedBy(Ratio.of(printedAverage));
}

/**
 * One unknown of opening and closing follows from the others and must not be negative; with both unknown
 * only the net change is known.
 */
function checkBalance({
  opening,
  received,
  resolved,
  closing,
}: Extract<Identity, { kind: 'balance' }>): IdentityResult {
  const net = Ratio.of(received).minus(Ratio.of(resolved));
  if (opening === null && closing === null) return { holds: null, residual: null, derived: net };
  if (opening !== null) {
    const expected = Ratio.of(opening).plus(net);
    const residual = closing === null ? null : Ratio.of(closing).minus(expected);
    return { holds: expected.sign() >= 0 && (residual?.isZero() ?? true), residual, derived: expected };
  }
  const implied = Ratio.of(closing ?? 0).minus(net);
  return { holds: implied.sign() >= 0, residual: null, derived: implied };
}

function checkPrinted(exact: Ratio, printed: string): IdentityResult {
  const read = readPrinted(printed);
  if (!read.ok) return { holds: null, residual: null, derived: exact };
  const { verdict, residual } = reproduce(exact, read.value);
  return { holds: verdict !== 'neither', residual, derived: exact };
}
