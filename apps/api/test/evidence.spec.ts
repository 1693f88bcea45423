import { randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EvidencePage } from '@nhip/contracts';
import { EvidenceSubjects, type FoundSubject } from '@nhip/core/evidence';
import { archiveOf, documents, eventually, program, xlsxOf, type PackedPart } from '@nhip/core/testing';
import { TestApi, type Client } from './api.js';

/** A record of the spec's own in place of a task. */
const subjectId = '0192f000-0000-7000-8000-000000000001';
const elsewhere = '0192f000-0000-7000-8000-000000000002';
const MEBIBYTE = 1024 * 1024;

let folder: string;
let api: TestApi;
let officer: Client;
let auditor: Client;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nhip-evidence-'));
  api = await TestApi.open({ evidenceDir: folder });
  const [own = '', other = ''] = api.unitIds;
  const records = new Map<string, FoundSubject>([
    [subjectId, { unitId: own, open: true }],
    [elsewhere, { unitId: other, open: true }],
  ]);
  api.app.get(EvidenceSubjects).find = async (_sql, _kind, { id }) => records.get(id);
  officer = await api.signIn('nhan.vien');
  auditor = await api.signIn('giam.sat');
});
afterAll(async () => {
  await api.close();
  await rm(folder, { recursive: true, force: true });
});

const formOf = (name: string, bytes: Uint8Array, words: Readonly<Record<string, string>> = {}) => {
  const form = new FormData();
  for (const [field, value] of Object.entries({ subjectKind: 'task', subjectId, ...words }))
    form.append(field, value);
  form.append('file', new Blob([new Uint8Array(bytes)]), name);
  return form;
};
const encoded = async (form: FormData) => {
  const request = new Request('http://x', { method: 'POST', body: form });
  return {
    payload: Buffer.from(await request.arrayBuffer()),
    headers: { 'content-type': request.headers.get('content-type') ?? '' },
  };
};
const give = async (
  name: string,
  bytes: Uint8Array,
  words?: Readonly<Record<string, string>>,
  key?: string,
) => {
  const { payload, headers } = await encoded(formOf(name, bytes, words));
  return officer.send<{ id: string; number: number; code: string; detail: string }>('POST', '/api/evidence', {
    payload,
    headers: { ...headers, ...(key !== undefined && { 'idempotency-key': key }) },
  });
};
const list = async (client: Client) =>
  (await client.get<EvidencePage>(`/api/evidence?subjectKind=task&subjectId=${subjectId}`)).body;
const incoming = () => readdir(join(folder, 'incoming')).catch(() => []);

