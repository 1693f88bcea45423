import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { describeRemark, describeStep, type PreviewedFormula, type PreviewFormula } from '@nhip/contracts';
import { criteriaSet, element, indicator } from '@nhip/core/testing';
import { TestApi, type Client } from './api.js';

let api: TestApi;
let secretary: Client;
let versionId: string;

const content = criteriaSet([indicator('i')], {
  dataElements: [
    element('i-part'),
    element('i-whole'),
    element('open', { formula: '[i-whole] - [i-part]' }),
    element('broken', { formula: '[open] +' }),
  ],
});
const value = (text: string) => ({ state: 'value' as const, value: text });
const figures = { 'i-part': value('120'), 'i-whole': value('300'), 'previous([i-part])': value('100') };
const ask = async (question: PreviewFormula, client = secretary) =>
  (await client.post<PreviewedFormula>('/api/criteria-sets/formula-preview', question)).body;

beforeAll(async () => {
  api = await TestApi.open();
  secretary = await api.signIn('thu.ky');
  const set = await secretary.post<{ versionId: string }>('/api/criteria-sets', {
    code: 'BTC',
    names: { vi: 'Bộ tiêu chí' },
    content,
  });
  ({ versionId } = set.body);
});
afterAll(() => api.close());

describe('a formula tried out over HTTP', () => {
  it('gives its value and the steps, on the set as it is stored', async () => {
    const answer = await ask({
      formula: 'min(100, [open] / 3) + [i-part] - previous([i-part])',
      versionId,
      figures,
    });
    expect(answer).toMatchObject({
      state: 'value',
      value: '80/1',
      shownValue: '80',
      nothing: false,
      remarks: [],
      reads: ['i-whole', 'i-part', 'previous([i-part])'],
    });
    const steps = answer.steps.map((step) => describeStep(step, 'en', (code) => answer.names[code]));
    expect(steps.slice(-5)).toEqual([
      '180 ÷ 3 = 60',
      'min(100; 60) = 60',
      '[i-part] Element i-part: 120',
      'previous([i-part]) Element i-part: 100',
      '60 + 120 − 100 = 80',
    ]);
  });

  it('without a set takes every code as known; a state that is no value is told', async () => {
    expect(await ask({ formula: '[a] / [b]', figures: { a: value('1'), b: value('3') } })).toMatchObject({
      value: '1/3',
      shownValue: '0.333333…',
    });
    expect(await ask({ formula: '[a] / [b]', figures: { a: value('1'), b: value('0') } })).toMatchObject({
      state: 'zero-denominator',
      value: null,
    });
    expect(await ask({ formula: '[a] + [b]', figures: { a: value('1') } })).toMatchObject({
      state: 'missing',
    });
    const uncounted = await ask({ formula: '[a] / count()', figures: { a: value('1') } });
    expect(uncounted.state).toBe('missing');
    expect(
      uncounted.steps.map((step) => describeStep(step, 'en', (code) => uncounted.names[code])),
    ).toContain('count(): how many units there are is not given');
    expect(
      await ask({ formula: '[a] + [b]', blanks: 'zero', figures: { a: { state: 'nothing' } } }),
    ).toMatchObject({ value: '0/1', nothing: false });
  });

  it('says what is wrong and where, also in a set that is being edited', async () => {
    const { state, steps, remarks } = await ask({ formula: '[opne] / 2', content, figures });
    expect([state, steps]).toEqual([null, []]);
    expect(remarks.map((remark) => describeRemark(remark, 'vi'))).toEqual([
      'Dòng 1, cột 1: không có mục số liệu “opne”. Có phải là “open”?',
    ]);
    expect(await ask({ formula: '2 +', versionId })).toMatchObject({
      state: null,
      remarks: [{ severity: 'error', code: 'FORMULA_SYNTAX', params: { line: '1', column: '4', found: '' } }],
    });
    expect(await ask({ formula: '[broken] + 1', content, figures })).toMatchObject({ state: 'missing' });
  });

  it('knows where a formula stands', async () => {
    const codes = async (question: PreviewFormula) => (await ask(question)).remarks.map(({ code }) => code);
    expect(await codes({ formula: '[open] / [i-part]', content })).toEqual([]);
    expect(await codes({ formula: '[open] / [i-part]', content, place: 'check' })).toEqual([
      'DIVISION_UNGUARDED',
    ]);
    expect(await codes({ formula: 'points([i]) < 5', content })).toEqual(['FORMULA_GATE_ONLY']);
    expect(
      await ask({
        formula: 'points([i]) < 5',
        content,
        place: 'gate',
        figures: { 'points([i])': value('4') },
      }),
    ).toMatchObject({ value: '1/1', reads: ['points([i])'] });
  });

  it('a hostile one ends with a remark', async () => {
    const code = async (formula: string) => (await ask({ formula, content })).remarks[0]?.code;
    expect(await code('('.repeat(10_000))).toBe('FORMULA_TOO_LONG');
    expect(await code('('.repeat(1000))).toBe('FORMULA_TOO_DEEP');
    expect(await code('[constructor] + [toString]')).toBe('FORMULA_ELEMENT_UNKNOWN');
    expect(await code('__proto__([open])')).toBe('FORMULA_UNKNOWN_FUNCTION');
    const many = criteriaSet([indicator('i')], {
      dataElements: [
        element('x0'),
        ...['i-part', 'i-whole'].map((of) => element(of)),
        ...Array.from({ length: 60 }, (_, at) =>
          element(`x${at + 1}`, { formula: Array.from({ length: 50 }, () => `[x${at}]`).join('*') }),
        ),
      ],
    });
    expect((await ask({ formula: '[x60]', content: many })).remarks).toMatchObject([
      { code: 'FORMULA_TOO_MANY' },
    ]);
    const { state: runaway, steps } = await ask({
      formula: '[x20]',
      content: many,
      figures: { x0: value('7.1') },
    });
    expect([runaway, steps.some(({ code: of }) => of === 'FORMULA_TOO_LONG_A_NUMBER')]).toEqual([
      'missing',
      true,
    ]);
    const { state } = await ask({ formula: '[constructor]', figures: { constructor: value('3') } });
    expect(state).toBe('value');
  });

  it('is for those who read criteria sets, and of their administration', async () => {
    const stranger = '00000000-0000-4000-8000-000000000000';
    const { status } = await secretary.post('/api/criteria-sets/formula-preview', {
      formula: '1',
      versionId: stranger,
    });
    expect(status).toBe(404);
    const { status: refused } = await secretary.post('/api/criteria-sets/formula-preview', { formula: 1 });
    expect(refused).toBe(422);
    expect(await ask({ formula: '1 + 1' }, await api.signIn('giam.sat'))).toMatchObject({ value: '2/1' });
  });
});
