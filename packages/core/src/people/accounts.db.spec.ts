import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ListAccountsQuery, NewAccount } from '@nhip/contracts';
import { CreateAdministration, CreateUnits } from '../organisation/index.js';
import type { Call, UserActor } from '../platform/index.js';
import { instant } from '../shared/index.js';
import { openTestProduct, systemCall, type TestProduct } from '../testing/index.js';
import { commitmentOf } from './domain/person.js';
import {
  accountsWith,
  AssignRole,
  ChangeAccount,
  CreateAccounts,
  DisableAccount,
  EnableAccount,
  EndSessions,
  FindSession,
  GetAccount,
  ImportAccounts,
  ListAccounts,
  ResetPassword,
  SignIn,
  tokenHash,
  WithdrawRole,
} from './index.js';

const NOW = instant('2022-10-11T07:00:00Z');
let product: TestProduct;
let administrationId: string;
let admin: UserActor;
const units = new Map<string, string>();

const sql = <Row>(text: string, values: unknown[] = []) => product.reader.rows<Row>(text, values);
const by = (actor: UserActor = admin, key?: string): Call => ({
  actor,
  now: NOW,
  ...(key !== undefined && { command: { key, type: 'POST /accounts', fingerprint: 'f' } }),
});
const account = (userName: string, more: Partial<NewAccount> = {}): NewAccount => ({
  userName,
  fullName: `Nguyễn Văn ${userName}`,
  language: 'vi',
  roles: [{ role: 'unit-officer', unitCode: 'P.DC' }],
  ...more,
});
const create = (accounts: NewAccount[], call = by()) =>
  product.get(CreateAccounts).execute({ accounts }, call);
const get = (id: string) => product.get(GetAccount).execute({ id }, admin);
const list = (query: Partial<ListAccountsQuery> = {}, actor: UserActor = admin) =>
  product
    .get(ListAccounts)
    .execute({ page: 1, perPage: 50, sort: 'userName', order: 'ASC', ...query }, actor);
const historyOf = (id: string) =>
  sql<{ revision: number; action: string; actor: string; reason: string; body: string }>(
    `select revision, action, actor, reason, body from history where stream = 'people' and subject_id = $1 order by revision`,
    [id],
  );
const one = async (userName: string, more: Partial<NewAccount> = {}) => {
  const { accounts } = await create([account(userName, more)]);
  const [created] = accounts;
  if (created?.initialPassword === undefined) throw new Error('no initial password');
  return { id: created.id, initialPassword: created.initialPassword };
};

beforeAll(async () => {
  product = await openTestProduct();
  await sql(`insert into demo_clock (at, target) values ($1, $1)`, [NOW]);
  ({ id: administrationId } = await product
    .get(CreateAdministration)
    .execute({ code: 'TP', names: { vi: 'Thành phố mẫu' } }, systemCall(NOW)));
  const newUnits = [
    { code: 'P.DC', names: { vi: 'Phường Đáp Cầu' }, unitType: 'ward' as const, from: '2020-01-01' },
    {
      code: 'TO1',
      names: { vi: 'Tổ 1' },
      unitType: 'other' as const,
      parentCode: 'P.DC',
      from: '2020-01-01',
    },
    { code: 'P.NX', names: { vi: 'Phường Ninh Xá' }, unitType: 'ward' as const, from: '2020-01-01' },
  ];
  const { ids } = await product
    .get(CreateUnits)
    .execute({ units: newUnits }, systemCall(NOW, administrationId));
  newUnits.forEach(({ code }, index) => units.set(code, ids[index] ?? ''));
  const first = await product
    .get(CreateAccounts)
    .execute(
      { accounts: [account('quantri', { roles: [{ role: 'administrator', from: '2022-01-01' }] })] },
      systemCall(NOW, administrationId),
    );
  admin = {
    kind: 'user',
    id: first.accounts[0]?.id ?? '',
    administrationId,
    role: 'administrator',
    assignmentId: '0192f000-0000-7000-8000-000000000002',
    unitIds: 'all',
  };
});
afterAll(() => product?.close());

