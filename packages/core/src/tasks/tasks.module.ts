import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { EvidenceSubjects } from '../evidence/index.js';
import { Registries } from '../workflow/index.js';
import { describeTasks } from './describe-tasks.js';
import { TaskEffects } from './effects.js';
import { findTaskForEvidence } from './evidence-subject.js';
import { markedForCriticism, settled } from './facts.js';
import { CountTasksByUnit } from './queries/count-tasks-by-unit.query.js';
import { GetTaskStatistics } from './queries/get-task-statistics.query.js';
import { GetTaskFeed } from './queries/get-task-feed.query.js';
import { GetTask } from './queries/get-task.query.js';
import { ListCauses } from './queries/list-causes.query.js';
import { ListTasks } from './queries/list-tasks.query.js';
import { ReadTaskFeed } from './queries/read-task-feed.query.js';
import { TaskOpener } from './task-opener.js';
import { TasksFollowCalendar } from './tasks-follow-calendar.js';
import { AnswerExtensionOffer } from './use-cases/answer-extension-offer.use-case.js';
import { AssignTasks } from './use-cases/assign-tasks.use-case.js';
import { CarryOutTask } from './use-cases/carry-out-task.use-case.js';
import { DecideCriticism } from './use-cases/decide-criticism.use-case.js';
import { DecideExtension } from './use-cases/decide-extension.use-case.js';
import { EndTask } from './use-cases/end-task.use-case.js';
import { HandBackAnswer } from './use-cases/hand-back-answer.use-case.js';
import { JudgeTask } from './use-cases/judge-task.use-case.js';
import { MoveTaskDeadline } from './use-cases/move-task-deadline.use-case.js';
import { NoteTask } from './use-cases/note-task.use-case.js';
import { PrepareAnswer } from './use-cases/prepare-answer.use-case.js';
import { ReassignTask } from './use-cases/reassign-task.use-case.js';
import { RecordCauses } from './use-cases/record-causes.use-case.js';
import { RenewTaskFeed } from './use-cases/renew-task-feed.use-case.js';
import { RevokeTaskFeed } from './use-cases/revoke-task-feed.use-case.js';
import { ReportTaskDone } from './use-cases/report-task-done.use-case.js';
import { RequestExtension } from './use-cases/request-extension.use-case.js';
import { SendAnswer } from './use-cases/send-answer.use-case.js';
import { UrgeByLetter } from './use-cases/urge-by-letter.use-case.js';

const parts = [
  TaskOpener,
  AnswerExtensionOffer,
  AssignTasks,
  CarryOutTask,
  DecideCriticism,
  DecideExtension,
  EndTask,
  HandBackAnswer,
  JudgeTask,
  MoveTaskDeadline,
  NoteTask,
  PrepareAnswer,
  ReassignTask,
  RecordCauses,
  ReportTaskDone,
  RequestExtension,
  SendAnswer,
  CountTasksByUnit,
  UrgeByLetter,
  GetTask,
  GetTaskStatistics,
  RenewTaskFeed,
  RevokeTaskFeed,
  GetTaskFeed,
  ReadTaskFeed,
  ListCauses,
  ListTasks,
];

@Global()
@Module({ providers: [...parts, TasksFollowCalendar, TaskEffects], exports: parts })
export class TasksModule implements OnModuleInit {
  constructor(
    private readonly registries: Registries,
    private readonly effects: TaskEffects,
    private readonly evidence: EvidenceSubjects,
  ) {}

  onModuleInit(): void {
    this.registries.owner('task', describeTasks);
    this.registries.fact('tasks.marked-for-criticism', markedForCriticism);
    this.registries.fact('tasks.settled', settled);
    this.evidence.register('task', findTaskForEvidence);
    this.effects.register();
  }
}
