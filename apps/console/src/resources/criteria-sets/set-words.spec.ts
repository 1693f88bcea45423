import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { criteriaSetContent, type CriteriaSetContent } from '@nhip/contracts';
import {
  gateInWords,
  policiesInWords,
  quotaInWords,
  tieBreaksInWords,
  unitTypesInWords,
} from './set-words.js';

function ready(file: string): CriteriaSetContent {
  const path = new URL(`../../../../../packages/core/ready-sets/${file}.json`, import.meta.url);
  return criteriaSetContent.parse((JSON.parse(readFileSync(path, 'utf8')) as { content: unknown }).content);
}

describe('the frame of a council, as it is read', () => {
  const council = ready('hdnd-khung');

  it('says when sanctions act and what they take', () => {
    expect(council.gates.map((gate) => gateInWords(gate, council, 'vi')).slice(0, 3)).toEqual([
      'Chế tài: không xếp Xuất sắc: khi [Lần bị áp dụng chế tài “không xếp Xuất sắc”] > 0 thì không xếp trên “Tốt”',
      'Chế tài: không xếp Tốt trở lên: khi [Lần bị áp dụng chế tài “không xếp Tốt trở lên”] > 0 thì không xếp trên “Khá”',
      'Minh chứng không trung thực: hạ một bậc: khi [Lần cung cấp minh chứng không trung thực] = 1 thì hạ 1 bậc',
    ]);
    const [gate] = council.gates;
    if (gate === undefined) throw new Error('there are gates');
    const { when: _, ...announced } = gate;
    expect(gateInWords({ ...announced, effect: { zero: 'field', of: 'V' } }, council, 'en')).toBe(
      'Sanction: not Excellent: not quantified; “What came of recommendations” gets 0 points',
    );
    expect(gateInWords({ ...gate, effect: { zero: 'total' } }, council, 'en')).toContain('the total is 0');
  });

  it('says how many keep a class, and what decides between equal totals', () => {
    const [quota] = council.classification?.quotas ?? [];
    if (quota === undefined) throw new Error('there is a quota');
    expect(quotaInWords(quota, council, 'vi')).toBe(
      '“Xuất sắc”: không quá 25 % số đơn vị được xếp hạng trong khối; phần vượt xếp “Tốt”',
    );
    const share = (text: string) => quotaInWords({ ...quota, share: text }, council, 'vi');
    expect(['0.125', '1', '0.05'].map((text) => /[\d,]+ %/.exec(share(text))?.[0])).toEqual([
      '12,5 %',
      '100 %',
      '5 %',
    ]);
    expect(tieBreaksInWords(council, 'en')).toEqual(['Bonus', 'What came of recommendations']);
  });
});

describe('what is laid down beside a rule', () => {
  const set = ready('qd-766');
  const about = (code: string) => {
    const indicator = set.indicators.find((one) => one.code === code);
    if (indicator === undefined) throw new Error(`no ${code}`);
    return [policiesInWords(indicator, 'en'), unitTypesInWords(indicator, 'en')];
  };

  it('is told of formulas that count missing figures as 0', () => {
    const [found] = set.indicators.filter(({ code }) => code === 'PROGRESS');
    if (found === undefined) throw new Error('no PROGRESS');
    const formula = { formula: '[a]', blanks: 'zero' } as const;
    const counted = 'figures missing, counted as 0 by the formula';
    const zero = 'zero denominator, no points';
    expect(policiesInWords({ ...found, numerator: formula }, 'en')).toEqual([
      zero,
      'no data, no points',
      counted,
    ]);
    expect(policiesInWords({ ...found, numerator: formula, denominator: formula }, 'en')).toEqual([
      zero,
      counted,
    ]);
  });

  it('is said as far as it can act', () => {
    expect(about('PROGRESS')).toEqual([['zero denominator, no points', 'no data, no points'], undefined]);
    expect(about('PUBLISH_ON_TIME')).toEqual([
      ['zero denominator, all points', 'no data, no points', 'not applicable, all points are given'],
      "People's Committee, Office, Department, Division, Centre, Public service unit",
    ]);
  });
});
