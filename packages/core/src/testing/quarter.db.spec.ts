import { describe, expect, it } from '@jest/globals';
import { openTestProduct } from './product.js';
import { hashOfHistory, playQuarter, seededIds } from './quarter.js';

const UNITS = 150;

/** One quarter from the first day to the last, on a database of its own. */
async function quarter(seed: number) {
  const product = await openTestProduct([], seededIds(seed));
  try {
    const { administrationId } = await playQuarter(product, { seed, units: UNITS });
    const [counts] = await product.reader.rows<Record<string, number>>(
      `select (select count(*) from submission)::int as submissions, (select count(*) from task)::int as tasks,
              (select count(*) from timer where state = 'fired')::int as fired,
              (select count(*) from task_step where kind = 'reminded')::int as reminded,
              (select count(*) from task_step where kind = 'urged')::int as urged,
              (select count(*) from task_step where kind = 'marked-for-criticism')::int as marked,
              (select count(*) from timer where state = 'armed')::int as armed`,
    );
    const [cycle] = await product.reader.rows(
      `select state from procedure_instance where kind = 'review-cycle'`,
    );
    return { ...(await hashOfHistory(product, administrationId)), counts, cycle };
  } finally {
    await product.close();
  }
}

describe('a quarter of a province of 150 units, with seeded clock and ids', () => {
  it('gives the same history every time', async () => {
    const first = await quarter(1);
    expect(first).toMatchObject({ counts: { submissions: UNITS }, cycle: { state: 'closed' } });
    for (const often of ['tasks', 'fired', 'reminded', 'urged', 'marked'] as const)
      expect(first.counts?.[often]).toBeGreaterThan(20);
    expect(await quarter(1)).toEqual(first);
  }, 240_000);
});
