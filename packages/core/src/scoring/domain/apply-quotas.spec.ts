import { describe, expect, it } from '@jest/globals';
import { criteriaSetContent, describeStep, type Quota } from '@nhip/contracts';
import { applyQuotas, type ClassedUnit } from './apply-quotas.js';

const classes = (quotas: readonly Partial<Quota>[]) =>
  criteriaSetContent.shape.classification.parse({
    bands: ['xs', 'tot', 'kha'].map((code) => ({ code, names: { vi: code }, from: null, to: null })),
    quotas: quotas.map((quota) => ({ class: 'xs', share: '0.25', overflow: 'tot', ...quota })),
  });

/** Units of one group in order of rank: `xs@1`, `tot@2`. */
const units = (...given: string[]): ClassedUnit[] =>
  given.map((text, index) => {
    const [classCode = '', rank = ''] = text.split('@');
    return {
      unitId: `u${index + 1}`,
      groupId: 'g',
      classCode: classCode === '' ? null : classCode,
      rank: rank === '' ? null : Number(rank),
    };
  });

const after = (given: readonly ClassedUnit[], ...quotas: Partial<Quota>[]): string => {
  const results = applyQuotas(given, classes(quotas));
  return given.map(({ unitId, classCode }) => results.get(unitId)?.classCode ?? classCode ?? '–').join(' ');
};

describe('quotas of a class', () => {
  it.each<[string, string[], Partial<Quota>, string]>([
    [
      'floor(0,25 · 8) = 2',
      ['xs@1', 'xs@2', 'xs@3', 'tot@4', 'tot@5', 'tot@6', 'kha@7', 'kha@8'],
      {},
      'xs xs tot tot tot tot kha kha',
    ],
    [
      'floor(0,25 · 7) = 1',
      ['xs@1', 'xs@2', 'xs@3', 'tot@4', 'tot@5', 'tot@6', 'kha@7'],
      {},
      'xs tot tot tot tot tot kha',
    ],
    ['none for three units', ['xs@1', 'xs@2', 'kha@3'], {}, 'tot tot kha'],
    ['not all of it is used', ['xs@1', 'tot@2', 'tot@3', 'tot@4'], {}, 'xs tot tot tot'],
    ['a tie across the limit falls out', ['xs@1', 'xs@1', 'tot@3', 'tot@4'], {}, 'tot tot tot tot'],
    [
      'a tie above the limit stays',
      ['xs@1', 'xs@2', 'xs@2', 'tot@4', 'x@5', 'x@6', 'x@7', 'x@8'],
      {},
      'xs tot tot tot x x x x',
    ],
    ['a tie across the limit stays in', ['xs@1', 'xs@1', 'xs@3', 'tot@4'], { ties: 'in' }, 'xs xs tot tot'],
    ['with no place at all a tie does not come in', ['xs@1', 'xs@1', 'tot@3'], { ties: 'in' }, 'tot tot tot'],
    ['everybody', ['xs@1', 'xs@2'], { share: '1' }, 'xs xs'],
    ['nobody', ['xs@1', 'xs@2'], { share: '0' }, 'tot tot'],
    [
      'a unit without a place is outside of it',
      ['xs@1', 'xs', 'xs@2', 'xs@3', 'tot@4'],
      {},
      'xs xs tot tot tot',
    ],
    ['a unit without a class', ['@1', 'xs@2', 'tot@3', 'tot@4'], {}, '– xs tot tot'],
    ['the order in which units come does not count', ['xs@3', 'xs@1', 'xs@2', 'tot@4'], {}, 'tot xs tot tot'],
  ])('%s', (_name, given, quota, expected) => {
    expect(after(units(...given), quota)).toBe(expected);
  });

  it('what falls out of one counts for the next', () => {
    const given = units('xs@1', 'xs@2', 'tot@3', 'tot@4');
    expect(after(given, {}, { class: 'tot', share: '0.5', overflow: 'kha' })).toBe('xs tot tot kha');
  });

  it('counts each group for itself, or the whole administration', () => {
    const given = [
      ...units('xs@1', 'xs@2', 'xs@3', 'xs@4'),
      ...units('xs@1', 'xs@2', 'tot@3', 'tot@4').map((unit) => ({
        ...unit,
        unitId: `v${unit.unitId}`,
        groupId: 'h',
      })),
      { unitId: 'w', groupId: null, rank: 9, classCode: 'xs' },
    ];
    expect(after(given, {})).toBe('xs tot tot tot xs tot tot tot xs');
    const all = given.map((unit, index) => ({ ...unit, rank: index + 1 }));
    expect(after(all, { within: 'administration' })).toBe('xs xs tot tot tot tot tot tot tot');
  });

  it('says why', () => {
    const step = applyQuotas(units('xs@1', 'xs@2', 'tot@3', 'tot@4'), classes([{}])).get('u2')?.step;
    const names = (key: string) => ({ 'class/xs': { vi: 'Xuất sắc' }, 'class/tot': { vi: 'Tốt' } })[key];
    expect(step && describeStep(step, 'vi', names)).toBe(
      'Tối đa 0,25 của 4 đơn vị trong khối, tức 1, được xếp “Xuất sắc”; đơn vị hạng 2 xếp “Tốt”',
    );
  });

  it('changes nothing for a set without quotas or classes', () => {
    expect(applyQuotas(units('xs@1'), classes([])).size).toBe(0);
    expect(applyQuotas(units('xs@1'), undefined).size).toBe(0);
  });
});
