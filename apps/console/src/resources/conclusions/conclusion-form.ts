import type { ConclusionItemInput, ConclusionView, EditConclusion, WeakResult } from '@nhip/contracts';
import { deadlineInputOf, noDeadline, typedDeadline, type TypedDeadline } from '../tasks/deadline-input.js';
import type { UnitChoice } from '../tasks/UnitsField.js';

export const assignments = ['units', 'weak-results', 'all-participants'] as const;
export type Assignment = (typeof assignments)[number];
export type ItemKind = ConclusionItemInput['kind'];

/** One numbered line while it is written. */
export interface ItemForm {
  kind: ItemKind;
  title: string;
  text: string;
  assign: Assignment;
  units: UnitChoice[];
  coUnits: UnitChoice[];
  indicators: string[];
  causeUnits: UnitChoice[];
  product: string;
  responsibility: string;
  deadline: TypedDeadline;
}

export interface ConclusionForm {
  title: string;
  heldOn: string;
  place: string;
  chair: string;
  chairPosition: string;
  summary: string;
  items: ItemForm[];
}

/** A line, of the results that made it necessary where it is written from them. */
export const newItem = (kind: ItemKind, because: readonly WeakResult[] = []): ItemForm => ({
  kind,
  title: '',
  text: '',
  assign: kind === 'explanation' ? 'weak-results' : 'units',
  units: [],
  coUnits: [],
  indicators: [...new Set(because.map(({ indicator }) => indicator))],
  causeUnits: unitsOf(because),
  product: '',
  responsibility: '',
  deadline: noDeadline,
});

/** Units under a threshold, each once. */
const unitsOf = (results: readonly WeakResult[]): UnitChoice[] => [
  ...new Map(
    results.map(({ unitId, unitNames }) => [unitId, { id: unitId, code: '', names: unitNames }]),
  ).values(),
];

export function formOf(conclusion: ConclusionView): ConclusionForm {
  return {
    title: conclusion.title,
    heldOn: conclusion.heldOn,
    place: conclusion.place ?? '',
    chair: conclusion.chair ?? '',
    chairPosition: conclusion.chairPosition ?? '',
    summary: conclusion.summary,
    items: conclusion.items.map((item) => ({
      kind: item.kind,
      title: item.title,
      text: item.text,
      assign: item.assignees.rule ?? 'units',
      units: item.assignees.units,
      coUnits: item.coUnits,
      indicators: item.indicators,
      causeUnits: item.causeUnits,
      product: item.product ?? '',
      responsibility: item.responsibility ?? '',
      deadline: typedDeadline(item),
    })),
  };
}

/** The command that replaces heading and items by what stands in the form. */
export function editOf(form: ConclusionForm): EditConclusion {
  const { title, heldOn, place, chair, chairPosition, summary, items } = form;
  return {
    title,
    heldOn,
    place: blankless(place),
    chair: blankless(chair),
    chairPosition: blankless(chairPosition),
    summary: summary ?? '',
    items: items.map(itemOf),
  };
}

function itemOf(item: ItemForm): ConclusionItemInput {
  const units = item.units.map(({ id }) => id);
  return {
    kind: item.kind,
    title: item.title,
    text: item.text,
    assignees:
      item.assign === 'units' || item.kind === 'information' ? { unitIds: units } : { rule: item.assign },
    coUnitIds: item.coUnits.map(({ id }) => id),
    indicators: item.indicators,
    causeUnitIds: item.kind === 'information' ? [] : item.causeUnits.map(({ id }) => id),
    product: blankless(item.product),
    responsibility: blankless(item.responsibility),
    deadline: deadlineInputOf(item.deadline),
  };
}

const blankless = (text: string | null | undefined): string | null => (text ? text : null);

/**
 * The indicators an explanation is asked on when one of them is ticked or unticked. None stands for all of them; the
 * last one cannot be taken away.
 */
export function narrowed(
  chosen: readonly string[],
  turned: string,
  all: readonly string[],
): readonly string[] {
  const before = chosen.length === 0 ? all : chosen;
  const after = before.includes(turned)
    ? before.filter((one) => one !== turned)
    : all.filter((one) => one === turned || before.includes(one));
  if (after.length === 0) return before;
  return all.every((one) => after.includes(one)) ? [] : after;
}

/** The units a rule of weak results reaches, each with its results; of the item's indicators, where it names some. */
export function reachOf(
  { indicators }: Pick<ItemForm, 'indicators'>,
  weak: readonly WeakResult[],
): readonly { readonly unit: WeakResult; readonly results: readonly WeakResult[] }[] {
  const meant = weak.filter(({ indicator }) => indicators.length === 0 || indicators.includes(indicator));
  const first = new Map(meant.map((result) => [result.unitId, result]));
  return [...first.values()].map((unit) => ({
    unit,
    results: meant.filter(({ unitId }) => unitId === unit.unitId),
  }));
}

/** A name in the middle of a sentence: “rà soát quý III”, but “Hải Phòng 2022” and “CCHC quý III” as they are. */
export const withinSentence = (name: string): string =>
  /^\p{Lu}(\p{Ll}*)(?! \p{Lu}\p{Ll})( |$)/u.test(name)
    ? name.replace(/^./u, (first) => first.toLocaleLowerCase('vi'))
    : name;
