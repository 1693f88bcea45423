import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CriteriaSetContent } from '@nhip/contracts';
import { INSTALLATION, UnitOfWork } from '../platform/index.js';
import {
  criteriaSet,
  indicator,
  openOffice,
  openTestProduct,
  systemCall,
  type Office,
  type TestProduct,
} from '../testing/index.js';
import { contentHash } from './domain/content-hash.js';
import {
  CreateCriteriaSet,
  criteriaSetVersion,
  DraftCriteriaSetVersion,
  EditCriteriaSet,
  GetCriteriaSet,
  GetCriteriaSetVersion,
  IssueCriteriaSet,
  IssueReadyCriteriaSet,
  ListCriteriaSets,
  ListIndicators,
} from './index.js';

const NOW = '2022-09-01T02:00:00Z';
const good = criteriaSet([indicator('i')]);
const other = criteriaSet([indicator('i'), indicator('j')]);
const faulty = criteriaSet([indicator('i')], { totals: { maxPoints: '11' } });

let product: TestProduct;
let office: Office;
let number = 0;

const create = (content: CriteriaSetContent = good, code = `BTC-${(number += 1)}`) =>
  product
    .get(CreateCriteriaSet)
    .execute({ code, names: { vi: `Bộ tiêu chí ${code}` }, content }, office.by('secretariat', NOW));
const edit = (id: string, revision: number, content: CriteriaSetContent) =>
  product.get(EditCriteriaSet).execute({ id, revision, content }, office.by('secretariat', NOW));
const issue = (id: string, revision: number) =>
  product.get(IssueCriteriaSet).execute({ id, revision }, office.by('secretariat', NOW));
const version = (id: string) => product.get(GetCriteriaSetVersion).execute({ id }, office.system(NOW).actor);
const historyOf = (id: string) =>
  product.reader.rows<{
    revision: number;
    action: string;
    body: { before?: object; after: { status: string } };
  }>(
    `select revision, action, body::json as body from history
      where subject_kind = 'criteria-set' and subject_id = $1 order by revision`,
    [id],
  );

beforeAll(async () => {
  product = await openTestProduct();
  office = await openOffice(product);
});
afterAll(() => product.close());

