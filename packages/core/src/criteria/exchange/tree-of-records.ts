import { criteriaFieldWords, criteriaPartWords } from '@nhip/contracts';
import type { FileProblems } from './file-problems.js';
import { placeOf, type RawRecord } from './read-cells.js';
import { textOf, type Json, type Made, type Path } from './record-json.js';

/** Rows of the tree → fields with their criteria; every row belongs to the nearest row above that can hold it. */
export function treeOf(
  rows: readonly Made[],
  problems: FileProblems,
  places: { path: Path; record: RawRecord }[],
): Json[] {
  const fields: (Json & { criteria: Json[] })[] = [];
  let criteria: Json[] | undefined;
  let subs: Json[] | undefined;
  let indicators: unknown[] | undefined;
  let path: Path = [];
  for (const { record, json } of rows) {
    const { rung, kind, cap, ...node } = json;
    const misplaced = (expected: keyof typeof criteriaPartWords): void =>
      problems.error(placeOf(record, 'rung', problems.language), 'TREE_ORDER', {
        found: textOf(node['code']),
        expected: criteriaPartWords[expected][problems.language],
      });
    if (rung === 'field') {
      criteria = [];
      [subs, indicators] = [undefined, undefined];
      fields.push({
        ...node,
        ...(kind === undefined ? {} : { kind }),
        ...(cap === undefined ? {} : { cap }),
        criteria,
      });
      path = ['fields', fields.length - 1];
    } else if (rung === 'criterion') {
      if (criteria === undefined) {
        misplaced('fields');
        continue;
      }
      [subs, indicators] = [[], []];
      criteria.push({ ...node, indicators, subCriteria: subs });
      path = ['fields', fields.length - 1, 'criteria', criteria.length - 1];
    } else if (rung === 'subCriterion') {
      if (subs === undefined || criteria === undefined) {
        misplaced('criteria');
        continue;
      }
      indicators = [];
      subs.push({ ...node, indicators });
      path = ['fields', fields.length - 1, 'criteria', criteria.length - 1, 'subCriteria', subs.length - 1];
    } else if (rung === 'indicator') {
      if (indicators === undefined) {
        misplaced('criteria');
        continue;
      }
      indicators.push(node['code']);
      places.push({ path: [...path, 'indicators', indicators.length - 1], record });
      continue;
    } else {
      if (rung === undefined && record.cells.get('rung') === undefined)
        problems.error(placeOf(record, 'rung', problems.language), 'CHOICE_WITHOUT', {
          expected: criteriaFieldWords('fields.code')[problems.language],
        });
      continue;
    }
    places.push({ path, record });
  }
  return fields;
}
