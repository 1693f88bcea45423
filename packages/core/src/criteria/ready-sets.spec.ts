import { describe, expect, it } from '@jest/globals';
import { criteriaSetContent, type CriteriaSetContent } from '@nhip/contracts';
import { Ratio } from '../shared/index.js';
import { compileSet, populationOf, scoreUnit } from './domain/compile-set.js';
import type { Figure, UnitFigures } from './domain/figures.js';
import { lint } from './domain/lint.js';
import { readyCriteriaSets } from './ready-sets.js';

const sets = new Map(
  readyCriteriaSets().map(({ code, content }) => [code, criteriaSetContent.parse(content)]),
);
function ready(code: string): CriteriaSetContent {
  const content = sets.get(code);
  if (content === undefined) throw new Error(`no ready set ${code}`);
  return content;
}
/** The set with something of it changed, as the draft has it. */
function changed(code: string, change: (content: CriteriaSetContent) => void): CriteriaSetContent {
  const content = structuredClone(ready(code));
  change(content);
  return content;
}

type Given = Readonly<Record<string, string | number>>;
const figureOf = (given: string | number): Figure =>
  given === 'nothing' || given === 'not-applicable' || given === 'missing'
    ? { state: given }
    : { state: 'value', value: Ratio.of(given) };
const unit = (given: Given, rest: Partial<UnitFigures> = {}): UnitFigures => ({
  unitType: 'department',
  months: undefined,
  groupId: 'a',
  figures: new Map(Object.entries(given).map(([code, value]) => [code, figureOf(value)])),
  ...rest,
});
const scored = (content: CriteriaSetContent, given: Given, rest: Partial<UnitFigures> = {}) =>
  scoreUnit(compileSet(content), unit(given, rest));
const points = ({ total }: ReturnType<typeof scored>) =>
  Object.fromEntries(total.fields.map(({ field, points: given }) => [field, given.toDecimal(2)]));

describe('the ready sets', () => {
  it('are five', () => {
    expect([...sets.keys()].sort()).toEqual([
      'CHI-SO-RA-SOAT',
      'DDCI-KHAO-SAT',
      'HDND-KHUNG',
      'PAR-TU-CHAM',
      'QD-766',
    ]);
  });

  /** The draft of Thanh Hóa lets bonus and deduction items add up to more than their caps. */
  const explained: Readonly<Record<string, readonly string[]>> = {
    'HDND-KHUNG': ['warning fields.7.cap CAP_BELOW_PARTS', 'warning fields.8.cap CAP_BELOW_PARTS'],
  };
  it.each([...sets])('%s is found without error; what is remarked on is known', (code, content) => {
    const remarks = lint(content).map(
      (remark) => `${remark.severity} ${remark.path.join('.')} ${remark.code}`,
    );
    expect(remarks).toEqual(explained[code] ?? []);
  });

  it.each([...sets])(
    '%s names the source of the set and of every indicator, in both languages',
    (_code, content) => {
      expect(content.citation?.document).toBeDefined();
      for (const { names, citation } of content.indicators) {
        expect([names.en, citation?.document]).not.toContain(undefined);
        expect(names.vi).toBe(names.vi.normalize('NFC'));
      }
      for (const { names } of content.dataElements) expect(names.en).toBeDefined();
    },
  );
});

describe('numbers of the ready sets that are laid down nowhere', () => {
  it('every threshold and target stands in what it cites, or is marked as not verified', () => {
    for (const [code, { indicators }] of sets) {
      for (const indicator of indicators) {
        const { target } = indicator;
        const numbers = [...indicator.thresholds, ...(target && 'value' in target ? [target] : [])];
        for (const { value, citation = indicator.citation } of numbers) {
          const said = `${citation?.quote ?? ''} ${citation?.place ?? ''}`;
          expect([code, indicator.code, citation?.unverified === true || said.includes(value)]).toEqual([
            code,
            indicator.code,
            true,
          ]);
        }
      }
    }
  });

  it('points that illustrate are marked as such', () => {
    for (const [code, { indicators }] of sets) {
      const unmarked = indicators.filter(
        ({ citation }) => citation?.place?.includes('minh họa') === true && !citation.unverified,
      );
      expect([code, unmarked.map((indicator) => indicator.code)]).toEqual([code, []]);
    }
  });
});