describe('a criteria set', () => {
  it('is drafted, edited and issued, each step in history', async () => {
    const { id, versionId, revision } = await create();
    expect(await edit(id, revision, other)).toEqual({ revision: 2, remarks: [] });
    expect(await issue(id, 2)).toEqual({ versionId, version: 1, revision: 3 });
    expect(await version(versionId)).toMatchObject({
      status: 'issued',
      revision: 3,
      content: other,
      remarks: [],
    });
    const entries = await historyOf(id);
    expect(entries.map(({ revision: n, action }) => [n, action])).toEqual([
      [1, 'criteria-set.created'],
      [2, 'criteria-set.edited'],
      [3, 'criteria-set.issued'],
    ]);
    expect(entries[1]?.body.before).toMatchObject({ content: good });
    expect(entries[2]?.body.after.status).toBe('issued');
  });

  it('keeps a faulty draft with its remarks and does not issue it', async () => {
    const { id, versionId } = await create();
    const { remarks } = await edit(id, 1, faulty);
    expect(remarks).toMatchObject([{ code: 'SUM_DIFFERS', path: ['totals', 'maxPoints'] }]);
    await expect(issue(id, 2)).rejects.toMatchObject({
      code: 'CRITERIA_SET_HAS_ERRORS',
      params: { count: 1, first: expect.stringContaining('totals.maxPoints') },
    });
    expect(await version(versionId)).toMatchObject({ status: 'draft', revision: 2 });
    expect(await historyOf(id)).toHaveLength(2);
  });

  it('refuses an older revision and hands over the present state', async () => {
    const { id } = await create();
    await edit(id, 1, other);
    await expect(edit(id, 1, good)).rejects.toMatchObject({
      code: 'REVISION_CONFLICT',
      params: { expected: 1, current: 2 },
    });
  });

  it('never changes once issued: no draft to edit, and the database refuses SQL as the role of the application', async () => {
    const { id, versionId } = await create();
    await issue(id, 1);
    await expect(edit(id, 2, other)).rejects.toMatchObject({ code: 'CRITERIA_SET_NO_DRAFT' });
    for (const statement of [
      `update criteria_set_version set content = '{}' where id = $1`,
      `update criteria_set_version set content_hash = 'x' where id = $1`,
      `update criteria_set_version set status = 'draft', issued_at = null where id = $1`,
      'delete from criteria_set_version where id = $1',
    ]) {
      await expect(
        product.get(UnitOfWork).run(office.system(NOW), (tx) => tx.rows(statement, [versionId])),
      ).rejects.toThrow('an issued version never changes');
    }
    expect((await version(versionId)).content).toEqual(good);
  });

  it('is not reached by a detour of SQL either: conflict, merge, parent, other keys, trigger, truncation', async () => {
    const { id, versionId } = await create();
    await issue(id, 1);
    const { versionId: draftId } = await create(other);
    const as = (statement: string, ...values: readonly string[]) =>
      product
        .get(UnitOfWork)
        .run(office.system(NOW), (tx) => tx.rows(statement, [...values]))
        .then(
          () => 'done',
          (error: unknown) => (error as Error).message,
        );
    const never = 'an issued version never changes';
    const tries: readonly (readonly [statement: string, refusal: string, ...values: string[]])[] = [
      [
        `insert into criteria_set_version select * from criteria_set_version where id = $1
         on conflict (id) do update set content = '{}'`,
        never,
        versionId,
      ],
      [
        `merge into criteria_set_version v using (select $1::uuid as id) g on v.id = g.id
         when matched then update set content = '{}'`,
        never,
        versionId,
      ],
      [
        `merge into criteria_set_version v using (select $1::uuid as id) g on v.id = g.id when matched then delete`,
        never,
        versionId,
      ],
      [
        `with taken as (delete from criteria_set_version where id = $1 returning *) select count(*) from taken`,
        never,
        versionId,
      ],
      ['update criteria_set_version set id = gen_random_uuid() where id = $1', never, versionId],
      ['update criteria_set_version set version = 99 where id = $1', never, versionId],
      [
        'update criteria_set_version set set_id = (select set_id from criteria_set_version where id = $2) where id = $1',
        never,
        versionId,
        draftId,
      ],
      [
        'update criteria_set_version set administration_id = gen_random_uuid() where id = $1',
        never,
        versionId,
      ],
      ['update criteria_set_version set issued_at = now() where id = $1', never, versionId],
      [
        `update criteria_set_version set content = replace(content::text, '"dp": 2', '"dp": 2.0')::jsonb where id = $1`,
        never,
        versionId,
      ],
      ['update criteria_set_version set content_hash = upper(content_hash) where id = $1', never, versionId],
      ['delete from criteria_set where id = $1', 'foreign key', id],
      ['update criteria_set set administration_id = gen_random_uuid() where id = $1', 'foreign key', id],
      ['update criteria_set set id = gen_random_uuid() where id = $1', 'foreign key', id],
      ['truncate criteria_set_version', 'permission denied'],
      ['truncate criteria_set cascade', 'permission denied'],
      ['alter table criteria_set_version disable trigger criteria_set_version_issued', 'must be owner'],
      ['drop trigger criteria_set_version_issued on criteria_set_version', 'must be owner'],
      [`set session_replication_role = 'replica'`, 'permission denied'],
      [
        `create or replace function issued_never_changes() returns trigger language plpgsql as 'begin return new; end'`,
        '',
      ],
    ];
    for (const [statement, refusal, ...values] of tries) {
      const answer = await as(statement, ...values);
      expect([statement, answer]).toEqual([statement, expect.stringContaining(refusal)]);
      expect(answer).not.toBe('done');
    }
    expect((await version(versionId)).content).toEqual(good);
    const [row] = await product.reader.rows<{ hash: string }>(
      'select content_hash as hash from criteria_set_version where id = $1',
      [versionId],
    );
    expect(row?.hash).toBe(contentHash(good));
  });

  it('is retired once and for all: it is neither issued nor a draft again, nor changed', async () => {
    const { id, versionId } = await create();
    await issue(id, 1);
    const as = (statement: string) =>
      product.get(UnitOfWork).run(office.system(NOW), (tx) => tx.rows(statement, [versionId]));
    await as(`update criteria_set_version set status = 'retired' where id = $1`);
    for (const statement of [
      `update criteria_set_version set status = 'issued' where id = $1`,
      `update criteria_set_version set status = 'draft', issued_at = null where id = $1`,
      `update criteria_set_version set content = '{}' where id = $1`,
      'delete from criteria_set_version where id = $1',
    ])
      await expect(as(statement)).rejects.toThrow('an issued version never changes');
    expect(await version(versionId)).toMatchObject({ status: 'retired', content: good });
  });

  it('gets its next version as a draft that begins as the newest issued one', async () => {
    const { id } = await create();
    await issue(id, 1);
    const draft = () => product.get(DraftCriteriaSetVersion).execute({ id }, office.by('secretariat', NOW));
    const { versionId, revision } = await draft();
    await expect(draft()).rejects.toMatchObject({ code: 'CRITERIA_SET_HAS_DRAFT' });
    expect(await version(versionId)).toMatchObject({ version: 2, status: 'draft', content: good });
    await edit(id, revision, other);
    expect(await issue(id, revision + 1)).toMatchObject({ version: 2 });
    const set = await product.get(GetCriteriaSet).execute({ id }, office.system(NOW).actor);
    expect(set.versions.map(({ version: n, status }) => [n, status])).toEqual([
      [2, 'issued'],
      [1, 'issued'],
    ]);
    expect(set.indicators).toBe(2);
  });

  it('is copied from another; a code is given once', async () => {
    const { versionId } = await create(other);
    const copy = (code: string) =>
      product
        .get(CreateCriteriaSet)
        .execute({ code, names: { vi: 'Bản sao' }, copyOf: versionId }, office.by('secretariat', NOW));
    const copied = await copy('BAN-SAO');
    expect((await version(copied.versionId)).content).toEqual(other);
    await expect(copy('BAN-SAO')).rejects.toMatchObject({ code: 'CRITERIA_SET_CODE_TAKEN' });
  });

  it('answers the same command once', async () => {
    const call = {
      ...office.by('secretariat', NOW),
      command: { key: 'criteria-set-key-1', type: 'POST /criteria-sets', fingerprint: 'f' },
    };
    const command = { code: 'MOT-LAN', names: { vi: 'Một lần' }, content: good };
    const first = await product.get(CreateCriteriaSet).execute(command, call);
    expect(await product.get(CreateCriteriaSet).execute(command, call)).toEqual(first);
    expect(await historyOf(first.id)).toHaveLength(1);
  });
});