describe('an evidence file', () => {
  it('is streamed in with its citation and saved again under its own name', async () => {
    const given = await give('Biên bản “kiểm tra”.pdf', documents.pdf, {
      documentNumber: '25/BC-UBND',
      documentOn: '2022-10-10',
      page: '3',
      note: '',
    });
    expect([given.status, given.body.number]).toEqual([201, 1]);
    expect((await list(officer)).items).toMatchObject([
      { name: 'Biên bản “kiểm tra”.pdf', documentNumber: '25/BC-UBND', note: null, mayWithdraw: true },
    ]);
    const { status, headers, body } = await officer.get<string>(`/api/evidence/${given.body.id}/file`);
    expect([status, body]).toEqual([200, documents.pdf.toString()]);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(documents.pdf.length),
      'content-disposition':
        'attachment; filename="Bien ban kiem tra.pdf"; filename*=UTF-8\'\'Bi%C3%AAn%20b%E1%BA%A3n%20%E2%80%9Cki%E1%BB%83m%20tra%E2%80%9D.pdf',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect((await auditor.get(`/api/evidence/${given.body.id}/file`)).status).toBe(404);
  });

  it('sent twice under one key is given once; another file under that key is refused', async () => {
    const key = randomUUID();
    const [first, again] = [
      await give('a.txt', documents.txt, {}, key),
      await give('a.txt', documents.txt, {}, key),
    ];
    expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
    expect((await give('a.txt', Buffer.from('other'), {}, key)).body.code).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  const zeros: PackedPart = { name: 'xl/sheet.xml', bytes: Buffer.alloc(20 * MEBIBYTE) };
  it.each<[string, Buffer, string]>([
    ['báo cáo.pdf', program, 'EVIDENCE_NOT_WHAT_IT_SAYS'],
    ['virus.exe', program, 'EVIDENCE_TYPE_NOT_ALLOWED'],
    ['bom.xlsx', xlsxOf(zeros), 'EVIDENCE_ARCHIVE_UNSAFE'],
    ['macro.xlsx', xlsxOf({ name: 'xl/vbaProject.bin', bytes: 'x' }), 'EVIDENCE_WITH_MACRO'],
    ['up.docx', xlsxOf({ name: '../../x', bytes: 'x' }), 'EVIDENCE_ARCHIVE_UNSAFE'],
    [
      'two.png',
      Buffer.concat([documents.png, archiveOf([{ name: 'x', bytes: 'x' }])]),
      'EVIDENCE_HIDES_ANOTHER',
    ],
    ['empty.txt', Buffer.alloc(0), 'EVIDENCE_EMPTY'],
  ])(
    'that is not what it says is refused with what to mend, and nothing of it stays: %s',
    async (name, bytes, code) => {
      const { status, body } = await give(name, bytes);
      expect([status, body.code]).toEqual([422, code]);
      expect(body.detail).toContain(name);
      expect(await incoming()).toEqual([]);
    },
  );

  it('with a name that leads elsewhere is kept under its last part', async () => {
    await give('../../../../tmp/Ảnh \u202Egnp.png', documents.png);
    expect((await list(officer)).items.at(-1)?.name).toBe('Ảnh gnp.png');
    expect((await readdir(folder)).sort()).toEqual(['files', 'incoming']);
  });

  it('larger than is taken is refused, declared or not', async () => {
    const large = await give('a.pdf', Buffer.concat([documents.pdf, Buffer.alloc(30 * MEBIBYTE)]));
    expect([large.status, large.body.code]).toEqual([413, 'EVIDENCE_TOO_LARGE']);
    const declared = await officer.send('POST', '/api/evidence', {
      payload: 'x',
      headers: {
        'content-type': 'multipart/form-data; boundary=x',
        'content-length': String(10 * 1024 ** 3),
      },
    });
    expect([declared.status, declared.body.code]).toEqual([413, 'BODY_TOO_LARGE']);
    expect(await incoming()).toEqual([]);
  });

  it('of another unit, of nothing, or without words is refused', async () => {
    const codeOf = async (words: Readonly<Record<string, string>>) => {
      const { status, body } = await give('a.pdf', documents.pdf, words);
      return [status, body.code];
    };
    expect(await codeOf({ subjectId: elsewhere })).toEqual([404, 'NOT_FOUND']);
    expect(await codeOf({ subjectId: randomUUID() })).toEqual([404, 'NOT_FOUND']);
    expect(await codeOf({ subjectId: 'x' })).toEqual([422, 'VALIDATION_FAILED']);
    expect(await codeOf({ documentOn: '2022-02-31' })).toEqual([422, 'VALIDATION_FAILED']);
    expect(await codeOf({ path: '/etc' })).toEqual([400, 'UNKNOWN_FIELD']);
    expect((await officer.post('/api/evidence', {})).status).toBe(422);
    expect((await auditor.post('/api/evidence', {})).status).toBe(403);
    expect(await incoming()).toEqual([]);
  });

  it('whose upload breaks off leaves nothing and does not trouble the server', async () => {
    await api.app.listen(0, '127.0.0.1');
    const { port } = api.app.getHttpServer().address() as AddressInfo;
    const { payload, headers } = await encoded(formOf('a.pdf', documents.pdf));
    await new Promise<void>((resolve) => {
      const request = httpRequest({
        port,
        method: 'POST',
        path: '/api/evidence',
        headers: { ...headers, cookie: officer.cookie, 'content-length': payload.length },
      });
      request.on('error', () => resolve());
      request.write(payload.subarray(0, payload.length - 60));
      setTimeout(() => request.destroy(new Error('the line went dead')), 200);
    });
    await eventually(async () => expect(await incoming()).toEqual([]));
    expect((await give('a.txt', documents.txt)).status).toBe(201);
  });

  it('is taken back by who gave it', async () => {
    const { body } = await give('lỗi.txt', documents.txt);
    expect((await officer.post(`/api/evidence/${body.id}/withdraw`, {})).status).toBe(200);
    expect((await officer.get(`/api/evidence/${body.id}/file`)).status).toBe(404);
    const { items } = await list(officer);
    expect(items.at(-1)).toMatchObject({ name: 'lỗi.txt', mayWithdraw: false });
    expect(items.at(-1)?.withdrawnAt).not.toBeNull();
  });
});

it('a server without a folder says so', async () => {
  const without = await TestApi.open();
  const client = await without.signIn('nhan.vien');
  const { payload, headers } = await encoded(formOf('a.pdf', documents.pdf));
  const { status, body } = await client.send('POST', '/api/evidence', { payload, headers });
  expect([status, body.code]).toEqual([503, 'EVIDENCE_NOT_KEPT']);
  await without.close();
});
