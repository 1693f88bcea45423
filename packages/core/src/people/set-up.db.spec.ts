import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { SetUpCommand } from '@nhip/contracts';
import { instant } from '../shared/index.js';
import { openTestProduct, type TestProduct } from '../testing/index.js';
import { CreateSetupLink, FindSession, SignIn, tokenHash, UseSetupLink } from './index.js';

const NOW = instant('2026-11-22T03:00:00Z');
let product: TestProduct;

const link = async () => (await product.get(CreateSetupLink).execute({ now: NOW })).token;
const command = (token: string, password = 'một câu dài dễ nhớ'): SetUpCommand => ({
  token,
  administration: { code: 'BN', names: { vi: 'Thành phố Bắc Ninh' } },
  account: { userName: 'quantri', fullName: 'Người Quản Trị', password, language: 'vi' },
});
const use = (given: SetUpCommand) => product.get(UseSetupLink).execute(given, { now: NOW });
const sql = <Row>(text: string, values: unknown[] = []) => product.reader.rows<Row>(text, values);

beforeAll(async () => {
  product = await openTestProduct();
});
afterAll(() => product?.close());

it('refuses a link that is unknown, replaced or too old, and a weak password, and writes nothing', async () => {
  const [first, second] = [await link(), await link()];
  await expect(use(command('x'.repeat(43)))).rejects.toMatchObject({ code: 'SETUP_LINK_INVALID' });
  await expect(use(command(first))).rejects.toMatchObject({ code: 'SETUP_LINK_INVALID' });
  await expect(use(command(second, '12345678'))).rejects.toMatchObject({ code: 'PASSWORD_COMMON' });
  await sql(`update setup_link set expires_at = clock_timestamp() - interval '1 second'`);
  await expect(use(command(second))).rejects.toMatchObject({ code: 'SETUP_LINK_INVALID' });
  expect(await sql('select from administration')).toEqual([]);
  expect(await sql('select from account')).toEqual([]);
});

it('makes the first administrator once, however many come at once; then it is over', async () => {
  const token = await link();
  expect(await sql(`select from setup_link where encode(token_hash, 'escape') = $1`, [token])).toEqual([]);
  const results = await Promise.allSettled([use(command(token)), use(command(token)), use(command(token))]);
  const done = results.filter((result) => result.status === 'fulfilled');
  expect(done).toHaveLength(1);
  for (const result of results) {
    if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'SETUP_DONE' });
  }
  await expect(link()).rejects.toMatchObject({ code: 'SETUP_DONE' });

  const { token: session, mustChangePassword } = await product
    .get(SignIn)
    .execute({ userName: 'quantri', password: 'một câu dài dễ nhớ' }, { now: NOW });
  expect(mustChangePassword).toBe(false);
  expect(await product.get(FindSession).execute(tokenHash(session))).toMatchObject({
    assignment: { role: 'administrator', unitId: null },
    unitIds: 'all',
  });
  const entries = await sql<{ action: string; actor: string }>(
    `select action, actor from history where actor <> 'system:installation' and action <> 'setup-link.created' order by stream, recorded_at, seq`,
  );
  expect(entries).toEqual([
    { action: 'session.begun', actor: expect.stringMatching(/^user:/) },
    { action: 'administration.created', actor: 'system:set-up' },
    { action: 'account.created', actor: 'system:set-up' },
    { action: 'role-assignment.assigned', actor: 'system:set-up' },
  ]);
});