describe('a set that comes as data', () => {
  const ready = { code: 'SAN', names: { vi: 'Bộ tiêu chí có sẵn' } };
  const install = (content: CriteriaSetContent, administrationId = office.administrationId) =>
    product.get(IssueReadyCriteriaSet).execute({ ...ready, content }, systemCall(NOW, administrationId));

  it('is issued once; another content is the next version', async () => {
    const first = await install(good);
    expect(await install(good)).toEqual(first);
    const second = await install(other);
    expect(second.id).toBe(first.id);
    expect(await criteriaSetVersion(product.reader, second.versionId)).toMatchObject({
      version: 2,
      content: other,
    });
    expect(await criteriaSetVersion(product.reader, first.versionId)).toMatchObject({
      version: 1,
      content: good,
    });
  });

  it('of the installation is seen by every administration, another administration sees nothing of this one', async () => {
    const shared = await install(good, INSTALLATION);
    const { versionId } = await create();
    const stranger = systemCall(NOW, '0192f000-0000-7000-8000-00000000000a').actor;
    const get = product.get(GetCriteriaSetVersion);
    expect((await get.execute({ id: shared.versionId }, stranger)).code).toBe('SAN');
    await expect(get.execute({ id: versionId }, stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('lists', () => {
  const page = { page: 1, perPage: 2, order: 'ASC' as const };
  it('of sets: paged, counted, searched, by status', async () => {
    const { id } = await create(good, 'TIM-THAY');
    const list = product.get(ListCriteriaSets);
    const { actor } = office.system(NOW);
    const all = await list.execute(page, actor);
    expect(all.items).toHaveLength(2);
    expect(all.total).toBeGreaterThan(2);
    expect(await list.execute({ ...page, q: 'tim-thay' }, actor)).toMatchObject({
      total: 1,
      items: [{ id }],
    });
    expect((await list.execute({ ...page, q: 'tim-thay', status: 'issued' }, actor)).total).toBe(0);
  });

  it('of indicators: the newest issued version of a set', async () => {
    const { id } = await create(other, 'CHI-SO');
    const found = await product.get(ListIndicators).execute({ ...page, setId: id }, office.system(NOW).actor);
    expect(found.total).toBe(2);
    expect(found.items[0]).toMatchObject({
      code: 'i',
      setCode: 'CHI-SO',
      rule: 'linear',
      maxPoints: '10',
      thresholds: 0,
    });
  });
});
