import type { Case } from './random-case.js';

/** The case with as little left in it as still fails: what a person wants to look at. */
export function smallestFailing(found: Case, fails: (one: Case) => boolean): Case {
  for (const smaller of smallerThan(found)) if (fails(smaller)) return smallestFailing(smaller, fails);
  return found;
}

/** Cases with one thing less. */
function* smallerThan({ content, units }: Case): Iterable<Case> {
  const without = <Item>(items: readonly Item[], item: Item): Item[] => items.filter((one) => one !== item);
  if (units.length > 1) for (const unit of units) yield { content, units: without(units, unit) };
  for (const indicator of content.indicators.length > 1 ? content.indicators : [])
    yield { content: { ...content, indicators: without(content.indicators, indicator) }, units };
  for (const gate of content.gates)
    yield { content: { ...content, gates: without(content.gates, gate) }, units };
  if (content.classification !== undefined) {
    const { classification: _, ...rest } = content;
    yield { content: rest, units };
  }
  for (const field of content.fields.length > 1 ? content.fields : [])
    yield { content: { ...content, fields: without(content.fields, field) }, units };
}
