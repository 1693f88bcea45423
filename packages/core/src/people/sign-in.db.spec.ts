import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { hash } from '@node-rs/argon2';
import { CreateAdministration, CreateUnits } from '../organisation/index.js';
import { UnitOfWork, type Call } from '../platform/index.js';
import { instant } from '../shared/index.js';
import { openTestProduct, systemCall, type TestProduct } from '../testing/index.js';
import {
  ChangeOwnPassword,
  createAccounts,
  DisableAccount,
  FindSession,
  GetAccount,
  GetMe,
  hashPassword,
  SignIn,
  SignOut,
  SwitchRole,
  tokenHash,
  WithdrawRole,
  type FoundSession,
} from './index.js';

const NOW = instant('2022-10-11T07:00:00Z');
const PASSWORD = 'một câu dài dễ nhớ';
let product: TestProduct;
let administrationId: string;
let accountId: string;
let wardId: string;
let teamId: string;

const signIn = (userName: string, password = PASSWORD, address?: string) =>
  product.get(SignIn).execute({ userName, password, address }, { now: NOW });
const find = (token: string) => product.get(FindSession).execute(tokenHash(token));
const callOf = (session: FoundSession | undefined): Call => {
  if (session === undefined) throw new Error('no session');
  const { assignment, unitIds } = session;
  return {
    actor: {
      kind: 'user',
      id: session.accountId,
      administrationId: assignment.administrationId,
      role: assignment.role,
      assignmentId: assignment.id,
      unitIds,
    },
    now: NOW,
  };
};
const sql = <Row>(text: string, values: unknown[] = []) => product.reader.rows<Row>(text, values);
const authHistory = () =>
  sql<{ action: string; actor: string; administration_id: string; body: { after: Record<string, unknown> } }>(
    `select action, actor, administration_id, body::json as body from history where stream = 'auth' order by recorded_at, seq`,
  );

beforeAll(async () => {
  product = await openTestProduct();
  // The people of the story work in 2022: a demo clock stands there.
  await sql(`insert into demo_clock (at, target) values ($1, $1)`, [NOW]);
  ({ id: administrationId } = await product
    .get(CreateAdministration)
    .execute({ code: 'TP', names: { vi: 'Thành phố mẫu' } }, systemCall(NOW)));
  const call = systemCall(NOW, administrationId);
  const { ids } = await product.get(CreateUnits).execute(
    {
      units: [
        { code: 'P.DC', names: { vi: 'Phường Đáp Cầu' }, unitType: 'ward', from: '2020-01-01' },
        { code: 'TO1', names: { vi: 'Tổ 1' }, unitType: 'other', parentCode: 'P.DC', from: '2020-01-01' },
        { code: 'TO2', names: { vi: 'Tổ 2' }, unitType: 'other', parentCode: 'P.DC', from: '2023-01-01' },
        { code: 'P.NX', names: { vi: 'Phường Ninh Xá' }, unitType: 'ward', from: '2020-01-01' },
      ],
    },
    call,
  );
  [wardId = '', teamId = ''] = ids;
  const passwordHash = await hashPassword(PASSWORD);
  const person = (
    userName: string,
    roles: Parameters<typeof createAccounts>[1]['accounts'][number]['roles'],
  ) => ({
    userName,
    fullName: `Người ${userName}`,
    language: 'vi' as const,
    roles,
    passwordHash,
  });
  const created = await product.get(UnitOfWork).run(call, (tx) =>
    createAccounts(tx, {
      accounts: [
        person('an', [
          { role: 'unit-officer', unitCode: 'P.DC', from: '2022-01-01' },
          { role: 'auditor', from: '2022-01-01' },
          { role: 'committee', from: '2022-01-01', to: '2022-10-11' },
        ]),
        person('binh', [{ role: 'administrator', from: '2022-01-01' }]),
        person('cuc', [{ role: 'unit-leader', unitCode: 'P.NX', from: '2022-12-01' }]),
        person('dung', [{ role: 'auditor', from: '2022-01-01' }]),
        person('em', [{ role: 'auditor', from: '2022-01-01' }]),
      ],
    }),
  );
  accountId = created[0]?.id ?? '';
});
afterAll(() => product?.close());
beforeEach(() => sql("update sign_in_attempt set at = at - interval '1 hour'"));

