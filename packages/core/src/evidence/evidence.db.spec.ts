import { readdir } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { EvidenceWords } from '@nhip/contracts';
import pg from 'pg';
import { UnitOfWork, type Call, type UserActor } from '../platform/index.js';
import { instant } from '../shared/index.js';
import {
  documents,
  employ,
  openOffice,
  openTestProduct,
  type Office,
  type TestProduct,
} from '../testing/index.js';
import {
  EvidenceSubjects,
  FILE_STORE,
  GiveEvidence,
  ListEvidence,
  OpenEvidenceFile,
  submitEvidence,
  sweepEvidence,
  WithdrawEvidence,
  type FileStore,
  type FoundSubject,
} from './index.js';

/** Records of the spec's own in place of tasks: whose each is, and whether it takes evidence. */
const records = new Map<string, FoundSubject>();
const record = (n: number): string => `0192f000-0000-7000-8000-00000000000${n}`;
const now = '2022-10-11T07:00:00Z';

let product: TestProduct;
let office: Office;
let people: Readonly<Record<string, UserActor>>;
let store: FileStore;
beforeAll(async () => {
  product = await openTestProduct();
  store = product.get<FileStore>(FILE_STORE);
  const subjects = product.get(EvidenceSubjects);
  subjects.find = async (_sql, _kind, { id }) => records.get(id);
});
afterAll(() => product.close());
beforeEach(async () => {
  office = await openOffice(product);
  people = await employ(product, office, [
    ['unit-officer', 'P1'],
    ['unit-leader', 'P1'],
    ['unit-officer', 'P2'],
    ['secretariat'],
    ['auditor'],
  ]);
  records.clear();
  records.set(record(1), { unitId: office.units['P1'] ?? '', open: true });
  records.set(record(2), { unitId: office.units['P2'] ?? '', open: true });
});

const by = (name: string): Call & { readonly actor: UserActor } => {
  const actor = people[name];
  if (actor === undefined) throw new Error(`nobody is ${name}`);
  return { actor, now: instant(now) };
};
const received = (bytes: Buffer) =>
  store.receive(
    (async function* () {
      yield bytes;
    })(),
    1_000_000,
  );
const give = async (
  name: string,
  bytes: Buffer = documents.pdf,
  words: Partial<EvidenceWords> = {},
  fileName = 'Biên bản.pdf',
) =>
  product.get(GiveEvidence).execute(
    {
      words: { subjectKind: 'task', subjectId: record(1), ...words },
      name: fileName,
      file: await received(bytes),
    },
    by(name),
  );
const list = async (name: string, subjectId = record(1)) =>
  product.get(ListEvidence).execute({ subjectKind: 'task', subjectId }, by(name).actor);
const read = async (id: string, name: string) => {
  const { bytes, ...file } = await product.get(OpenEvidenceFile).execute(id, by(name).actor);
  return { ...file, text: (await buffer(bytes)).toString() };
};
const withdraw = (id: string, name: string) => product.get(WithdrawEvidence).execute({ id }, by(name));
const submit = () =>
  product.get(UnitOfWork).run(office.system(now), (tx) => submitEvidence(tx, 'task', [record(1)]));
const kept = async () =>
  (await readdir(product.evidenceDir, { recursive: true })).filter((name) => /[0-9a-f]{64}$/.test(name));
const sweep = () => sweepEvidence(product.reader, store, new Date(Date.now() + 60_000));