describe('creating accounts', () => {
  it('answers an initial password once, with which one signs in and must change it', async () => {
    const { id, initialPassword } = await one('an');
    expect(initialPassword).toMatch(/^(\w{4}-){3}\w{4}$/);
    const signedIn = await product
      .get(SignIn)
      .execute({ userName: 'an', password: initialPassword }, { now: NOW });
    expect(signedIn).toMatchObject({ accountId: id, mustChangePassword: true });
    const session = await product.get(FindSession).execute(tokenHash(signedIn.token));
    expect(session?.mustChangePassword).toBe(true);
  });

  it('keeps names, addresses and phone numbers out of history, which holds a commitment', async () => {
    const details = { fullName: 'Trần Thị Bưởi', email: 'buoi@example.gov.vn', phone: '0912 345 678' };
    const { id } = await one('buoi', details);
    const [entry] = await historyOf(id);
    expect(entry).toMatchObject({ revision: 1, action: 'account.created', actor: `user:${admin.id}` });
    expect(entry?.body).not.toMatch(/Bưởi|buoi|0912|argon2/);
    const [person] = await sql<{ id: string; salt: Buffer }>(
      'select p.id, p.salt from person p join account a on a.person_id = p.id where a.id = $1',
      [id],
    );
    const { after } = JSON.parse(entry?.body ?? '') as { after: { person: object } };
    expect(after.person).toEqual({
      id: person?.id,
      commitment: commitmentOf(person?.salt ?? new Uint8Array(), { userName: 'buoi', ...details }),
    });
  });

  it('writes once under one key, and does not show the password again nor keep it anywhere', async () => {
    const first = await create([account('chi')], by(admin, 'create-chi'));
    const again = await create([account('chi')], by(admin, 'create-chi'));
    expect(again.accounts).toEqual([{ id: first.accounts[0]?.id, userName: 'chi' }]);
    const password = first.accounts[0]?.initialPassword ?? '';
    expect(password).not.toBe('');
    const kept = await sql<{ text: string }>(
      `select coalesce(string_agg(result::text, ' '), '') || coalesce((select string_agg(body, ' ') from history), '') as text from command_log`,
    );
    expect(kept[0]?.text).not.toContain(password);
    expect(await historyOf(first.accounts[0]?.id ?? '')).toHaveLength(1);
  });

  it.each([
    ['a name taken', [account('quantri')], 'USER_NAME_TAKEN'],
    ['a name twice', [account('x1'), account('x1')], 'USER_NAME_TWICE'],
    [
      'an unknown unit',
      [account('x1', { roles: [{ role: 'auditor', unitCode: 'NOBODY' }] })],
      'UNIT_UNKNOWN',
    ],
    [
      'a unit of a later day',
      [account('x1', { roles: [{ role: 'auditor', unitCode: 'P.DC', from: '2019-01-01' }] })],
      'UNIT_UNKNOWN',
    ],
    ['a unit role without unit', [account('x1', { roles: [{ role: 'unit-leader' }] })], 'ROLE_NEEDS_UNIT'],
    [
      'a role that ends before it begins',
      [account('x1', { roles: [{ role: 'auditor', from: '2022-10-11', to: '2022-10-11' }] })],
      'ROLE_PERIOD',
    ],
  ])('refuses %s, and with it the good one beside it', async (_, accounts, code) => {
    await expect(create([account('good'), ...accounts])).rejects.toMatchObject({ code });
    expect((await list({ q: 'good' })).total).toBe(0);
    expect(await sql(`select from person where search like '%good%'`)).toEqual([]);
  });

  it('gives no role beyond the units of the one who gives it', async () => {
    const scoped = by({ ...admin, unitIds: [units.get('P.DC') ?? '', units.get('TO1') ?? ''] });
    await create([account('duoi', { roles: [{ role: 'unit-officer', unitCode: 'TO1' }] })], scoped);
    for (const role of [
      { role: 'unit-officer' as const, unitCode: 'P.NX' },
      { role: 'committee' as const },
    ]) {
      await expect(create([account('tren', { roles: [role] })], scoped)).rejects.toMatchObject({
        code: role.role === 'committee' ? 'ADMINISTRATION_OUT_OF_REACH' : 'UNIT_OUT_OF_REACH',
      });
    }
  });
});