describe('signing in', () => {
  it('opens a session in a role that holds today, under a token kept as a hash only', async () => {
    const { token, mustChangePassword } = await signIn('  AN '.trim());
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(mustChangePassword).toBe(false);
    const session = await find(token);
    expect(session).toMatchObject({
      accountId,
      userName: 'an',
      fullName: 'Người an',
      language: 'vi',
      mustChangePassword: false,
      assignment: { role: 'unit-officer', administrationId, unitId: wardId },
      now: NOW,
    });
    // The subtree as of business today: the second team comes in 2023.
    expect([...(session?.unitIds ?? [])].sort()).toEqual([wardId, teamId].sort());
    const stored = await sql<{ token_hash: Buffer }>('select token_hash from session');
    expect(stored.map((row) => row.token_hash.toString('hex'))).toContain(tokenHash(token).toString('hex'));
    expect(JSON.stringify(stored)).not.toContain(token);
  });

  it('gives every sign-in a token of its own', async () => {
    const [first, second] = [await signIn('an'), await signIn('an')];
    expect(first.token).not.toBe(second.token);
    expect((await find(first.token))?.sessionId).not.toBe((await find(second.token))?.sessionId);
  });

  it('refuses alike an unknown name, a wrong password and a disabled account; each is in history without the name', async () => {
    const before = (await authHistory()).length;
    await expect(signIn('nobody-here')).rejects.toMatchObject({ code: 'SIGN_IN_REFUSED', params: {} });
    await expect(signIn('an', 'sai mật khẩu')).rejects.toMatchObject({ code: 'SIGN_IN_REFUSED', params: {} });
    const entries = (await authHistory()).slice(before);
    expect(entries.map(({ action, body }) => [action, body.after])).toEqual([
      ['sign-in.refused', { account: null, cause: 'unknown' }],
      ['sign-in.refused', { account: accountId, cause: 'password' }],
    ]);
    expect(JSON.stringify(entries)).not.toContain('nobody');
  });

  it('works as hard for an unknown name as for a wrong password', async () => {
    await signIn('ghost', 'sai mật khẩu').catch(() => undefined);
    // Processor time, threads included: the clock on the wall would measure what else the machine does.
    const work = async (userNames: readonly string[]) => {
      const begun = process.cpuUsage();
      for (const userName of userNames) await signIn(userName, 'sai mật khẩu').catch(() => undefined);
      const { user, system } = process.cpuUsage(begun);
      return user + system;
    };
    const known = await work(['dung', 'dung', 'dung', 'dung']);
    const unknown = await work(['ghost1', 'ghost2', 'ghost3', 'ghost4']);
    expect(unknown / known).toBeGreaterThan(0.5);
    expect(unknown / known).toBeLessThan(2);
  });

  it('says so, after the right password only, where no role holds today', async () => {
    await expect(signIn('cuc')).rejects.toMatchObject({ code: 'ROLE_NONE' });
    await expect(signIn('cuc', 'sai')).rejects.toMatchObject({ code: 'SIGN_IN_REFUSED' });
  });

  it('hashes again where the parameters were others', async () => {
    await sql('update account set password_hash = $2 where id = $1', [
      accountId,
      await hash(PASSWORD, { memoryCost: 8192, timeCost: 1, parallelism: 1 }),
    ]);
    await signIn('an');
    const [row] = await sql<{ hash: string }>('select password_hash as hash from account where id = $1', [
      accountId,
    ]);
    expect(row?.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    await signIn('an');
  });

  it('takes a password typed with other keyboards for the same', async () => {
    expect(await signIn('an', PASSWORD.normalize('NFD'))).toMatchObject({ accountId });
  });
});

describe('limits of attempts', () => {
  it('locks a name after five failures, also for the right password, and says how long', async () => {
    for (let round = 0; round < 5; round += 1)
      await expect(signIn('dung', 'sai mật khẩu')).rejects.toMatchObject({ code: 'SIGN_IN_REFUSED' });
    const locked = await signIn('dung').catch((error: unknown) => error);
    expect(locked).toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
    const { seconds } = (locked as { params: { seconds: number } }).params;
    expect(seconds).toBeGreaterThan(15 * 60 - 60);
    expect(seconds).toBeLessThanOrEqual(15 * 60);
    // Trying on does not make it longer, and the wait ends by the machine's clock.
    await sql(`update sign_in_attempt set at = at - interval '15 minutes'`);
    await signIn('dung');
  });

  it('does the same to a name that nobody has', async () => {
    for (let round = 0; round < 5; round += 1) await signIn('ghost').catch(() => undefined);
    await expect(signIn('ghost')).rejects.toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
  });

  it('begins anew after a success', async () => {
    for (let round = 0; round < 4; round += 1) await signIn('an', 'sai').catch(() => undefined);
    await signIn('an');
    for (let round = 0; round < 4; round += 1) await signIn('an', 'sai').catch(() => undefined);
    expect(await signIn('an')).toMatchObject({ accountId });
  });

  it('lets no more through when twenty come at once', async () => {
    const attempts = await Promise.all(
      Array.from({ length: 20 }, () => signIn('em', 'sai').catch((error: { code: string }) => error.code)),
    );
    expect(attempts.filter((code) => code === 'SIGN_IN_REFUSED')).toHaveLength(5);
    expect(attempts.filter((code) => code === 'TOO_MANY_ATTEMPTS')).toHaveLength(15);
  });

  it('locks an address, and the /64 network of an IPv6 address, after fifty failures whoever was meant', async () => {
    await sql(
      `insert into sign_in_attempt (id, name_hash, address)
       select gen_random_uuid(), sha256(n::text::bytea), '2001:db8:1:2::/64' from generate_series(1, 50) n`,
    );
    await expect(signIn('an', PASSWORD, '2001:db8:1:2:3:4:5:6')).rejects.toMatchObject({
      code: 'TOO_MANY_ATTEMPTS',
    });
    await signIn('an', PASSWORD, '2001:db8:1:3::1');
    await signIn('an', PASSWORD, '192.0.2.7');
  });
});

describe('sessions', () => {
  it('end by idleness, by age, by signing out', async () => {
    const { token } = await signIn('an');
    const hashed = tokenHash(token);
    const set = (text: string) => sql(`update session set ${text} where token_hash = $1`, [hashed]);
    await set(`last_seen_at = clock_timestamp() - interval '11 hours 59 minutes'`);
    expect(await find(token)).toBeDefined();
    await set(`last_seen_at = clock_timestamp() - interval '12 hours 1 minute'`);
    expect(await find(token)).toBeUndefined();
    await set(`last_seen_at = clock_timestamp(), expires_at = clock_timestamp() - interval '1 second'`);
    expect(await find(token)).toBeUndefined();
    await set(`expires_at = clock_timestamp() + interval '1 day'`);
    const call = callOf(await find(token));
    await product.get(SignOut).execute({ tokenHash: hashed }, call);
    expect(await find(token)).toBeUndefined();
    await product.get(SignOut).execute({ tokenHash: hashed }, call);
    const last = (await authHistory()).at(-1);
    expect(last).toMatchObject({
      action: 'session.ended',
      actor: `user:${accountId}`,
      administration_id: administrationId,
    });
  });

  it('note that they were seen at most once a minute', async () => {
    const { token } = await signIn('an');
    const seen = async () => {
      const [row] = await sql<{ at: string }>(
        'select last_seen_at as at from session where token_hash = $1',
        [tokenHash(token)],
      );
      return Date.parse(row?.at ?? '');
    };
    const begun = await seen();
    await find(token);
    expect(await seen()).toBe(begun);
    await sql(
      `update session set last_seen_at = last_seen_at - interval '61 seconds' where token_hash = $1`,
      [tokenHash(token)],
    );
    await find(token);
    expect(await seen()).toBeGreaterThanOrEqual(begun);
  });

  it('know nothing of a token that was never given', async () => {
    expect(await find('x'.repeat(43))).toBeUndefined();
  });

  it('go on in another own role; in nobody else’s, and in none that has ended', async () => {
    const { token } = await signIn('an');
    const me = await product.get(GetMe).execute(callOf(await find(token)).actor as never);
    expect(me.assignments.map(({ role, unit }) => [role, unit?.names.vi])).toEqual([
      ['unit-officer', 'Phường Đáp Cầu'],
      ['auditor', undefined],
    ]);
    const auditor = me.assignments[1]?.id ?? '';
    const switchTo = async (assignmentId: string) =>
      product
        .get(SwitchRole)
        .execute({ assignmentId, tokenHash: tokenHash(token) }, callOf(await find(token)));
    await switchTo(auditor);
    expect(await find(token)).toMatchObject({
      assignment: { role: 'auditor', unitId: null },
      unitIds: 'all',
    });
    const others = await sql<{ id: string }>(
      `select id from role_assignment where account_id <> $1 or role = 'committee'`,
      [accountId],
    );
    for (const { id } of others) await expect(switchTo(id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    // The role used last is the one the next sign-in begins with.
    const next = await find((await signIn('an')).token);
    expect(next?.assignment.role).toBe('auditor');
    const after = await product.get(GetMe).execute(callOf(next).actor as never);
    expect(after.current).toMatchObject({ assignmentId: auditor, role: 'auditor' });
    expect(after.permissions).toContain('accounts.read');
    expect(after.permissions).not.toContain('accounts.manage');
    expect(after).toMatchObject({ now: NOW, demoClock: { at: NOW, target: NOW } });
  });

  it('end with the role they are in, at once, and only those', async () => {
    const admin = callOf(await find((await signIn('binh')).token));
    const { token } = await signIn('an');
    const session = await find(token);
    const account = await product.get(GetAccount).execute({ id: accountId }, admin.actor as never);
    await product.get(WithdrawRole).execute(
      {
        id: accountId,
        revision: account.revision,
        assignmentId: session?.assignment.id ?? '',
        reason: 'Chuyển công tác',
      },
      admin,
    );
    expect(await find(token)).toBeUndefined();
  });

  it('end with the account, at once', async () => {
    const admin = callOf(await find((await signIn('binh')).token));
    const { token, accountId: id } = await signIn('dung');
    const account = await product.get(GetAccount).execute({ id }, admin.actor as never);
    await product.get(DisableAccount).execute({ id, revision: account.revision, reason: 'Nghỉ hưu' }, admin);
    expect(await find(token)).toBeUndefined();
    await expect(signIn('dung')).rejects.toMatchObject({ code: 'SIGN_IN_REFUSED' });
    expect((await authHistory()).at(-1)?.body.after).toEqual({ account: id, cause: 'disabled' });
  });
});

describe('changing the own password', () => {
  it('needs the current one and a better one, and ends the other sessions', async () => {
    const other = await signIn('binh');
    const { token } = await signIn('binh');
    const call = callOf(await find(token));
    const change = (currentPassword: string, newPassword: string) =>
      product
        .get(ChangeOwnPassword)
        .execute({ currentPassword, newPassword, tokenHash: tokenHash(token) }, call);
    await expect(change('sai', 'một câu dài khác hẳn')).rejects.toMatchObject({ code: 'PASSWORD_WRONG' });
    await expect(change(PASSWORD, PASSWORD)).rejects.toMatchObject({ code: 'PASSWORD_UNCHANGED' });
    await expect(change(PASSWORD, 'ngắn')).rejects.toMatchObject({ code: 'PASSWORD_TOO_SHORT' });
    await expect(change(PASSWORD, 'Matkhau@123')).rejects.toMatchObject({ code: 'PASSWORD_COMMON' });
    await expect(change(PASSWORD, 'tôi là binh 2022')).rejects.toMatchObject({
      code: 'PASSWORD_HAS_USER_NAME',
    });
    await change(PASSWORD, 'một câu dài khác hẳn');
    expect(await find(token)).toBeDefined();
    expect(await find(other.token)).toBeUndefined();
    await expect(signIn('binh')).rejects.toMatchObject({ code: 'SIGN_IN_REFUSED' });
    await signIn('binh', 'một câu dài khác hẳn');
    const [entry] = await sql<{ action: string; body: string }>(
      `select action, body from history where stream = 'people' and subject_id = $1 order by revision desc limit 1`,
      [call.actor.id],
    );
    expect(entry?.action).toBe('account.password-changed');
    expect(entry?.body).not.toMatch(/argon2|câu dài/);
  });

  it('a thief of the session does not guess it: failures count as failed sign-ins', async () => {
    const { token } = await signIn('em');
    const call = callOf(await find(token));
    const guess = () =>
      product
        .get(ChangeOwnPassword)
        .execute(
          { currentPassword: 'sai', newPassword: 'một câu dài khác hẳn', tokenHash: tokenHash(token) },
          call,
        );
    for (let round = 0; round < 5; round += 1)
      await expect(guess()).rejects.toMatchObject({ code: 'PASSWORD_WRONG' });
    await expect(guess()).rejects.toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
  });
});
