import { describe, expect, it } from '@jest/globals';
import { criteriaSetContent, type Names } from '@nhip/contracts';
import { caseCount, checkCases, firstSeed, scoredBy } from '../../testing/oracle/check-cases.js';
import { randomCase } from '../../testing/oracle/random-case.js';

const half = Math.ceil(caseCount / 2);

describe('evaluation against an independent oracle', () => {
  it(`the first half of ${caseCount} random cases: scores, policies, totals, classes and gates are those of the definitions`, () => {
    expect(() => checkCases(firstSeed, half)).not.toThrow();
  }, 600_000);

  it('the cases are criteria sets as they are written', () => {
    const element = (code: string) => ({
      code,
      names: { vi: code } as Names,
      measure: { vi: code },
      kind: 'count' as const,
    });
    for (let seed = firstSeed; seed < firstSeed + Math.min(100, caseCount); seed += 1) {
      const { content } = randomCase(seed);
      const written = { ...content, dataElements: [element('a')] };
      const read = criteriaSetContent.parse(JSON.parse(JSON.stringify(written)));
      expect({ ...read, dataElements: [] }).toEqual(JSON.parse(JSON.stringify(content)));
    }
  });

  it('the order in which figures come in changes nothing', () => {
    for (let seed = firstSeed; seed < firstSeed + Math.min(200, caseCount); seed += 1) {
      const { content, units } = randomCase(seed);
      const backwards = units.map((unit) => ({ ...unit, figures: new Map([...unit.figures].toReversed()) }));
      expect(scoredBy({ content, units: backwards })).toEqual(scoredBy({ content, units }));
    }
  });
});
