import {
  criteriaChoices,
  type CriteriaFileCode,
  type CriteriaSetContentInput,
  type Names,
} from '@nhip/contracts';
import type { FileProblems } from './file-problems.js';
import { placeOf, type RawRecord } from './read-cells.js';
import { jsonOf, textOf, type Json, type Made, type Path } from './record-json.js';
import { references, sheets, type SheetId } from './sheets.js';
import { treeOf } from './tree-of-records.js';

export type SetRecords = Readonly<Record<SheetId, readonly RawRecord[]>>;
export interface ReadContent {
  readonly code: unknown;
  readonly names: Names | undefined;
  /** Not yet held against the schema. */
  readonly content: CriteriaSetContentInput;
  readonly setRecord: RawRecord;
  /** The row that a place in the content was read from. */
  readonly places: { readonly path: Path; readonly record: RawRecord }[];
}

/** The content that the rows of a workbook say; what cannot be read is told and left out. */
export function contentOfRecords(records: SetRecords, problems: FileProblems): ReadContent {
  const places: { path: Path; record: RawRecord }[] = [];
  const make = (sheet: SheetId): Made[] =>
    records[sheet].map((record) => ({ record, json: jsonOf(record, problems) }));
  const say = (made: Made, key: string, code: CriteriaFileCode, params: Readonly<Record<string, string>>) =>
    problems.error(placeOf(made.record, key, problems.language), code, params);
  const strip = ({ of: _of, part: _part, ...json }: Json): Json => json;

  /** Children of each row of `parents`, by the reference in their column `of`. */
  const childrenOf = (children: readonly Made[], parents: readonly Made[], sheet: SheetId) => {
    const refs = references(parents.map(({ json }) => textOf(json['code'])));
    const groups = new Map(refs.map((ref) => [ref, [] as Made[]]));
    for (const child of children) {
      const of = textOf(child.json['of']);
      const group = groups.get(of);
      if (group !== undefined) group.push(child);
      else
        say(child, 'of', 'PARENT_UNKNOWN', { found: of, expected: sheets[sheet].names[problems.language] });
    }
    return refs.map((ref) => groups.get(ref) ?? []);
  };
  const wrongRule = (children: readonly Made[], rule: Json | undefined, type: string, words: string) => {
    if (rule?.['type'] === type) return;
    for (const child of children)
      say(child, 'of', 'PARENT_RULE', {
        found: String(child.json['part'] ?? child.json['of']),
        expected: words,
      });
  };
  const ruleOf = ({ json }: Made): Json | undefined => json['rule'] as Json | undefined;

  const elements = make('dataElements');
  const tiers = childrenOf(make('tiers'), elements, 'dataElements');
  elements.forEach((element, at) => {
    places.push({ path: ['dataElements', at], record: element.record });
    const own = tiers[at] ?? [];
    if (own.length > 0) element.json['tiers'] = own.map(({ json }) => json['names'] ?? {});
    own.forEach(({ record }, index) => places.push({ path: ['dataElements', at, 'tiers', index], record }));
  });

  const indicators = make('indicators');
  const parts = childrenOf(make('parts'), indicators, 'indicators');
  const bands = childrenOf(make('bands'), indicators, 'indicators');
  const levels = childrenOf(make('levels'), indicators, 'indicators');
  const thresholds = childrenOf(make('thresholds'), indicators, 'indicators');
  const words = (type: string) => criteriaChoices('rule.type')?.[type]?.[problems.language] ?? type;
  const takeBands = (owner: Made, path: Path, own: readonly Made[]): void => {
    wrongRule(own, ruleOf(owner), 'bands', words('bands'));
    const rule = ruleOf(owner);
    if (rule?.['type'] !== 'bands') return;
    rule['bands'] = own.map(({ json }) => ({ from: null, to: null, ...strip(json) }));
    own.forEach(({ record }, index) => places.push({ path: [...path, 'rule', 'bands', index], record }));
  };
  indicators.forEach((indicator, at) => {
    const path = ['indicators', at];
    places.push({ path, record: indicator.record });
    const rule = ruleOf(indicator);
    const ownParts = parts[at] ?? [];
    const ownBands = bands[at] ?? [];
    takeBands(
      indicator,
      path,
      ownBands.filter(({ json }) => json['part'] === undefined),
    );
    const refs = references(ownParts.map(({ json }) => textOf(json['code'])));
    ownParts.forEach((part, index) => {
      const partPath = [...path, 'rule', 'parts', index];
      places.push({ path: partPath, record: part.record });
      takeBands(
        part,
        partPath,
        ownBands.filter(({ json }) => json['part'] === refs[index]),
      );
    });
    for (const band of ownBands) {
      const part = band.json['part'];
      if (part !== undefined && !refs.includes(textOf(part)))
        say(band, 'part', 'PARENT_UNKNOWN', {
          found: textOf(part),
          expected: sheets.parts.names[problems.language],
        });
    }
    wrongRule(ownParts, rule, 'composed', words('composed'));
    if (rule?.['type'] === 'composed') rule['parts'] = ownParts.map(({ json }) => strip(json));
    const ownLevels = levels[at] ?? [];
    wrongRule(ownLevels, rule, 'levels', words('levels'));
    if (rule?.['type'] === 'levels') {
      rule['levels'] = ownLevels.map(({ json }) => strip(json));
      ownLevels.forEach(({ record }, index) =>
        places.push({ path: [...path, 'rule', 'levels', index], record }),
      );
    }
    const own = thresholds[at] ?? [];
    indicator.json['thresholds'] = own.map(({ json }) => strip(json));
    own.forEach(({ record }, index) => places.push({ path: [...path, 'thresholds', index], record }));
  });

  const list = (sheet: SheetId, path: Path): Json[] =>
    make(sheet).map(({ json, record }, at) => {
      places.push({ path: [...path, at], record });
      return json;
    });
  const [setRecord] = records.set;
  if (setRecord === undefined) throw new Error('the first sheet always has its record');
  const head = jsonOf(setRecord, problems);
  for (const key of ['totals', 'classification', 'ranking', 'citation'])
    places.push({ path: [key], record: setRecord });
  const classes = list('classes', ['classification', 'bands']).map((band) => ({
    from: null,
    to: null,
    ...band,
  }));
  const quotas = make('quotas');
  quotas.forEach(({ record }, at) => places.push({ path: ['classification', 'quotas', at], record }));
  if (classes.length === 0 && quotas[0] !== undefined)
    say(quotas[0], 'class', 'CLASSES_MISSING_FOR', { expected: sheets.classes.names[problems.language] });

  const content = {
    dataElements: elements.map(({ json }) => json),
    indicators: indicators.map(({ json }) => json),
    fields: treeOf(make('tree'), problems, places),
    checks: list('checks', ['checks']),
    gates: list('gates', ['gates']).map(withEffect),
    totals: head['totals'] ?? {},
    ...(classes.length > 0 && {
      classification: {
        ...(head['classification'] as Json | undefined),
        bands: classes,
        quotas: quotas.map(({ json }) => json),
      },
    }),
    ranking: {
      ...(head['ranking'] as Json | undefined),
      tieBreaks: list('tieBreaks', ['ranking', 'tieBreaks']).map(({ by, code, ...rest }) =>
        by === 'field' ? { field: code } : { indicator: code, ...rest },
      ),
    },
    ...(head['citation'] === undefined ? {} : { citation: head['citation'] }),
  };
  return {
    code: head['code'],
    names: head['names'] as Names | undefined,
    content: content as CriteriaSetContentInput,
    setRecord,
    places,
  };
}

function withEffect({ effect, ...gate }: Json): Json {
  const { kind, of } = (effect ?? {}) as { kind?: string; of?: string };
  if (kind === 'at-most') return { ...gate, effect: { atMost: of } };
  if (kind === 'down') return { ...gate, effect: { down: /^\d+$/.test(of ?? '') ? Number(of) : of } };
  return {
    ...gate,
    effect: { zero: kind?.replace(/^zero-/, ''), ...(of === undefined ? {} : { of }) },
  };
}
