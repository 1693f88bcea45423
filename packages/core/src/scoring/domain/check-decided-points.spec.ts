import { describe, expect, it } from '@jest/globals';
import { Ratio } from '../../shared/index.js';
import { criteriaSet, element, indicator } from '../../testing/criteria-set.js';
import { checkDecidedPoints, isSelfScored, isWithUnit, type DecidedPoints } from './check-decided-points.js';

const content = criteriaSet(
  [
    indicator('plain'),
    indicator('stepped', { pointsRounding: { mode: 'step', step: '0.25', direction: 'nearest' } }),
    indicator('survey', { rule: { type: 'external', lowest: '1', highest: '5' } }),
    indicator('watched', { rule: { type: 'threshold-only' }, maxPoints: '0' }),
    indicator('given', { numerator: { plus: ['s1', 's2'] } }),
    indicator('shared', { numerator: { plus: ['s1', 'u1'] } }),
    indicator('formula', { numerator: { formula: '[s1]' } }),
  ],
  {
    dataElements: [
      element('s1', { filledBy: 'secretariat' }),
      element('s2', { filledBy: 'secretariat' }),
      element('u1'),
    ],
  },
);
const check = (kind: 'self' | 'appraised', ...items: DecidedPoints[]) =>
  checkDecidedPoints(
    kind,
    items,
    content,
    new Map([
      ['plain', Ratio.of('20/3')],
      ['stepped', Ratio.of('7.5')],
    ]),
  );
const both = (text: string) => ({ vi: text.replace('.', ','), en: text });

describe('with whom a submission is', () => {
  it.each([
    ['open', false, true],
    ['returned', false, true],
    ['open', true, false],
    ['submitted', false, false],
    ['approved', true, false],
  ])('%s, locked %s', (state, locked, expected) => {
    expect(isWithUnit({ state, locked })).toBe(expected);
  });
});

describe('who scores an indicator', () => {
  it('is the unit, but for surveys, mere thresholds and what the secretariat alone fills in', () => {
    expect(content.indicators.filter((one) => isSelfScored(one, content)).map(({ code }) => code)).toEqual([
      'plain',
      'stepped',
      'shared',
      'formula',
    ]);
  });
});

describe('points that somebody decided', () => {
  it('are right between zero and the maximum, both included, on the declared step, or taken back', () => {
    expect(
      check(
        'appraised',
        { indicator: 'plain', points: '0' },
        { indicator: 'stepped', points: '9.75' },
        { indicator: 'survey', points: '10' },
        { indicator: 'given', points: null },
      ),
    ).toEqual([]);
  });

  it.each<[string, DecidedPoints, object]>([
    [
      'of no indicator of the set',
      { indicator: 'nowhere', points: '1' },
      { path: 'items.1.indicator', code: 'INDICATOR_NOT_IN_SET', params: { indicator: 'nowhere' } },
    ],
    [
      'of one that was there already',
      { indicator: 'given', points: '1' },
      { path: 'items.1.indicator', code: 'INDICATOR_TWICE', params: { indicator: 'given' } },
    ],
    [
      'of one without points',
      { indicator: 'watched', points: '0' },
      { path: 'items.1.indicator', code: 'INDICATOR_WITHOUT_POINTS', params: { indicator: 'watched' } },
    ],
    [
      'below zero',
      { indicator: 'plain', points: '-0.5' },
      {
        path: 'items.1.points',
        code: 'POINTS_OUT_OF_RANGE',
        params: { indicator: 'plain', lowest: both('0'), highest: both('10'), found: both('-0.5') },
      },
    ],
    [
      'above the maximum',
      { indicator: 'plain', points: '10.01' },
      {
        path: 'items.1.points',
        code: 'POINTS_OUT_OF_RANGE',
        params: { indicator: 'plain', lowest: both('0'), highest: both('10'), found: both('10.01') },
      },
    ],
    [
      'off the step',
      { indicator: 'stepped', points: '9.8' },
      {
        path: 'items.1.points',
        code: 'POINTS_OFF_STEP',
        params: { indicator: 'stepped', step: both('0.25'), found: both('9.8') },
      },
    ],
  ])('are refused: %s', (_name, item, fault) => {
    expect(check('appraised', { indicator: 'given', points: '5' }, item)).toEqual([fault]);
  });

  it('of the unit itself need a reason where they are not the computed ones', () => {
    expect(
      check(
        'self',
        { indicator: 'plain', points: '6.67' },
        { indicator: 'stepped', points: '7.25' },
        { indicator: 'formula', points: '3' },
      ),
    ).toEqual([
      {
        path: 'items.0.reason',
        code: 'REASON_NEEDED',
        params: { indicator: 'plain', found: both('6.67'), computed: both('6.67') },
      },
      {
        path: 'items.1.reason',
        code: 'REASON_NEEDED',
        params: { indicator: 'stepped', found: both('7.25'), computed: both('7.5') },
      },
    ]);
    expect(check('self', { indicator: 'stepped', points: '7.50' })).toEqual([]);
    expect(check('self', { indicator: 'plain', points: '6', reason: 'Đo lại' })).toEqual([]);
    expect(check('appraised', { indicator: 'plain', points: '6' })).toEqual([]);
  });

  it('of the unit itself are refused for what it does not score', () => {
    expect(check('self', { indicator: 'survey', points: '1' }, { indicator: 'given', points: '1' })).toEqual(
      ['survey', 'given'].map((code, index) => ({
        path: `items.${index}.indicator`,
        code: 'INDICATOR_NOT_SELF_SCORED',
        params: { indicator: code },
      })),
    );
  });
});
