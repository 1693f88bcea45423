import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  describeStep,
  type CriteriaImportReport,
  type CriteriaSetFile,
  type CriteriaSetItem,
  type PreviewedCriteriaSet,
} from '@nhip/contracts';
import { criteriaSetWorkbook } from '@nhip/core/criteria';
import { criteriaSet, indicator } from '@nhip/core/testing';
import { TestApi, type Client } from './api.js';

let api: TestApi;
let secretary: Client;
let set: { id: string; versionId: string };

const content = criteriaSet([indicator('i')]);
const other = criteriaSet([indicator('i', { maxPoints: '20' })]);
const named = (code: string, of = content) => ({ code, names: { vi: 'Bộ nhập' }, content: of });

beforeAll(async () => {
  api = await TestApi.open();
  secretary = await api.signIn('thu.ky');
  set = (await secretary.post<typeof set>('/api/criteria-sets', named('BTC'))).body;
});
afterAll(() => api.close());

/** A form as a browser sends it. */
async function importing(
  client: Client,
  bytes: Uint8Array,
  fields: Record<string, string> = {},
  language = 'vi',
) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new File([new Uint8Array(bytes)], 'bo.xlsx'));
  const request = new Response(form);
  return client.send<CriteriaImportReport & { code: string }>('POST', '/api/criteria-sets/import', {
    headers: {
      'content-type': request.headers.get('content-type') ?? '',
      'accept-language': language,
      'idempotency-key': crypto.randomUUID(),
    },
    payload: Buffer.from(await request.arrayBuffer()),
  });
}
const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const draftOf = async () =>
  (await secretary.get<CriteriaSetFile>(`/api/criteria-set-versions/${set.versionId}/file`)).body.content;
const revisionOf = async () =>
  (await secretary.get<CriteriaSetItem>(`/api/criteria-sets/${set.id}`)).body.revision;

describe('a criteria set as a file over HTTP', () => {
  it('goes out as JSON and as a workbook', async () => {
    const file = await secretary.get<CriteriaSetFile>(`/api/criteria-set-versions/${set.versionId}/file`);
    expect(file.body).toMatchObject({ code: 'BTC', version: 1, content });
    const workbook = await secretary.get(`/api/criteria-set-versions/${set.versionId}/workbook`);
    expect(workbook.status).toBe(200);
    expect(workbook.headers['content-disposition']).toBe('attachment; filename="BTC-v1.xlsx"');
  });

  it('is looked through first; a dry run writes nothing', async () => {
    const { body } = await importing(secretary, json(named('BTC', other)));
    expect(body).toMatchObject({
      written: false,
      problems: [],
      content: other,
      target: { id: set.id, draft: true, revision: 1 },
    });
    expect(await draftOf()).toEqual(content);
  });

  it('with a bad cell writes nothing at all, in the reader’s language', async () => {
    const bad = criteriaSet([indicator('i', { rule: { type: 'linear', full: '100' } })]);
    const bytes = await criteriaSetWorkbook(
      {
        ...named('BTC'),
        content: { ...bad, indicators: bad.indicators.map((one) => ({ ...one, maxPoints: '8,5' })) },
      },
      'vi',
    );
    const { status, body } = await importing(secretary, bytes, { dryRun: 'false', setId: set.id }, 'en');
    expect(status).toBe(200);
    expect(body).toMatchObject({ written: false, content: null });
    expect(body.problems).toMatchObject([
      {
        sheet: 'Chỉ số',
        row: 2,
        found: '8,5',
        message: expect.stringContaining('a decimal point is needed, such as 8.5'),
      },
    ]);
    expect([await draftOf(), await revisionOf()]).toEqual([content, 1]);
  });

  it('becomes the draft of its set, at the revision that was seen', async () => {
    const bytes = await criteriaSetWorkbook(named('BTC', other), 'en');
    const late = await importing(secretary, bytes, { dryRun: 'false', setId: set.id, revision: '7' });
    expect([late.status, late.body.code]).toEqual([409, 'REVISION_CONFLICT']);
    const { body } = await importing(secretary, bytes, { dryRun: 'false', setId: set.id, revision: '1' });
    expect(body).toMatchObject({ written: true, id: set.id, versionId: set.versionId });
    expect([await draftOf(), await revisionOf()]).toEqual([other, 2]);
  });

  it('brings its name along into the set of its code, and its content only into another', async () => {
    const { id, versionId } = (await secretary.post<typeof set>('/api/criteria-sets', named('DOI-TEN'))).body;
    const into = { dryRun: 'false', setId: id };
    const nameNow = async () =>
      (await secretary.get<CriteriaSetFile>(`/api/criteria-set-versions/${versionId}/file`)).body.names;
    await importing(secretary, json({ ...named('KHAC'), names: { vi: 'Bộ khác' } }), into);
    expect(await nameNow()).toEqual({ vi: 'Bộ nhập' });
    const renamed = { ...named('DOI-TEN'), names: { vi: 'Bộ đổi tên', en: 'Renamed' } };
    await importing(secretary, json(renamed), into);
    expect(await nameNow()).toEqual(renamed.names);
    await secretary.post(`/api/criteria-sets/${id}/issue`, {}, { 'if-match': '"3"' });
    const next = await importing(secretary, json({ ...renamed, names: { vi: 'Bản sau' } }), into);
    expect(next.body).toMatchObject({ written: true, target: { code: 'DOI-TEN', draft: false } });
    expect(await nameNow()).toEqual({ vi: 'Bản sau' });
  });

  it('of an issued set begins its next version; of an unknown code a new set', async () => {
    await secretary.post(`/api/criteria-sets/${set.id}/issue`, {}, { 'if-match': '"2"' });
    const next = await importing(secretary, json(named('BTC')), { dryRun: 'false' });
    expect(next.body).toMatchObject({ written: true, id: set.id, target: { draft: false } });
    expect(next.body.versionId).not.toBe(set.versionId);
    expect(await draftOf()).toEqual(other);
    const fresh = await importing(secretary, json(named('MOI')), { dryRun: 'false' });
    expect(fresh.body).toMatchObject({ written: true, target: null, code: 'MOI' });
    expect(fresh.body.id).not.toBe(set.id);
  });

  it('is for those who manage criteria sets, and no larger than files may be', async () => {
    const officer = await api.signIn('can.bo');
    expect((await importing(officer, json(named('X')))).status).toBe(403);
    expect((await importing(secretary, new Uint8Array(11 * 1024 * 1024))).status).toBe(413);
  });
});

