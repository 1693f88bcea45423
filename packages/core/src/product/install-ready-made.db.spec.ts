import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { GetCriteriaSetVersion, ListCriteriaSets, readyCriteriaSets } from '../criteria/index.js';
import { openTestProduct, systemCall, type TestProduct } from '../testing/index.js';
import { installReadyMade } from './install-ready-made.js';

let product: TestProduct;
beforeAll(async () => {
  product = await openTestProduct();
});
afterAll(() => product.close());

/** Somebody of an administration that has nothing of its own. */
const { actor } = systemCall('2022-10-01T02:00:00Z', '0192f000-0000-7000-8000-00000000000b');
const list = () => product.get(ListCriteriaSets).execute({ page: 1, perPage: 25, order: 'ASC' }, actor);

it('every administration finds the ready criteria sets issued, without an error of the linter', async () => {
  const { items } = await list();
  expect(items.map(({ code }) => code)).toEqual(
    readyCriteriaSets()
      .map(({ code }) => code)
      .sort(),
  );
  for (const { ready, versions } of items) {
    expect([ready, versions.map(({ version, status }) => [version, status])]).toEqual([
      true,
      [[1, 'issued']],
    ]);
    const version = await product.get(GetCriteriaSetVersion).execute({ id: versions[0]?.id ?? '' }, actor);
    expect(version.remarks.filter(({ severity }) => severity === 'error')).toEqual([]);
  }
});

it('installed again nothing changes', async () => {
  const before = await list();
  await installReadyMade(product.context);
  expect(await list()).toEqual(before);
});
