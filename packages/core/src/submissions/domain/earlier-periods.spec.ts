import { describe, expect, it } from '@jest/globals';
import type { Day, Period } from '../../shared/index.js';
import { periodBefore, periodsOfYear } from './earlier-periods.js';

const period = (kind: Period['kind'], start: string, end: string, preset: Period['preset'] = 'calendar') =>
  ({ preset, kind, start: start as Day, end: end as Day, asOf: end as Day }) satisfies Period;
const before = (of: Period, back: number) => Object.values(periodBefore(of, back) ?? {}).join('–');
const year = (of: Period) => periodsOfYear(of)?.map(({ start }) => start);

describe('the period before', () => {
  it.each([
    [period('quarter', '2022-07-01', '2022-09-30'), 1, '2022-04-01–2022-06-30'],
    [period('quarter', '2022-01-01', '2022-03-31'), 2, '2021-07-01–2021-09-30'],
    [period('month', '2024-03-01', '2024-03-31'), 1, '2024-02-01–2024-02-29'],
    [period('half', '2022-07-01', '2022-12-31'), 1, '2022-01-01–2022-06-30'],
    [period('half', '2021-12-15', '2022-06-14', 'decree-09'), 1, '2020-12-15–2021-06-14'],
    [period('month', '2021-12-15', '2022-01-14', 'decree-09'), 1, '2021-11-15–2021-12-14'],
    [period('nine-months', '2022-01-01', '2022-09-30'), 1, '2021-01-01–2021-09-30'],
    [period('year-to-date', '2022-01-01', '2022-05-31', 'cumulative'), 1, '2021-01-01–2021-05-31'],
    [period('custom', '2022-03-01', '2022-04-30', 'custom'), 1, '2022-01-01–2022-02-28'],
    [period('custom', '2022-03-02', '2022-04-30', 'custom'), 1, ''],
  ])('%j, %i back', (of, back, expected) => {
    expect(before(of, back)).toBe(expected);
  });
});

describe('the periods since 1 January', () => {
  it.each([
    [period('quarter', '2022-07-01', '2022-09-30'), ['2022-07-01', '2022-04-01', '2022-01-01']],
    [period('quarter', '2022-03-15', '2022-06-14', 'decree-09'), ['2022-03-15', '2021-12-15']],
    [period('year', '2022-01-01', '2022-12-31'), ['2022-01-01']],
    [period('nine-months', '2022-01-01', '2022-09-30'), ['2022-01-01']],
    [period('custom', '2022-05-01', '2022-06-30', 'custom'), ['2022-05-01', '2022-03-01', '2022-01-01']],
    [period('custom', '2022-04-01', '2022-05-31', 'custom'), undefined],
  ])('of %j', (of, expected) => {
    expect(year(of)).toEqual(expected);
  });
});