describe('a content being written', () => {
  it('is looked through and one of its indicators scored on sample figures', async () => {
    const { body } = await secretary.post<PreviewedCriteriaSet>('/api/criteria-sets/preview', {
      content: { ...other, totals: { ...other.totals, maxPoints: '21' } },
      indicator: 'i',
      figures: { 'i-part': { state: 'value', value: '45' }, 'i-whole': { state: 'value', value: '60' } },
    });
    expect(body.remarks).toMatchObject([{ code: 'SUM_DIFFERS', path: ['totals', 'maxPoints'] }]);
    expect(body.reads).toEqual(['i-part', 'i-whole']);
    expect(body.score).toMatchObject({
      state: 'scored',
      shownValue: '75.00',
      shownPoints: '15.00',
      policies: [],
    });
    const steps = body.score?.steps.map((step) => describeStep(step, 'vi', (code) => body.names[code]));
    expect(steps?.join('\n')).toContain('75');
  });

  it('with a formula that cannot be read is looked through all the same', async () => {
    const broken = criteriaSet([indicator('i', { numerator: { formula: '[i-part] +', blanks: 'missing' } })]);
    const { body } = await secretary.post<PreviewedCriteriaSet>('/api/criteria-sets/preview', {
      content: broken,
      indicator: 'i',
    });
    expect(body.score).toBeNull();
    expect(body.remarks.map(({ code }) => code)).toContain('FORMULA_SYNTAX');
  });

  it.each(['administration', 'peer-group'])(
    'compares peers within the %s where the rule does',
    async (within) => {
      const relative = criteriaSet([
        indicator('i', {
          rule: { type: 'relative-min-max', whenEqual: '0', within: within as 'administration' },
          denominator: undefined,
          shownAs: 'number',
        }),
      ]);
      const figures = (value: string) => ({ 'i-part': { state: 'value', value } });
      const { body } = await secretary.post<PreviewedCriteriaSet>('/api/criteria-sets/preview', {
        content: relative,
        indicator: 'i',
        figures: figures('30'),
        peers: [figures('10'), figures('50')],
      });
      expect(body.score).toMatchObject({ shownPoints: '5.00' });
    },
  );
});