describe('evidence', () => {
  it('is numbered within its unit, cited, and handed out as it was given', async () => {
    const first = await give('unit-officer.P1', documents.pdf, {
      documentNumber: '25/BC-UBND',
      documentOn: '2022-10-10',
      page: '3',
    });
    const second = await give('unit-leader.P1', documents.txt, {}, '../ghi chú.txt');
    const other = await give('unit-officer.P2', documents.pdf, { subjectId: record(2) });
    expect([first.number, second.number, other.number]).toEqual([1, 2, 1]);
    const { items, total, mayGive } = await list('unit-officer.P1');
    expect([total, mayGive]).toEqual([2, true]);
    expect(items).toMatchObject([
      {
        number: 1,
        name: 'Biên bản.pdf',
        mediaType: 'application/pdf',
        size: documents.pdf.length,
        documentNumber: '25/BC-UBND',
        documentOn: '2022-10-10',
        page: '3',
        givenBy: 'Người 1',
        submittedAt: null,
        mayWithdraw: true,
      },
      { number: 2, name: 'ghi chú.txt', mayWithdraw: false },
    ]);
    expect(await read(second.id, 'unit-officer.P1')).toEqual({
      name: 'ghi chú.txt',
      mediaType: 'text/plain',
      size: documents.txt.length,
      text: documents.txt.toString(),
    });
  });

  it('is seen by its unit alone until it is submitted, then by all in scope', async () => {
    const { id } = await give('unit-officer.P1');
    expect((await list('auditor')).items).toEqual([]);
    await expect(read(id, 'auditor')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await submit();
    for (const name of ['auditor', 'secretariat']) {
      const { items, mayGive } = await list(name);
      expect([items.map((item) => item.id), mayGive]).toEqual([[id], false]);
      expect((await read(id, name)).text).toBe(documents.pdf.toString());
    }
    await expect(list('unit-officer.P2')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(read(id, 'unit-officer.P2')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(withdraw(id, 'unit-officer.P2')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(give('unit-officer.P2')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is read, once handed in, by units that work on the record too', async () => {
    records.set(record(1), {
      unitId: office.units['P1'] ?? '',
      readers: [office.units['P2'] ?? ''],
      open: true,
    });
    const { id } = await give('unit-officer.P1');
    expect(await list('unit-officer.P2')).toEqual({ items: [], total: 0, mayGive: false });
    await expect(read(id, 'unit-officer.P2')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await submit();
    expect(await list('unit-officer.P2')).toMatchObject({
      items: [{ id, mayWithdraw: false }],
      mayGive: false,
    });
    expect((await read(id, 'unit-officer.P2')).text).toBe(documents.pdf.toString());
    await expect(give('unit-officer.P2')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(withdraw(id, 'unit-officer.P2')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is taken back by who gave it, until it is submitted; row and number stay', async () => {
    const { id } = await give('unit-officer.P1');
    await expect(withdraw(id, 'unit-leader.P1')).rejects.toMatchObject({ code: 'EVIDENCE_NOT_YOURS' });
    expect(await withdraw(id, 'unit-officer.P1')).toEqual({ revision: 2 });
    expect(await withdraw(id, 'unit-officer.P1')).toEqual({ revision: 2 });
    await expect(read(id, 'unit-officer.P1')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const next = await give('unit-officer.P1');
    await submit();
    const { items } = await list('unit-officer.P1');
    expect(items.map(({ number, withdrawnAt }) => [number, withdrawnAt !== null])).toEqual([
      [1, true],
      [2, false],
    ]);
    await expect(withdraw(next.id, 'unit-officer.P1')).rejects.toMatchObject({ code: 'EVIDENCE_NOT_YOURS' });
    const history = await product.reader.rows(
      'select action, revision from history where subject_id = any($1::text[]) order by seq',
      [[id, next.id]],
    );
    expect(history).toEqual([
      { action: 'evidence.given', revision: 1 },
      { action: 'evidence.withdrawn', revision: 2 },
      { action: 'evidence.given', revision: 1 },
      { action: 'evidence.submitted', revision: 2 },
    ]);
  });

  it('is not taken where nothing is asked for, or the file is not what it says', async () => {
    records.set(record(1), { unitId: office.units['P1'] ?? '', open: false });
    await expect(give('unit-officer.P1')).rejects.toMatchObject({ code: 'EVIDENCE_CLOSED' });
    await expect(give('unit-officer.P1', documents.png)).rejects.toMatchObject({
      code: 'EVIDENCE_NOT_WHAT_IT_SAYS',
    });
    await expect(give('unit-officer.P1', Buffer.alloc(0))).rejects.toMatchObject({ code: 'EVIDENCE_EMPTY' });
    expect((await list('unit-officer.P1')).items).toEqual([]);
  });

  it('given at once by five people gets five numbers and stands once on the disk', async () => {
    await sweep();
    const given = await Promise.all(
      ['unit-officer.P1', 'unit-leader.P1', 'unit-officer.P1', 'unit-leader.P1', 'unit-officer.P1'].map(
        (name) => give(name, documents.odt, {}, 'a.odt'),
      ),
    );
    expect(given.map(({ number }) => number).sort()).toEqual([1, 2, 3, 4, 5]);
    expect(new Set(await kept()).size).toBeLessThanOrEqual(await contents());
  });

  it('keeps its bytes as long as one row uses them, and not longer', async () => {
    const one = await give('unit-officer.P1', documents.csv, {}, 'a.csv');
    const other = await give('unit-officer.P2', documents.csv, { subjectId: record(2) }, 'b.csv');
    await withdraw(one.id, 'unit-officer.P1');
    await sweep();
    expect((await read(other.id, 'unit-officer.P2')).text).toBe(documents.csv.toString());
    await withdraw(other.id, 'unit-officer.P2');
    const before = (await kept()).length;
    expect(await sweep()).toBeGreaterThanOrEqual(1);
    expect((await kept()).length).toBeLessThan(before);
    expect(await kept()).toHaveLength(await contents());
  });

  it('stays as it was given, also for the application role', async () => {
    const { id } = await give('unit-officer.P1');
    const app = new pg.Client({ connectionString: product.database.url });
    await app.connect();
    const refuses = (sql: string) => expect(app.query(sql, [id])).rejects.toThrow(/evidence stays/);
    await refuses(`update evidence set name = 'other.pdf' where id = $1`);
    await refuses(`update evidence set sha256 = decode(repeat('00', 32), 'hex') where id = $1`);
    await refuses('delete from evidence where id = $1');
    await submit();
    await refuses('update evidence set submitted_at = null where id = $1');
    await app.end();
  });
});

const contents = async (): Promise<number> =>
  (
    await product.reader.rows<{ count: number }>(
      'select count(distinct sha256)::int as count from evidence where withdrawn_at is null',
    )
  )[0]?.count ?? 0;