describe('QĐ 766/QĐ-TTg', () => {
  const set = ready('QD-766');
  /** Figures that give the published points of the six parts; the figures themselves are invented. */
  const quangNam = {
    'tthc-phai-cong-khai': 100,
    'tthc-cong-khai-dung-han': 70,
    'tthc-phai-cap-nhat': 100,
    'tthc-cap-nhat-dung-han': 75,
    'tthc-dang-hieu-luc': 2000,
    'tthc-du-noi-dung': 1500,
    'hs-tiep-nhan': 1200,
    'hs-dong-bo': 900,
    'hs-dung-han': 1104,
    'hs-da-giai-quyet': 1000,
    'hs-ket-qua-dien-tu': 800,
    'hs-so-hoa': 750,
    'ban-sao-yeu-cau': 100,
    'ban-sao-dien-tu': 50,
    'hs-co-du-lieu-so-hoa': 100,
    'hs-tai-su-dung': 64,
    'hs-kho-ca-nhan': 800,
    'hs-ket-noi-dan-cu': 720,
    'tthc-can-du-lieu-dan-cu': 10,
    'tthc-ket-noi-dan-cu': 4,
    'dvc-du-dieu-kien': 100,
    'dvc-truc-tuyen': 90,
    'dvc-phat-sinh': 45,
    'hs-truc-tuyen': 370,
    'tthc-co-phi': 100,
    'tthc-thanh-toan': 70,
    'tthc-co-giao-dich': '50.4',
    'hs-co-phi': 100,
    'hs-thanh-toan': 64,
    'phieu-danh-gia': 100,
    'phieu-hai-long': 95,
    'pakn-tiep-nhan': 30,
    'pakn-dung-han': 28,
    'pakn-danh-gia': 20,
    'pakn-hai-long': 18,
  } as const;

  it('Quảng Nam: 13,2 + 18,4 + 7,7 + 7,6 + 17,6 + 15,6 = 80,1, class Tốt', () => {
    const result = scored(set, quangNam);
    expect(points(result)).toEqual({ 1: '13.20', 2: '18.40', 3: '15.60', 4: '15.30', 5: '17.60' });
    expect(result.scores.get('DVCTT')?.shownPoints).toBe('7.70');
    expect(result.scores.get('PAYMENT')?.shownPoints).toBe('7.60');
    expect(result.total).toMatchObject({ shownPoints: '80.10', classCode: 'tot' });
  });

  it('a parent counts Σ on time ÷ Σ received: 403.016 of 464.494 is 86,76 %, 17,35 points', () => {
    const { scores } = scored(set, { ...quangNam, 'hs-tiep-nhan': 464494, 'hs-dung-han': 403016 });
    expect(scores.get('PROGRESS')).toMatchObject({ shownValue: '86.76', shownPoints: '17.35' });
  });

  const nothing = Object.fromEntries(set.dataElements.map(({ code }) => [code, 0]));
  it('nothing received is no points for progress, and the unit is still ranked', () => {
    const { scores, total } = scored(set, nothing);
    expect(scores.get('PROGRESS')).toMatchObject({
      shownPoints: '0.00',
      policies: ['zero-denominator:zero'],
      standing: 'counted',
    });
    expect(total.unranked).toBeUndefined();
  });

  it('satisfaction over nothing is 0 for dossiers, 6 and 6 for petitions', () => {
    const { scores } = scored(set, nothing);
    expect(
      ['DOSSIER_RECEIVING_SATISFACTION', 'PETITION_PROCESSING_ON_TIME', 'PETITION_HANDLING_SATISFACTION'].map(
        (code) => scores.get(code)?.shownPoints,
      ),
    ).toEqual(['0.00', '6.00', '6.00']);
  });

  it('three petitions can bring less than none, and the policy beside it says why', () => {
    const three = {
      ...nothing,
      'pakn-tiep-nhan': 3,
      'pakn-dung-han': 1,
      'pakn-danh-gia': 3,
      'pakn-hai-long': 2,
    };
    const satisfaction = (given: Given) => points(scored(set, given))['5'];
    expect([satisfaction(nothing), satisfaction(three)]).toEqual(['12.00', '6.44']);
  });

  it('communes get the full points of what applies to the province only', () => {
    const { scores } = scored(set, quangNam, { unitType: 'commune' });
    const full = [...scores.values()].filter(({ policies }) =>
      policies.includes('not-applicable:full-points'),
    );
    expect(full.map(({ indicator, shownPoints }) => [indicator, shownPoints])).toEqual([
      ['PUBLISH_ON_TIME', '6.00'],
      ['PUBLIC_UPDATE_ON_TIME', '4.00'],
      ['PUBLIC_CONTENT_FULL', '2.00'],
      ['CITIZEN_DATA_CONNECTED_FORMALITY', '2.00'],
    ]);
  });

  it('2,5C without its cap would make 10,5 of 10 points, and the linter says so', () => {
    const draft = changed('QD-766', ({ indicators }) => {
      const rule = indicators.find(({ code }) => code === 'PAYMENT')?.rule;
      const part = rule?.type === 'composed' ? rule.parts[2] : undefined;
      if (part === undefined) throw new Error('payment has three parts');
      Object.assign(part, { rule: { type: 'linear', full: '100' }, maxPoints: '2.5' });
    });
    expect(lint(draft)).toMatchObject([{ code: 'CAP_BELOW_PARTS', params: { sum: '10.5', cap: '10' } }]);
  });
});

