import {
  countInYear,
  formatDay,
  regularKinds,
  regularSpan,
  type CreateReviewCycle,
  type EditReviewCycle,
  type PeriodKind,
  type ProcedureDefinition,
  type RegularKind,
  type ReportingPeriod,
  type ReviewCycleView,
  type StageDeadlineInput,
} from '@nhip/contracts';
import { deadlineOf } from './deadline-text.js';

/** What the form of a cycle holds; deadlines as typed, by stage. */
export interface CycleForm {
  readonly code: string;
  readonly names: { readonly vi: string; readonly en?: string | null };
  readonly kind: PeriodKind;
  readonly preset: 'calendar' | 'decree-09';
  readonly year: number;
  readonly index: number;
  readonly start: string;
  readonly end: string;
  /** Blank: the last day of the period. */
  readonly asOf: string;
  readonly criteriaSetVersionId: string;
  readonly procedureCode: string;
  readonly unitIds: readonly string[];
  readonly deadlines: Readonly<Record<string, string>>;
}

const isRegular = (kind: PeriodKind): kind is RegularKind => regularKinds.some((name) => name === kind);

export type PeriodForm = Pick<CycleForm, 'kind' | 'preset' | 'year' | 'index' | 'start' | 'end' | 'asOf'>;

/** The period that the form describes; undefined while days are missing. */
export function periodOf(form: PeriodForm): ReportingPeriod | undefined {
  const { kind, preset, year, end } = form;
  if (isRegular(kind)) {
    const index = Math.min(form.index, countInYear(preset, kind));
    const span = regularSpan(preset, kind, year, index);
    return { preset, kind, ...span, asOf: form.asOf || span.end };
  }
  if (end === '') return undefined;
  if (kind === 'year-to-date') {
    return { preset: 'cumulative', kind, start: `${end.slice(0, 4)}-01-01`, end, asOf: form.asOf || end };
  }
  if (form.start === '') return undefined;
  return { preset: 'custom', kind, start: form.start, end, asOf: form.asOf || end };
}

/** The other way round: a period as the form shows it. */
export function periodForm(period: ReportingPeriod): PeriodForm {
  const { preset, kind, start, end, asOf } = period;
  const month = Number(end.slice(5, 7));
  const lengths = { month: 1, quarter: 3, half: 6, 'nine-months': 9, year: 12 };
  return {
    kind,
    preset: preset === 'decree-09' ? 'decree-09' : 'calendar',
    year: Number(end.slice(0, 4)),
    index: isRegular(kind) ? Math.ceil(month / lengths[kind]) : 1,
    start,
    end,
    asOf: asOf === end ? '' : asOf,
  };
}

/** Stages that end by themselves at a deadline, in the order in which they are walked through. */
export function deadlineStages(definition: ProcedureDefinition): string[] {
  const order: string[] = [];
  let stage: string | undefined = definition.initial;
  while (stage !== undefined) {
    order.push(stage);
    stage = Object.values(definition.states[stage]?.on ?? {}).find(
      ({ to }) => !order.includes(to) && definition.states[to]?.final === false,
    )?.to;
  }
  return order.filter((name) =>
    Object.values(definition.states[name]?.timers ?? {}).some(({ from }) => from === name),
  );
}

/** Deadlines of a cycle as they would be typed. */
export function typedDeadlines(stages: ReviewCycleView['stages']): Record<string, string> {
  return Object.fromEntries(
    stages.flatMap(({ stage, deadline }) =>
      deadline ? [[stage, deadline.phrase ?? formatDay(deadline.on)]] : [],
    ),
  );
}

/** What was typed, without what stands so already. */
export function changedDeadlines(
  typed: CycleForm['deadlines'],
  before: Readonly<Record<string, string>> = {},
): StageDeadlineInput[] {
  return Object.entries(typed).flatMap(([stage, text]) =>
    text === before[stage] ? [] : (deadlineOf(stage, text ?? '') ?? []),
  );
}

const namesOf = ({ vi, en }: CycleForm['names']) => ({ vi, ...(en ? { en } : {}) });

export function createCommand(form: CycleForm, copyOf: string | undefined): CreateReviewCycle {
  return {
    code: form.code,
    names: namesOf(form.names),
    // A missing day is the server's to refuse, beside the field.
    period: periodOf(form) ?? {
      preset: 'custom',
      kind: 'custom',
      start: form.start,
      end: form.end,
      asOf: form.end,
    },
    ...(copyOf !== undefined && { copyOf }),
    ...(form.criteriaSetVersionId !== '' && { criteriaSetVersionId: form.criteriaSetVersionId }),
    ...(form.procedureCode !== '' && { procedureCode: form.procedureCode }),
    unitIds: [...form.unitIds],
    stages: changedDeadlines(form.deadlines),
  };
}

export function editCommand(form: CycleForm, before: Readonly<Record<string, string>>): EditReviewCycle {
  const period = periodOf(form);
  return {
    names: namesOf(form.names),
    ...(period && { period }),
    ...(form.criteriaSetVersionId !== '' && { criteriaSetVersionId: form.criteriaSetVersionId }),
    unitIds: [...form.unitIds],
    stages: changedDeadlines(form.deadlines, before),
  };
}
