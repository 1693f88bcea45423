import type {
  DeadlineView,
  ExplainedResult,
  FindingView,
  OverviewItem,
  RecommendationItem,
  ReviewCycleItem,
  SubmissionItem,
  TaskItem,
} from '@nhip/contracts';

type Made = Omit<OverviewItem, 'illustrative'> & { readonly illustrative?: boolean };
const item = (made: Made): OverviewItem => ({ illustrative: false, ...made });

/** A task as the reader sees it: a unit by what it is to do, the others by which unit it is of. */
export function ofTask(
  task: TaskItem & { readonly explains: readonly ExplainedResult[] },
  sees: 'own' | 'units',
): OverviewItem {
  return item({
    id: task.id,
    kind: task.kind === 'explanation' ? 'explanation' : 'task',
    title: { vi: task.title },
    detail: sees === 'own' ? explained(task.explains) : ofUnit(task),
    deadline:
      task.dueOn === null || task.status.workingDaysLeft === null
        ? null
        : { on: task.dueOn, workingDaysLeft: task.status.workingDaysLeft },
    pressing: task.status.deadline === 'overdue',
    link: `/tasks/${task.id}/show`,
    illustrative: task.illustrative,
  });
}

function explained(results: readonly ExplainedResult[]): OverviewItem['detail'] {
  const [first] = results;
  if (first === undefined) return null;
  return {
    code: results.length === 1 ? 'under-threshold' : 'under-thresholds',
    params: {
      indicator: first.indicatorNames,
      value: first.shownValue,
      measure: first.measure,
      limit: first.limit,
      more: results.length - 1,
    },
  };
}

const ofUnit = ({ unit, stateNames, urged }: TaskItem): OverviewItem['detail'] =>
  urged > 0
    ? { code: 'urged', params: { unit: unit.names, state: stateNames, urged } }
    : { code: 'unit-and-state', params: { unit: unit.names, state: stateNames } };

/** A unit's form: what is left to fill in, for the unit; whose it is, for the others. */
export function ofSubmission(
  submission: Omit<SubmissionItem, 'openFindings'>,
  sees: 'own' | 'units',
): OverviewItem {
  const { id, cycle, unit, stateNames, cells, late, deadline } = submission;
  return item({
    id,
    kind: 'submission',
    title: sees === 'own' ? cycle.names : unit.names,
    detail:
      sees === 'own'
        ? { code: 'cells-filled', params: { filled: cells.filled, total: cells.total, state: stateNames } }
        : { code: late ? 'late-submission' : 'state', params: { state: stateNames } },
    deadline: left(deadline),
    pressing: late || deadline?.overdue === true,
    link: `/submissions/${id}/show`,
  });
}

export function ofFinding(finding: FindingView): OverviewItem {
  return item({
    id: finding.id,
    kind: 'finding',
    title: finding.message,
    detail: finding.unit && { code: 'unit', params: { unit: finding.unit.names } },
    deadline: null,
    pressing: finding.importance === 'error',
    link: '/findings',
  });
}

export function ofCycle(cycle: ReviewCycleItem, detail: 'participants' | 'state'): OverviewItem {
  return item({
    id: cycle.id,
    kind: 'cycle',
    title: cycle.names,
    detail:
      detail === 'state'
        ? { code: 'state', params: { state: cycle.stateNames } }
        : { code: 'participants', params: { participants: cycle.participants } },
    deadline: left(cycle.deadline),
    pressing: cycle.deadline?.overdue === true,
    link: `/review-cycles/${cycle.id}/show`,
    illustrative: cycle.illustrative,
  });
}

export function ofRecommendation(
  recommendation: RecommendationItem,
  deadline: OverviewItem['deadline'],
): OverviewItem {
  const { id, title, addressee, stateNames, overdue, illustrative } = recommendation;
  return item({
    id,
    kind: 'recommendation',
    title: { vi: title },
    detail: { code: 'addressee', params: { addressee, state: stateNames } },
    deadline,
    pressing: overdue,
    link: `/recommendations/${id}/show`,
    illustrative,
  });
}

const left = (deadline: DeadlineView | null): OverviewItem['deadline'] =>
  deadline && { on: deadline.on, workingDaysLeft: deadline.workingDaysLeft };
