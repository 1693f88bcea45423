import type { RoleName } from '@nhip/contracts';
import { JudgeRequirement } from '@nhip/core/follow-ups';
import type { Call } from '@nhip/core/platform';
import {
  CarryOutTask,
  DecideCriticism,
  DecideExtension,
  JudgeTask,
  PrepareAnswer,
  ReportTaskDone,
  RequestExtension,
  SendAnswer,
} from '@nhip/core/tasks';
import { dayAt, instant, VIETNAM_ZONE } from '@nhip/core/shared';
import { found } from '../read-samples.js';
import type { StepOf } from '../steps.js';
import type { Stage } from '../stage.js';

type TaskStep = StepOf<'task'>;
type TaskOf = Pick<TaskStep, 'unit' | 'conclusion' | 'item' | 'requirement' | 'report'>;

/** The task of a unit: by number of a conclusion's item, or of a requirement of the supervision, or its report. */
export async function taskId(stage: Stage, task: TaskOf): Promise<string> {
  const { conclusion = '', item, requirement = 0, report, unit } = task;
  if (item !== undefined) {
    const { title } = found(new Map(Object.entries(stage.round.conclusions)), conclusion, 'conclusion');
    const { id } = await stage.one<{ id: string }>(
      `task ${item} of ${conclusion} for ${unit}`,
      `select t.id from task t
         join conclusion_item n on n.administration_id = t.administration_id and n.id = t.source_id
         join conclusion c on c.administration_id = n.administration_id and c.id = n.conclusion_id
        where t.administration_id = $1 and c.title = $2 and n.number = $3 and t.unit_id = $4`,
      [stage.administrationId, title, item, stage.unitId(unit)],
    );
    return id;
  }
  if (report) {
    const { id } = await stage.one<{ id: string }>(
      `report of ${unit}`,
      `select t.id from supervision_report r
         join task t on t.administration_id = r.administration_id and t.id = r.task_id
        where r.administration_id = $1 and t.unit_id = $2`,
      [stage.administrationId, stage.unitId(unit)],
    );
    return id;
  }
  const published = stage.round.supervision?.requirements[requirement - 1]?.task ?? '';
  const { id } = await stage.one<{ id: string }>(
    `requirement ${requirement} for ${unit}`,
    `select id from task where administration_id = $1 and kind = 'requirement' and title = $2 and unit_id = $3`,
    [stage.administrationId, found(stage.samples.tasks, published, 'task').vi, stage.unitId(unit)],
  );
  return id;
}

export async function task(stage: Stage, step: TaskStep): Promise<void> {
  const id = await taskId(stage, step);
  const { unit, event, by, reason = '', text = '' } = step;
  const ofUnit = (role: RoleName) => stage.call(step, stage.ofUnit(unit, role), `${unit}/${event}`);
  const judge = () => stage.call(step, stage.named(by ?? ''), `${unit}/${event}`);
  switch (event) {
    case 'receive':
    case 'start':
      await stage.get(CarryOutTask).execute({ id, event }, ofUnit('unit-officer'));
      return;
    case 'report':
      await stage.get(ReportTaskDone).execute({ id, text }, ofUnit('unit-officer'));
      return;
    case 'prepare': {
      const answer = step.answer ?? { causes: [], text: '', measures: '' };
      await stage.get(PrepareAnswer).execute({ id, answer }, ofUnit('unit-officer'));
      return;
    }
    case 'send':
      await stage.get(SendAnswer).execute({ id }, ofUnit('unit-leader'));
      return;
    case 'accept':
      if (step.requirement !== undefined || step.report) await acceptRequirement(stage, id, judge());
      else await stage.get(JudgeTask).accept({ id, ...(reason && { reason }) }, judge());
      return;
    case 'return':
      await stage.get(JudgeTask).return({ id, reason }, judge());
      return;
  }
}

/** The unit's officer asks for more time; whoever is named refuses it. */
export async function extension(stage: Stage, step: StepOf<'extension'>): Promise<void> {
  const id = await taskId(stage, step);
  const { unit, event, by, phrase = '', reason } = step;
  if (event === 'reject')
    await stage
      .get(DecideExtension)
      .execute({ id, verdict: event, reason }, stage.call(step, stage.named(by ?? ''), `${unit}/${event}`));
  else
    await stage
      .get(RequestExtension)
      .execute(
        { id, deadline: { phrase }, reason },
        stage.call(step, stage.ofUnit(unit, 'unit-officer'), `${unit}/${event}`),
      );
}

/** Only the supervision's team judges what it required. */
async function acceptRequirement(stage: Stage, taskId: string, call: Call): Promise<void> {
  const { id } = await stage.one<{ id: string }>(
    'supervision of the task',
    'select source_id as id from task where administration_id = $1 and id = $2',
    [stage.administrationId, taskId],
  );
  await stage.get(JudgeRequirement).accept({ id, taskId }, call);
}

export async function criticise(stage: Stage, step: StepOf<'criticise'>): Promise<void> {
  const { conclusion, item, units, number: documentNumber } = step;
  const ids = await Promise.all(units.map((unit) => taskId(stage, { unit, conclusion, item })));
  const documentOn = dayAt(instant(step.at), VIETNAM_ZONE);
  await stage
    .get(DecideCriticism)
    .criticise({ ids, documentNumber, documentOn }, stage.call(step, stage.named(step.by)));
}
