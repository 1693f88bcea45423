import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { compileSet, type Figure } from '../../criteria/index.js';
import { Ratio } from '../../shared/index.js';
import { criteriaSet, indicator } from '../../testing/criteria-set.js';
import { scoreRowsOf } from './score-cycle.js';
import { hashOfLines, scoreColumns, scoreLine, totalRow } from './score-rows.js';

describe('a row of scores', () => {
  it('has its columns as COPY writes them, absent ones as \\N', () => {
    expect(
      scoreLine({
        indicator: 'e',
        state: 'scored',
        numerator: Ratio.of('12.5'),
        denominator: Ratio.of('3'),
        value: Ratio.of('25/6'),
        points: Ratio.of('-1/3'),
        shownValue: '4.17',
        shownPoints: '-0.33',
        policies: ['missing:zero', 'not-applicable:reweight'],
        breaches: ['late', 'low'],
        targetMet: true,
        standing: 'counted',
      }).split('\t'),
    ).toEqual([
      'e',
      'scored',
      '12.5',
      '3',
      '25',
      '6',
      '-1',
      '3',
      '4.17',
      '-0.33',
      'missing:zero not-applicable:reweight',
      '["late", "low"]',
      't',
    ]);
    const bare = { policies: [], breaches: [], standing: 'counted' } as const;
    expect(scoreLine({ ...bare, indicator: 'e', state: 'missing' }).split('\t')).toEqual([
      'e',
      'missing',
      ...Array.from({ length: 8 }, () => '\\N'),
      '',
      '[]',
      '\\N',
    ]);
    expect(scoreLine({ ...bare, indicator: 'e', state: 'scored', targetMet: false })).toMatch(/\tf$/);
    // A part whose decimals never end has no exact decimal form.
    expect(scoreLine({ ...bare, indicator: 'e', state: 'scored', numerator: Ratio.of('1/3') })).toContain(
      '\\N',
    );
  });

  it('has one text for each column', () => {
    expect(scoreColumns.join(' ')).toBe(
      'indicator_code state numerator denominator value_num value_den points_num points_den shown_value shown_points ' +
        'policy breaches target_met',
    );
  });
});

describe('a row of totals', () => {
  const empty = {
    unitId: 'u',
    groupId: null,
    pointsNum: null,
    pointsDen: null,
    shownPoints: null,
    classCode: null,
    fields: [],
    gates: '',
    rank: null,
    tied: false,
    ranked: null,
    unranked: null,
  };
  it('has exact parts, fields and gates, and no rank yet', () => {
    expect(totalRow('u', null, { fields: [] })).toEqual(empty);
    expect(
      totalRow('u', 'g', {
        points: Ratio.of('25/3'),
        shownPoints: '8.33',
        classCode: 'A',
        fields: [{ field: 'f', points: Ratio.of('0.5'), applicable: Ratio.of(10) }],
        gates: ['g1', 'g2'],
        unranked: 'EXCLUDED',
      }),
    ).toEqual({
      ...empty,
      groupId: 'g',
      pointsNum: '25',
      pointsDen: '3',
      shownPoints: '8.33',
      classCode: 'A',
      fields: [{ field: 'f', points: '1/2', applicable: '10/1' }],
      gates: 'g1 g2',
      unranked: 'EXCLUDED',
    });
  });
});

describe('the hash of score lines', () => {
  it('is SHA-256 over them, each with its line feed', () => {
    const of = (text: string): string => createHash('sha256').update(text).digest('hex');
    expect(hashOfLines(['a', 'b'])).toBe(of('a\nb\n'));
    expect(hashOfLines([])).toBe(of(''));
  });
});

describe('the rows of a unit', () => {
  const set = { compiled: compileSet(criteriaSet([indicator('b'), indicator('a')])) };
  const figure = (text: string): Figure => ({ state: 'value', value: Ratio.of(text) });
  const figures = {
    months: undefined,
    unitType: 'commune',
    groupId: 'g',
    figures: new Map([
      ['a-part', figure('1')],
      ['a-whole', figure('2')],
      ['b-part', figure('3')],
      ['b-whole', figure('4')],
    ]),
  };
  const unit = { unitId: 'u', groupId: 'g', excused: false };

  it('are in order of the indicator, with the total of all', () => {
    const { lines, total } = scoreRowsOf(set, unit, figures);
    expect(lines.map((line) => line.split('\t').slice(0, 8).join(' '))).toEqual([
      'a scored 1 2 50 1 5 1',
      'b scored 3 4 75 1 15 2',
    ]);
    expect(total).toMatchObject({
      unitId: 'u',
      groupId: 'g',
      pointsNum: '25',
      pointsDen: '2',
      unranked: null,
    });
  });

  it('are none for an excused unit, or one without figures', () => {
    for (const given of [
      scoreRowsOf(set, { ...unit, excused: true }, figures),
      scoreRowsOf(set, unit, undefined),
    ]) {
      expect(given.lines).toEqual([]);
      expect(given.total).toMatchObject({
        unitId: 'u',
        groupId: 'g',
        fields: [],
        pointsNum: null,
        unranked: 'EXCUSED',
      });
    }
  });
});