describe("the frame of People's Councils", () => {
  const set = ready('HDND-KHUNG');
  /** Everything in full, nothing to deduct, no bonus: 100 points. */
  const all: Given = Object.fromEntries(
    set.dataElements.map(({ code, kind }) => [code, kind === 'text-tier' ? 1 : 0]),
  );
  const full: Given = {
    ...all,
    'nq-ban-hanh': 10,
    'nq-chuong-trinh': 10,
    'nq-den-han': 20,
    'nq-dat': 20,
    'gs-chuyen-de': 4,
    'phien-giai-trinh': 4,
    'kn-cu-tri-tra-loi': 12,
    'kn-cu-tri-tiep-nhan': 12,
    'kn-den-han': 10,
    'kn-thuc-hien': 10,
  };
  const total = (given: Given) => scored(set, { ...full, ...given }).total;

  it('in full is 100 points and Excellent', () => {
    expect(total({})).toMatchObject({ shownPoints: '100.00', classCode: 'xuat-sac' });
  });

  it('is held to 0..110: bonus to 10 of 13, deductions to 20', () => {
    const bonus = { 'mo-hinh': 9, 'khen-thuong': 9, 'nq-dac-thu': 9, 'tai-giam-sat': 9 };
    expect(total(bonus).shownPoints).toBe('110.00');
    const deductions = {
      'nq-trai-luat': 9,
      'tre-tra-loi': 99,
      'db-ky-luat': 9,
      'bc-cham': 99,
      'vi-pham-quy-che': 9,
      'vu-viec': 9,
    };
    expect(total(deductions).shownPoints).toBe('80.00');
    const worst = Object.fromEntries(
      set.dataElements.filter(({ kind }) => kind === 'text-tier').map(({ code }) => [code, 3]),
    );
    const none = {
      ...worst,
      ...deductions,
      'nq-ban-hanh': 0,
      'nq-dat': 0,
      'gs-chuyen-de': 0,
      'phien-giai-trinh': 0,
    };
    const rest = { 'kn-cu-tri-tra-loi': 0, 'kn-thuc-hien': 0, 'tai-lieu-cham': 99, 'buoi-vang': 99 };
    expect(total({ ...none, ...rest })).toMatchObject({ shownPoints: '0.00', classCode: 'yeu' });
  });

  it.each([
    ['at 85 %', 17, '10.00'],
    ['under 85 %', 16, '7.00'],
    ['at 70 %', 14, '7.00'],
    ['at 50 %', 10, '4.00'],
    ['under 50 %', 9, '0.00'],
  ])('resolutions that reached their goals, %s', (_name, reached, expected) => {
    expect(scored(set, { ...full, 'nq-dat': reached }).scores.get('II.4.b')?.shownPoints).toBe(expected);
  });

  it('a ratio is rounded to steps of 0,25', () => {
    expect(
      scored(set, { ...full, 'nq-ban-hanh': 8, 'nq-chuong-trinh': 9 }).scores.get('II.1')?.shownPoints,
    ).toBe('7.00');
    expect(
      scored(set, { ...full, 'nq-ban-hanh': 9, 'nq-chuong-trinh': 11 }).scores.get('II.1')?.shownPoints,
    ).toBe('6.50');
  });

  it('under 80 % but urged counts as 80 % to under 90 %; over it the rate itself', () => {
    const v1 = (done: number, urged: number) =>
      scored(set, { ...full, 'kn-thuc-hien': done, 'kn-don-doc': urged }).scores.get('V.1');
    expect([v1(7, 0)?.shownPoints, v1(7, 1)?.shownPoints, v1(9, 1)?.shownPoints]).toEqual([
      '5.00',
      '9.00',
      '12.00',
    ]);
    expect(v1(7, 1)?.shownValue).toBe('80.00');
  });

  it('what did not occur gives full points, it is not spread', () => {
    const { scores } = scored(set, {
      ...full,
      'kn-cu-tri-tra-loi': 'nothing',
      'kn-cu-tri-tiep-nhan': 'nothing',
      'nq-den-han': 0,
      'nq-dat': 0,
    });
    expect(scores.get('IV.1')).toMatchObject({ shownPoints: '8.00', policies: ['nothing-occurred:full'] });
    expect(scores.get('II.4.b')).toMatchObject({ shownPoints: '10.00', policies: ['zero-denominator:full'] });
  });

  it('of every base item, whatever its rule', () => {
    const nothing = Object.fromEntries(set.dataElements.map(({ code }) => [code, 'nothing']));
    const { scores } = scored(set, nothing);
    const base = set.fields.filter(({ kind }) => kind === 'base').flatMap(({ criteria }) => criteria);
    for (const code of base.flatMap(({ indicators }) => indicators)) {
      const indicator = set.indicators.find((one) => one.code === code);
      expect([code, Number(scores.get(code)?.shownPoints)]).toEqual([code, Number(indicator?.maxPoints)]);
    }
  });

  it('a zero item takes its whole criterion', () => {
    expect(points(scored(set, { ...full, 'muc-I.1': 3 }))['I']).toBe('0.00');
    expect(points(scored(set, { ...full, 'muc-I.1': 2 }))['I']).toBe('8.00');
  });

  it.each<[string, Given, string, string[]]>([
    ['not Excellent', { 'khong-xs': 1 }, 'tot', ['khong-xs']],
    ['not Good or above', { 'khong-tot': 1 }, 'kha', ['khong-tot']],
    ['one class down', { 'minh-chung-sai': 1 }, 'tot', ['minh-chung-sai']],
    ['again: Weak', { 'minh-chung-sai': 2 }, 'yeu', ['minh-chung-tai-pham']],
    ['group V under 80 %', { 'muc-V.2': 2, 'kn-thuc-hien': 8, 'mo-hinh': 2 }, 'tot', ['xs-nhom-V']],
    [
      'not Excellent and one class down',
      { 'khong-xs': 1, 'minh-chung-sai': 1 },
      'kha',
      ['khong-xs', 'minh-chung-sai'],
    ],
  ])('sanctions: %s', (_name, given, classCode, gates) => {
    expect(total(given)).toMatchObject({ classCode, gates });
  });

  it.each<[string, (content: CriteriaSetContent) => void, string]>([
    [
      'III.3: parts 3 + 3 in a cell of 3 points',
      ({ indicators, fields }) => {
        for (const indicator of indicators) if (indicator.code === 'III.3') indicator.maxPoints = '6';
        const criterion = fields.flatMap(({ criteria }) => criteria).find(({ code }) => code === 'III-3');
        if (criterion) criterion.maxPoints = '3';
      },
      'SUM_DIFFERS',
    ],
    [
      'IX.7: −5 in the cell, at most 10 in the text',
      ({ indicators }) => {
        for (const indicator of indicators) if (indicator.code === 'IX.7') indicator.maxPoints = '5';
      },
      'DEDUCTION_CAP_DIFFERS',
    ],
    [
      'IX.6: −3 in the cell, 6 in the text',
      ({ indicators }) => {
        for (const indicator of indicators) if (indicator.code === 'IX.6') indicator.maxPoints = '3';
      },
      'DEDUCTION_CAP_DIFFERS',
    ],
    [
      'a condition on group V that is announced, not quantified',
      ({ gates }) => {
        for (const gate of gates) if (gate.code === 'xs-nhom-V') delete gate.when;
      },
      'GATE_UNQUANTIFIED',
    ],
  ])('the draft contradicts itself, and the linter finds it: %s', (_name, change, code) => {
    expect(lint(changed('HDND-KHUNG', change)).map((remark) => remark.code)).toContain(code);
  });

  it('bonus items of 13 points are more than their cap of 10, and the linter says so', () => {
    expect(lint(set)[0]).toMatchObject({ code: 'CAP_BELOW_PARTS', params: { sum: '13', cap: '10' } });
  });
});