describe('changing accounts', () => {
  it('changes details by revision and refuses an older one, showing no secret', async () => {
    const { id } = await one('em', { email: 'em@example.vn' });
    const change = product.get(ChangeAccount);
    expect(
      await change.execute({ id, revision: 1, fullName: 'Lê Thị Em', email: null, language: 'en' }, by()),
    ).toEqual({
      revision: 2,
    });
    expect(await get(id)).toMatchObject({
      fullName: 'Lê Thị Em',
      email: null,
      language: 'en',
      userName: 'em',
      revision: 2,
    });
    const conflict = (await change
      .execute({ id, revision: 1, phone: '0912345678' }, by())
      .catch((error: unknown) => error)) as {
      params: { record: string };
    };
    expect(conflict).toMatchObject({ code: 'REVISION_CONFLICT', params: { expected: 1, current: 2 } });
    expect(conflict.params.record).toContain('Lê Thị Em');
    expect(conflict.params.record).not.toMatch(/argon2|salt/i);
    expect((await list({ q: 'le thi em' })).items.map(({ userName }) => userName)).toEqual(['em']);
  });

  it('disables and enables, each once; not oneself', async () => {
    const { id } = await one('phuc');
    const disable = product.get(DisableAccount);
    const enable = product.get(EnableAccount);
    await expect(enable.execute({ id, revision: 1, reason: 'thử' }, by())).rejects.toMatchObject({
      code: 'ACCOUNT_ENABLED_ALREADY',
    });
    await disable.execute({ id, revision: 1, reason: 'Nghỉ phép dài' }, by());
    expect(await get(id)).toMatchObject({ disabledAt: NOW, revision: 2 });
    await expect(disable.execute({ id, revision: 2, reason: 'thử' }, by())).rejects.toMatchObject({
      code: 'ACCOUNT_DISABLED_ALREADY',
    });
    await enable.execute({ id, revision: 2, reason: 'Đi làm lại' }, by());
    expect((await historyOf(id)).map(({ action, reason }) => [action, reason])).toEqual([
      ['account.created', ''],
      ['account.disabled', 'Nghỉ phép dài'],
      ['account.enabled', 'Đi làm lại'],
    ]);
    await expect(disable.execute({ id: admin.id, revision: 1, reason: 'thử' }, by())).rejects.toMatchObject({
      code: 'OWN_ACCOUNT',
    });
  });

  it('resets a password and ends sessions', async () => {
    const { id, initialPassword } = await one('giang');
    const signIn = (password: string) =>
      product.get(SignIn).execute({ userName: 'giang', password }, { now: NOW });
    const { token } = await signIn(initialPassword);
    const reset = await product
      .get(ResetPassword)
      .execute({ id, revision: 1, reason: 'Quên mật khẩu' }, by());
    expect(await product.get(FindSession).execute(tokenHash(token))).toBeUndefined();
    await expect(signIn(initialPassword)).rejects.toMatchObject({ code: 'SIGN_IN_REFUSED' });
    const again = await signIn(reset.initialPassword ?? '');
    const ended = await product
      .get(EndSessions)
      .execute({ id, revision: reset.revision, reason: 'Mất máy' }, by());
    expect(ended).toEqual({ revision: 3, ended: 1 });
    expect(await product.get(FindSession).execute(tokenHash(again.token))).toBeUndefined();
  });

  it('is out of reach for an administrator of other units, and of another administration', async () => {
    const { id } = await one('hoa');
    const change = (actor: UserActor) =>
      product.get(ChangeAccount).execute({ id, revision: 1, fullName: 'Khác' }, by(actor));
    await expect(change({ ...admin, unitIds: [units.get('P.NX') ?? ''] })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    const elsewhere = { ...admin, administrationId: '0192f000-0000-7000-8000-00000000000f' };
    await expect(change(elsewhere)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(product.get(GetAccount).execute({ id }, elsewhere)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect((await list({}, elsewhere)).total).toBe(0);
    expect((await list({ q: 'hoa' }, { ...admin, unitIds: [units.get('P.NX') ?? ''] })).total).toBe(0);
  });

  it('is for nobody alone to change in what holds elsewhere too, while somebody works in two administrations', async () => {
    const { id } = await one('hai-noi', {
      roles: [{ role: 'unit-officer', unitCode: 'P.DC' }, { role: 'auditor' }],
    });
    const { id: otherAdministration } = await product
      .get(CreateAdministration)
      .execute({ code: 'HAI', names: { vi: 'Thành phố thứ hai' } }, systemCall(NOW));
    await sql(
      `insert into role_assignment (id, administration_id, account_id, role, valid_from)
       values (gen_random_uuid(), $1, $2, 'administrator', '2022-01-01')`,
      [otherAdministration, id],
    );
    const target = { id, revision: 1, reason: 'thử chiếm quyền' };
    const refused = { code: 'ACCOUNT_OF_OTHERS_TOO' };
    await expect(product.get(ResetPassword).execute(target, by())).rejects.toMatchObject(refused);
    await expect(product.get(DisableAccount).execute(target, by())).rejects.toMatchObject(refused);
    await expect(product.get(EnableAccount).execute(target, by())).rejects.toMatchObject(refused);
    await expect(
      product.get(ChangeAccount).execute({ ...target, email: 'khac@example.vn' }, by()),
    ).rejects.toMatchObject(refused);
    const { roles } = await get(id);
    const audits = roles.find(({ role }) => role === 'auditor')?.id ?? '';
    await product.get(WithdrawRole).execute({ ...target, assignmentId: audits }, by());

    await sql(`update role_assignment set valid_to = '2022-10-11' where administration_id = $1`, [
      otherAdministration,
    ]);
    await product.get(ResetPassword).execute(target, by());
  });

  it('keeps one history of its own in one chain, and that of its roles in the chains they were given in', async () => {
    const { id } = await one('hai-chuoi');
    const { id: second } = await product
      .get(CreateAdministration)
      .execute({ code: 'BA', names: { vi: 'Thành phố thứ ba' } }, systemCall(NOW));
    await sql(
      `insert into role_assignment (id, administration_id, account_id, role, valid_from)
       values (gen_random_uuid(), $1, $2, 'auditor', '2022-01-01')`,
      [second, id],
    );
    const there: UserActor = { ...admin, administrationId: second };
    const target = { id, revision: 1, reason: 'Điều động' };
    const { assignmentId } = await product
      .get(AssignRole)
      .execute({ ...target, role: 'secretariat' }, by(there));
    await product.get(EndSessions).execute(target, by(there));
    await product.get(WithdrawRole).execute({ ...target, revision: 2, assignmentId }, by(there));
    await product.get(EndSessions).execute({ ...target, revision: 2 }, by());

    const chains = await sql<{ chain: string; entries: string[] }>(
      `select case administration_id when $2 then 'here' when $3 then 'there' else 'installation' end as chain,
              array_agg(action || ' ' || revision order by seq) as entries
         from history where body like '%' || $1 || '%' or subject_id = $1 group by administration_id order by 1`,
      [id, administrationId, second],
    );
    expect(chains).toEqual([
      { chain: 'here', entries: ['role-assignment.assigned 1'] },
      {
        chain: 'installation',
        entries: ['account.created 1', 'account.sessions-ended 2', 'account.sessions-ended 3'],
      },
      { chain: 'there', entries: ['role-assignment.assigned 1', 'role-assignment.withdrawn 2'] },
    ]);
  });
});

describe('roles', () => {
  it('are assigned from a day on and withdrawn from today on, once', async () => {
    const { id } = await one('khanh');
    const assigned = await product
      .get(AssignRole)
      .execute({ id, revision: 1, role: 'secretariat', from: '2022-10-12', reason: 'Tăng cường' }, by());
    expect(assigned.revision).toBe(1);
    const same = { id, revision: 1, role: 'secretariat' as const, from: '2023-01-01' };
    await expect(product.get(AssignRole).execute(same, by())).rejects.toMatchObject({
      code: 'ROLE_HELD_ALREADY',
    });
    expect((await get(id)).roles.map(({ role, current, unit }) => [role, current, unit?.names.vi])).toEqual([
      ['secretariat', false, undefined],
      ['unit-officer', true, 'Phường Đáp Cầu'],
    ]);
    const withdraw = (assignmentId: string) =>
      product.get(WithdrawRole).execute({ id, revision: 1, assignmentId, reason: 'Thôi giao' }, by());
    await withdraw(assigned.assignmentId);
    const officer = (await get(id)).roles.find(({ role }) => role === 'unit-officer');
    await withdraw(officer?.id ?? '');
    await expect(withdraw(officer?.id ?? '')).rejects.toMatchObject({ code: 'ROLE_ENDED' });
    expect((await get(id)).roles.map(({ current, validTo }) => [current, validTo])).toEqual([
      [false, '2022-10-12'],
      [false, '2022-10-11'],
    ]);
    expect(await historyOf(id)).toHaveLength(1);
    const entries = await historyOf(assigned.assignmentId);
    expect(entries.map(({ revision, action, reason }) => [revision, action, reason])).toEqual([
      [1, 'role-assignment.assigned', 'Tăng cường'],
      [2, 'role-assignment.withdrawn', 'Thôi giao'],
    ]);
    expect(JSON.parse(entries[1]?.body ?? '')).toEqual({
      before: { validTo: null },
      after: {
        accountId: id,
        role: 'secretariat',
        unitId: null,
        validFrom: '2022-10-12',
        validTo: '2022-10-12',
      },
    });
  });

  it('leave an administration at least one administrator, also when two are taken at once', async () => {
    const { id: second } = await one('quantri2', { roles: [{ role: 'administrator' }] });
    const roleOf = async (id: string) => (await get(id)).roles[0]?.id ?? '';
    const withdraw = async (id: string) =>
      product
        .get(WithdrawRole)
        .execute(
          { id, revision: (await get(id)).revision, assignmentId: await roleOf(id), reason: 'thử' },
          by(),
        );
    const results = await Promise.allSettled([withdraw(second), withdraw(admin.id)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'LAST_ADMINISTRATOR' },
    });
  });

  it('say whom a notice concerns: the very unit for leaders and officers, the reach for others', async () => {
    const [wardAuditor, teamLeader] = [
      await one('lam', { roles: [{ role: 'auditor', unitCode: 'P.DC' }] }),
      await one('mai', { roles: [{ role: 'unit-leader', unitCode: 'TO1' }] }),
    ];
    const wardLeader = await one('nam', { roles: [{ role: 'unit-leader', unitCode: 'P.DC' }] });
    const all = await one('oanh', { roles: [{ role: 'auditor' }] });
    const gone = await one('phong', { roles: [{ role: 'auditor' }] });
    await product.get(DisableAccount).execute({ id: gone.id, revision: 1, reason: 'thử' }, by());
    const who = (role: 'auditor' | 'unit-leader', codes?: string[]) =>
      accountsWith(
        product.reader,
        administrationId,
        role,
        codes?.map((code) => units.get(code) ?? ''),
      );
    expect(await who('unit-leader', ['TO1'])).toEqual([teamLeader.id]);
    expect((await who('unit-leader')).sort()).toEqual([teamLeader.id, wardLeader.id].sort());
    expect((await who('auditor', ['TO1'])).sort()).toEqual([wardAuditor.id, all.id].sort());
    expect(await who('auditor', ['P.NX'])).toEqual([all.id]);
  });
});

describe('listing accounts', () => {
  it('filters, sorts and pages on the server', async () => {
    expect((await list({ role: 'unit-leader' })).items.map(({ userName }) => userName)).toEqual([
      'mai',
      'nam',
    ]);
    expect((await list({ role: 'unit-leader', unitId: units.get('TO1') })).items).toHaveLength(1);
    expect((await list({ role: 'unit-leader', unitId: units.get('P.DC') })).items).toHaveLength(2);
    expect((await list({ state: 'disabled' })).items.map(({ userName }) => userName)).toEqual(['phong']);
    const total = (await list()).total;
    expect(await list({ page: 99 })).toEqual({ items: [], total });
    const descending = await list({ order: 'DESC', perPage: 2, page: 2 });
    expect(descending.items).toHaveLength(2);
    expect(descending.total).toBe(total);
    for (const q of ['%', '_', "' or 1=1 --", '\\']) expect((await list({ q })).total).toBe(0);
    expect(JSON.stringify(await list())).not.toMatch(/argon2|salt|passwordHash/);
  });
});

describe('importing accounts', () => {
  const file = (...rows: string[]) => ({
    name: 'tai-khoan.csv',
    bytes: Buffer.from(
      ['Tên đăng nhập,Họ và tên,Thư điện tử,Số điện thoại,Vai trò,Mã đơn vị', ...rows].join('\n'),
    ),
  });
  const run = (
    given: ReturnType<typeof file>,
    options: { dryRun?: boolean; goodRowsOnly?: boolean } = {},
    key?: string,
  ) =>
    product
      .get(ImportAccounts)
      .execute({ file: given, dryRun: false, goodRowsOnly: false, ...options }, by(admin, key));
  const good = file(
    'quynh,Vũ Thị Quỳnh,quynh@example.vn,0912 345 678,Cán bộ đơn vị,p.dc',
    'quynh,Vũ Thị Quỳnh,quynh@example.vn,0912 345 678,lanh dao don vi,TO1',
    'SON,Đỗ Sơn,,,Người giám sát,',
  );

  it('tells in a dry run that all is good, and writes nothing', async () => {
    expect(await run(good, { dryRun: true })).toEqual({
      rows: 3,
      goodRows: 3,
      problems: [],
      written: false,
      accounts: [],
    });
    expect((await list({ q: 'quynh' })).total).toBe(0);
  });

  it('names every bad cell and writes nothing while one is bad', async () => {
    const outcome = await run(
      file(
        'tuan,Ngô Tuấn,,,Cán bộ đơn vị,',
        'Tú Anh,Ngô Tú Anh,không có,12,Giám đốc,P.DC',
        ',,,,,P.DC',
        'quantri,Người Khác,,,Người giám sát,P.XYZ',
        'van,Vân,,,Người giám sát,',
        'van,Vân Khác,,,Tổ thư ký,',
      ),
    );
    expect(outcome.problems.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, 'Mã đơn vị', 'ROLE_NEEDS_UNIT'],
      [3, 'Tên đăng nhập', 'ROW_USER_NAME'],
      [3, 'Thư điện tử', 'ROW_EMAIL'],
      [3, 'Số điện thoại', 'ROW_PHONE'],
      [3, 'Vai trò', 'ROW_ROLE'],
      [4, 'Tên đăng nhập', 'ROW_EMPTY'],
      [4, 'Họ và tên', 'ROW_EMPTY'],
      [4, 'Vai trò', 'ROW_EMPTY'],
      [5, 'Tên đăng nhập', 'USER_NAME_TAKEN'],
      [5, 'Mã đơn vị', 'UNIT_UNKNOWN'],
      [7, 'Tên đăng nhập', 'USER_NAME_TWICE'],
    ]);
    expect([outcome.written, outcome.accounts]).toEqual([false, []]);
    expect((await list({ q: 'van' })).items.filter(({ userName }) => userName === 'van')).toEqual([]);
  });

  it('writes all once, one account a person, and shows the passwords once', async () => {
    const first = await run(good, {}, 'import-accounts');
    expect(first.accounts.map(({ userName }) => userName)).toEqual(['quynh', 'son']);
    expect(first.accounts.every(({ initialPassword }) => initialPassword !== undefined)).toBe(true);
    const again = await run(good, {}, 'import-accounts');
    expect(again.accounts).toEqual(first.accounts.map(({ id, userName }) => ({ id, userName })));
    expect((await get(first.accounts[0]?.id ?? '')).roles.map(({ role }) => role)).toEqual([
      'unit-leader',
      'unit-officer',
    ]);
    const { token } = await product
      .get(SignIn)
      .execute({ userName: 'son', password: first.accounts[1]?.initialPassword ?? '' }, { now: NOW });
    expect((await product.get(FindSession).execute(tokenHash(token)))?.assignment.role).toBe('auditor');
  });

  it('writes the good rows alone where they are wanted alone', async () => {
    const outcome = await run(file('xuan,Hồ Xuân,,,Tổ thư ký,', 'yen,,,,Tổ thư ký,'), { goodRowsOnly: true });
    expect([outcome.written, outcome.goodRows, outcome.problems.length]).toEqual([true, 1, 1]);
    expect(outcome.accounts.map(({ userName }) => userName)).toEqual(['xuan']);
  });
});
