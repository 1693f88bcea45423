import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { Registries } from '../workflow/index.js';
import { describeTasks } from './describe-tasks.js';
import { TaskEffects } from './effects.js';
import { markedForCriticism, settled } from './facts.js';
import { GetTask } from './queries/get-task.query.js';
import { ListCauses } from './queries/list-causes.query.js';
import { ListTasks } from './queries/list-tasks.query.js';
import { TaskOpener } from './task-opener.js';
import { TasksFollowCalendar } from './tasks-follow-calendar.js';
import { AssignTasks } from './use-cases/assign-tasks.use-case.js';
import { CarryOutTask } from './use-cases/carry-out-task.use-case.js';
import { DecideCriticism } from './use-cases/decide-criticism.use-case.js';
import { EndTask } from './use-cases/end-task.use-case.js';
import { HandBackAnswer } from './use-cases/hand-back-answer.use-case.js';
import { JudgeTask } from './use-cases/judge-task.use-case.js';
import { MoveTaskDeadline } from './use-cases/move-task-deadline.use-case.js';
import { NoteTask } from './use-cases/note-task.use-case.js';
import { PrepareAnswer } from './use-cases/prepare-answer.use-case.js';
import { RecordCauses } from './use-cases/record-causes.use-case.js';
import { ReportTaskDone } from './use-cases/report-task-done.use-case.js';
import { SendAnswer } from './use-cases/send-answer.use-case.js';

const parts = [
  TaskOpener,
  AssignTasks,
  CarryOutTask,
  DecideCriticism,
  EndTask,
  HandBackAnswer,
  JudgeTask,
  MoveTaskDeadline,
  NoteTask,
  PrepareAnswer,
  RecordCauses,
  ReportTaskDone,
  SendAnswer,
  GetTask,
  ListCauses,
  ListTasks,
];

@Global()
@Module({ providers: [...parts, TasksFollowCalendar, TaskEffects], exports: parts })
export class TasksModule implements OnModuleInit {
  constructor(
    private readonly registries: Registries,
    private readonly effects: TaskEffects,
  ) {}

  onModuleInit(): void {
    this.registries.owner('task', describeTasks);
    this.registries.fact('tasks.marked-for-criticism', markedForCriticism);
    this.registries.fact('tasks.settled', settled);
    this.effects.register();
  }
}
