import {
  parseDayInput,
  publishedFigureKinds,
  type CheckPublishedFigureInput,
  type Language,
  type PublishedFigureKind,
} from '@nhip/contracts';

/** A row of the form: a candidate, a part, another unit, a target. */
export interface PartForm {
  readonly name: string;
  readonly value: string;
  /** Of a total: how many times it counts. */
  readonly weight: string;
  /** The denominator laid down. */
  readonly declared: boolean;
}

/** The question as it is typed: every kind has its fields here, those of other kinds stay blank. */
export interface QuestionForm {
  /** How its numbers are written; blank: as the reader's language writes them. */
  readonly writing: '' | Language;
  readonly kind: PublishedFigureKind;
  readonly name: string;
  readonly printed: string;
  readonly numerator: string;
  readonly maxPoints: string;
  readonly own: string;
  readonly better: 'higher' | 'lower';
  readonly decimals: string;
  readonly placesUp: string;
  readonly grown: string;
  readonly as: 'times' | 'percent';
  readonly against: string;
  readonly days: string;
  readonly opening: string;
  readonly received: string;
  readonly resolved: string;
  readonly residual: string;
  readonly otherSource: boolean;
  readonly rounding: 'half-up' | 'truncate';
  readonly called: '' | 'rate' | 'count';
  readonly extreme: '' | 'best' | 'worst';
  readonly start: string;
  readonly end: string;
  readonly partsStart: string;
  readonly partsEnd: string;
  readonly asOf: string;
  readonly parts: readonly PartForm[];
  readonly targets: readonly PartForm[];
}

export const blankPart: PartForm = { name: '', value: '', weight: '', declared: false };
export const blankForm: QuestionForm = {
  writing: '',
  kind: 'percentage',
  name: '',
  printed: '',
  numerator: '',
  maxPoints: '',
  own: '',
  better: 'higher',
  decimals: '',
  placesUp: '',
  grown: '',
  as: 'times',
  against: '',
  days: '',
  opening: '',
  received: '',
  resolved: '',
  residual: '',
  otherSource: false,
  rounding: 'half-up',
  called: '',
  extreme: '',
  start: '',
  end: '',
  partsStart: '',
  partsEnd: '',
  asOf: '',
  parts: [],
  targets: [],
};
export type ScalarField = Exclude<keyof QuestionForm, 'parts' | 'targets'>;
const scalars = Object.keys(blankForm).filter((key) => key !== 'parts' && key !== 'targets') as ScalarField[];

/** The form's name of a field that the API remarks on: `candidates.0.value` stands under `parts.0.value`. */
export const fieldOf = (path: string): string =>
  path
    .replace(/^(candidates|others|values)\./, 'parts.')
    .replace(/^partsPeriod\.start$/, 'partsStart')
    .replace(/^partsPeriod\.end$/, 'partsEnd')
    .replace(/^period\./, '');

const given = (text: string) => (text.trim() === '' ? undefined : text.trim());
const dayOf = (text: string) => parseDayInput(text) ?? given(text);
const span = (start: string, end: string) =>
  given(start) === undefined && given(end) === undefined
    ? undefined
    : { start: dayOf(start) ?? '', end: dayOf(end) ?? '' };
const whole = (text: string) => (/^[+-]?\d+$/.test(text.trim()) ? Number(text) : undefined);

