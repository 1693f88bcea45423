import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { checkPublishedFigure, type FindingView } from '@nhip/contracts';
import { addressOfFinding } from './about-finding.js';
import { examples } from './examples.js';
import { pastedParts } from './pasted-parts.js';
import { blankForm, fieldOf, fromAddress, isAsked, toAddress, toQuestion } from './question-form.js';

const facts = JSON.parse(
  readFileSync(new URL('../../../../../samples/facts.json', import.meta.url), 'utf8'),
) as readonly { readonly seed: number; readonly sentence: string; readonly printed: string | null }[];

describe('examples', () => {
  it.each(examples.map((example) => [example.label.vi, example] as const))(
    '%s can be asked',
    (_label, example) => {
      const form = { ...blankForm, ...example.form };
      expect(isAsked(form)).toBe(true);
      expect(checkPublishedFigure.safeParse(toQuestion(form, 'vi')).error?.issues ?? []).toEqual([]);
      expect(fromAddress(toAddress(form))).toEqual(form);
    },
  );

  it.each(examples.map((example) => [example.label.vi, example] as const))(
    '%s stands in a sentence of its round',
    (_label, { round, form }) => {
      const printed = form.printed ?? form.received ?? '';
      const sentences = facts.filter(({ seed }) => seed === round);
      expect(
        sentences.some(({ sentence, printed: text }) => sentence.includes(printed) || text === printed),
      ).toBe(true);
    },
  );
});

describe('the address', () => {
  it('holds nothing for a blank form and leaves out what no form has', () => {
    expect(toAddress(blankForm).toString()).toBe('');
    expect(fromAddress(new URLSearchParams('kind=unknown&better=sideways&part=5||1|a|b'))).toEqual({
      ...blankForm,
      parts: [{ name: 'a|b', value: '5', weight: '', declared: true }],
    });
  });

  it('of a remark is the field it is about', () => {
    expect(['candidates.2.value', 'parts.0.weight', 'period.end', 'printed'].map(fieldOf)).toEqual([
      'parts.2.value',
      'parts.0.weight',
      'end',
      'printed',
    ]);
  });
});

describe('a finding leads to the checker', () => {
  const address = (code: string, params: FindingView['params']) =>
    addressOfFinding({ code, params, found: null } as unknown as FindingView, 'vi');
  const formOf = (code: string, params: FindingView['params']) =>
    fromAddress(new URLSearchParams(address(code, params)?.split('?')[1]));

  it('with what it says filled in, as the language writes it', () => {
    const params = {
      element: { vi: 'Sớm hẹn' },
      printed: '82.5',
      text: '82,50%',
      numerator: '8906',
      denominator: '10816',
    };
    expect(formOf('PCT_ROUND_MODE', params)).toMatchObject({
      kind: 'percentage',
      name: 'Sớm hẹn',
      printed: '82,50%',
      numerator: '8.906',
      parts: [{ value: '10.816' }],
    });
    expect(
      formOf('PARTS_GAP', {
        check: { vi: 'Đã giải quyết' },
        left: '10544',
        right: '10816',
        meaning: 'trễ hẹn',
      }),
    ).toMatchObject({
      kind: 'total',
      printed: '10.816',
      residual: 'trễ hẹn',
      parts: [{ value: '10.544' }],
    });
    expect(formOf('GROWTH_BASE_MISSING', { text: '10,1', grown: '737', against: '2017–2021' })).toMatchObject(
      {
        kind: 'growth',
        printed: '10,1',
        grown: '737',
      },
    );
  });

  it('of another kind leads nowhere', () => expect(address('PERIOD_FUTURE', {})).toBeUndefined());
});

describe('pasted rows', () => {
  it('are names and values, whatever stands between', () => {
    const rows = pastedParts('Phường A\t88,37\nXã B; 90,02\n\n  Sở C: 96,17\n85');
    expect(rows.map(({ name, value }) => [name, value])).toEqual([
      ['Phường A', '88,37'],
      ['Xã B', '90,02'],
      ['Sở C', '96,17'],
      ['', '85'],
    ]);
  });
});
