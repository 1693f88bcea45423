import type { CriteriaSetContent, Names } from '@nhip/contracts';

/** Names of everything that steps mention, under the keys the steps have for them. */
export function namesIn(content: CriteriaSetContent): Record<string, Names> {
  const all: (readonly [string, Names])[] = [];
  const add = (prefix: string, items: readonly { readonly code: string; readonly names: Names }[]): void => {
    for (const { code, names } of items) all.push([`${prefix}${code}`, names]);
  };
  add('', content.dataElements);
  add('', content.fields);
  add('gate/', content.gates);
  add('class/', content.classification?.bands ?? []);
  add('indicator/', content.indicators);
  for (const { criteria } of content.fields) {
    for (const criterion of criteria) add('criterion/', [criterion, ...criterion.subCriteria]);
  }
  for (const { code, rule } of content.indicators) {
    if (rule.type === 'composed') add(`part/${code}/`, rule.parts);
    if (rule.type === 'levels')
      rule.levels.forEach(({ names }, index) => all.push([`level/${code}/${index + 1}`, names]));
  }
  return Object.fromEntries(all);
}