describe('self-score, appraisal, survey', () => {
  const set = ready('PAR-TU-CHAM');
  const best: Given = Object.fromEntries(
    set.dataElements.map(({ code, kind }) => [
      code,
      kind === 'text-tier' ? 1 : kind === 'external-score' ? 100 : 10,
    ]),
  );
  const claimed = set.indicators.filter(({ rule }) => rule.type === 'appraised');
  const self: Given = {
    ...best,
    'ng-ky-luat': 0,
    ...Object.fromEntries(claimed.map(({ code, maxPoints }) => [code.replace('TC-', 'tu-cham-'), maxPoints])),
  };

  it('68,5 points from evidence and 31,5 from the survey make 100', () => {
    const survey = set.indicators.filter(({ rule }) => rule.type === 'external');
    const sum = (part: typeof survey) =>
      Ratio.sum(part.map(({ maxPoints }) => Ratio.of(maxPoints))).toDecimal(1);
    expect([sum(survey), sum(set.indicators)]).toEqual(['31.5', '100.0']);
    expect(scored(set, self).total).toMatchObject({ shownPoints: '100.00', classCode: 'A' });
  });

  it('what was appraised stands over what was claimed', () => {
    const result = scored(set, self, { appraised: new Map([['TC-1.2.2', Ratio.of('0.5')]]) });
    expect(result.total.shownPoints).toBe('98.50');
  });

  it('a rate under 80 % gives nothing', () => {
    const at = (done: number) =>
      scored(set, { ...self, 'nv-hoan-thanh': done }).scores.get('TC-1.1.2')?.shownPoints;
    expect([at(8), at(7)]).toEqual(['1.60', '0.00']);
  });
});

