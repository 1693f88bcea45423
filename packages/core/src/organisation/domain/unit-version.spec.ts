import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, day, daysBetween, type Day } from '../../shared/index.js';
import { changeVersions, holdsOn, type UnitVersion } from './unit-version.js';

const FIRST = day('2020-01-01');
const first: UnitVersion = {
  validFrom: FIRST,
  validTo: null,
  names: { vi: 'Tên 0' },
  shortName: null,
  unitType: 'ward',
  parentId: null,
  peerGroupId: null,
};
const rename = (versions: readonly UnitVersion[], vi: string, from: Day) =>
  changeVersions('P', versions, { names: { vi } }, from);

describe('changeVersions', () => {
  it('closes the last version and opens the next', () => {
    expect(rename([first], 'Tên mới', day('2022-07-01'))).toEqual({
      ok: true,
      value: [
        { ...first, validTo: '2022-07-01' },
        { ...first, validFrom: '2022-07-01', names: { vi: 'Tên mới' } },
      ],
    });
  });

  it('puts the last version right where the change begins on its day', () => {
    expect(rename([first], 'Tên đúng', FIRST)).toEqual({
      ok: true,
      value: [{ ...first, names: { vi: 'Tên đúng' } }],
    });
  });

  it('leaves what is undefined and empties what is null', () => {
    const placed = { ...first, parentId: 'a', peerGroupId: 'b' };
    const outcome = changeVersions(
      'P',
      [placed],
      { parentId: null, peerGroupId: undefined },
      day('2021-01-01'),
    );
    expect(outcome).toMatchObject({ ok: true, value: [{}, { parentId: null, peerGroupId: 'b' }] });
  });

  it.each<[string, readonly UnitVersion[], string, string]>([
    ['before the unit', [first], '2019-12-31', 'UNIT_NOT_VALID_ON'],
    ['after its end', [{ ...first, validTo: day('2022-01-01') }], '2022-01-01', 'UNIT_NOT_VALID_ON'],
    [
      'before its last change',
      [
        { ...first, validTo: day('2021-01-01') },
        { ...first, validFrom: day('2021-01-01') },
      ],
      '2020-06-01',
      'UNIT_CHANGED_LATER',
    ],
    ['nothing at all', [], '2020-06-01', 'UNIT_NOT_VALID_ON'],
  ])('refuses a change %s', (_, versions, from, code) => {
    expect(rename(versions, 'Khác', day(from))).toMatchObject({ ok: false, code });
  });

  it('refuses a change of nothing, whatever the order of keys', () => {
    const named = { ...first, names: { en: 'A', vi: 'B' } };
    expect(changeVersions('P', [named], { names: { vi: 'B', en: 'A' } }, day('2021-01-01'))).toMatchObject({
      code: 'UNIT_UNCHANGED',
    });
  });

  it('keeps one name for every day, and the past as it was, after any changes', () => {
    const changes = fc.array(
      fc.record({ after: fc.nat({ max: 900 }), name: fc.integer({ min: 1, max: 5 }) }),
      {
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(changes, (list) => {
        let versions: readonly UnitVersion[] = [first];
        for (const { after, name } of list) {
          const from = addDays(FIRST, after);
          const outcome = rename(versions, `Tên ${name}`, from);
          if (!outcome.ok) continue;
          for (const before of versions.filter((version) => version.validFrom < from)) {
            expect(outcome.value.find((version) => version.validFrom === before.validFrom)?.names).toEqual(
              before.names,
            );
          }
          versions = outcome.value;
        }
        for (let offset = 0; offset <= 900; offset += 30) {
          expect(versions.filter((version) => holdsOn(version, addDays(FIRST, offset)))).toHaveLength(1);
        }
        versions
          .slice(1)
          .forEach((version, index) => expect(versions[index]?.validTo).toBe(version.validFrom));
        expect(daysBetween(FIRST, versions[0]?.validFrom ?? FIRST)).toBe(0);
      }),
      { numRuns: 60 },
    );
  });
});