/** What the API is asked. Rows without a value are left out, but for the unknown part of a total. */
export function toQuestion(form: QuestionForm, language: Language): CheckPublishedFigureInput {
  const filled = form.parts.filter(({ value }) => given(value) !== undefined);
  const parts = filled.map(({ name, value }) => ({ name, value }));
  const candidates = filled.map(({ name, value, declared }) => ({ name, value, declared }));
  const common = {
    language: form.writing || language,
    name: given(form.name),
    rounding: form.rounding,
    called: form.called || undefined,
    extreme: form.extreme || undefined,
    period: span(form.start, form.end),
    partsPeriod: span(form.partsStart, form.partsEnd),
    asOf: dayOf(form.asOf),
  };
  const { kind, printed } = form;
  switch (kind) {
    case 'percentage':
      return {
        ...common,
        kind,
        printed,
        numerator: given(form.numerator),
        candidates,
        targets: form.targets.filter(({ value }) => given(value)).map(({ name, value }) => ({ name, value })),
      };
    case 'score':
      return {
        ...common,
        kind,
        printed,
        maxPoints: form.maxPoints,
        numerator: given(form.numerator),
        candidates,
      };
    case 'rank':
      return {
        ...common,
        kind,
        printed,
        own: given(form.own),
        others: parts,
        better: form.better,
        decimals: whole(form.decimals),
        placesUp: whole(form.placesUp),
      };
    case 'total':
      return {
        ...common,
        kind,
        printed,
        parts: form.parts
          .filter(({ name, value }) => given(name) ?? given(value))
          .map(({ name, value, weight }) => ({
            name,
            value: given(value) ?? null,
            weight: given(weight) ?? '1',
          })),
        otherSource: form.otherSource,
        residual: given(form.residual),
      };
    case 'growth':
      return {
        ...common,
        kind,
        printed,
        grown: form.grown,
        as: form.as,
        candidates,
        against: given(form.against),
      };
    case 'average':
      return { ...common, kind, printed, candidates, days: given(form.days) };
    case 'balance': {
      const { received, resolved } = form;
      return { ...common, kind, opening: given(form.opening), received, resolved, printed: given(printed) };
    }
    case 'order':
      return { ...common, kind, values: parts };
  }
}

/** Whether there is enough to ask. */
export function isAsked({ kind, printed, received, resolved, parts }: QuestionForm): boolean {
  if (kind === 'balance') return given(received) !== undefined && given(resolved) !== undefined;
  if (kind === 'order') return parts.filter(({ value }) => given(value)).length >= 2;
  return given(printed) !== undefined;
}

const row = ({ value, weight, declared, name }: PartForm) =>
  [value, weight, declared ? '1' : '', name].join('|');
function readRow(text: string): PartForm {
  const [value = '', weight = '', declared = '', ...name] = text.split('|');
  return { value, weight, declared: declared === '1', name: name.join('|') };
}

/** The question as an address: only what differs from a blank form. */
export function toAddress(form: Partial<QuestionForm>): URLSearchParams {
  const params = new URLSearchParams();
  for (const key of scalars) {
    const value = form[key];
    if (value !== undefined && value !== blankForm[key]) params.set(key, String(value));
  }
  for (const part of form.parts ?? [])
    if (part.name !== '' || part.value !== '') params.append('part', row(part));
  for (const target of form.targets ?? []) if (target.value !== '') params.append('target', row(target));
  if (params.size > 0 && !params.has('kind')) params.set('kind', form.kind ?? blankForm.kind);
  return params;
}

const kinds: ReadonlySet<string> = new Set(publishedFigureKinds);
const choices: Readonly<Partial<Record<ScalarField, readonly string[]>>> = {
  writing: ['vi', 'en'],
  better: ['higher', 'lower'],
  as: ['times', 'percent'],
  rounding: ['half-up', 'truncate'],
  called: ['rate', 'count'],
  extreme: ['best', 'worst'],
};

/** The reverse; what no form has is left out. */
export function fromAddress(params: URLSearchParams): QuestionForm {
  const kind = params.get('kind') ?? '';
  const texts: Record<string, string | boolean> = {};
  for (const key of scalars) {
    const value = params.get(key);
    if (value === null || key === 'kind' || choices[key]?.includes(value) === false) continue;
    texts[key] = key === 'otherSource' ? value === 'true' : value;
  }
  return {
    ...blankForm,
    ...texts,
    kind: kinds.has(kind) ? (kind as PublishedFigureKind) : blankForm.kind,
    parts: params.getAll('part').map(readRow),
    targets: params.getAll('target').map(readRow),
  };
}