describe('an index by survey', () => {
  const set = ready('DDCI-KHAO-SAT');
  const answers = (score: string | number): UnitFigures =>
    unit(Object.fromEntries(set.dataElements.map(({ code }) => [code, code === 'SO-PHIEU' ? 100 : score])));
  const totals = (units: readonly UnitFigures[]) => {
    const compiled = compileSet(set);
    const population = populationOf(compiled, units);
    return units.map((one) => scoreUnit(compiled, one, population).total);
  };

  it('the worst of a block is 1, the best 10, the others on a straight line, weighted to 100', () => {
    expect(totals([answers(2), answers(3), answers(5)]).map(({ shownPoints }) => shownPoints)).toEqual([
      '10.00',
      '40.00',
      '100.00',
    ]);
  });

  it('where all are equal each gets the declared 5,5', () => {
    expect(totals([answers(4), answers(4)]).map(({ shownPoints }) => shownPoints)).toEqual([
      '55.00',
      '55.00',
    ]);
  });

  it('who was not surveyed is not ranked and does not count as 0', () => {
    const [surveyed, , absent] = totals([answers(2), answers(5), answers('missing')]);
    expect([surveyed?.shownPoints, absent?.unranked]).toEqual(['10.00', 'NOTHING_APPLIES']);
  });
});

describe('indicators of the five rounds', () => {
  const set = ready('CHI-SO-RA-SOAT');
  const value = (code: string, given: Given, rest: Partial<UnitFigures> = {}) =>
    scored(set, given, rest).scores.get(code);

  it('give the published rates: 82,34 over resolved, 63,97 by truncation', () => {
    expect(value('SOM-HEN', { 'som-hen': 8906, 'da-giai-quyet': 10816 })?.shownValue).toBe('82.34');
    expect(value('KET-QUA-DIEN-TU', { 'ket-qua-dien-tu': 5990, 'so-hoa': 9363 })?.shownValue).toBe('63.97');
  });

  it('watch the thresholds of round 0: under 90 %, under 10 posts a month', () => {
    expect(value('XU-LY-DIEN-TU', { 'van-ban-xu-ly': 842, 'van-ban-den': 1000 })).toMatchObject({
      shownValue: '84.20',
      breaches: ['XU-LY-DIEN-TU-thap'],
    });
    expect(value('TIN-BAI', { 'tin-bai': 81 }, { months: Ratio.of(9) })).toMatchObject({
      shownValue: '9.0',
      breaches: ['TIN-BAI-it'],
      targetMet: false,
    });
  });
});
