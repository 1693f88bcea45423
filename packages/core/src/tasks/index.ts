export type { TaskChanged, TaskCommand } from './act-on-task.js';
export {
  nextCheck,
  readTaskDeadline,
  withoutDeadline,
  type DeadlineSurroundings,
  type TaskDeadline,
} from './domain/task-deadline.js';
export { taskStatus, type Standing, type TaskStatus } from './domain/task-status.js';
export { taskProcedures } from './procedures.js';
export { CountTasksByUnit } from './queries/count-tasks-by-unit.query.js';
export { filteredTasks, tabsOf } from './queries/filtered-tasks.js';
export { GetTaskStatistics } from './queries/get-task-statistics.query.js';
export { GetTaskFeed } from './queries/get-task-feed.query.js';
export { GetTask } from './queries/get-task.query.js';
export { ListCauses } from './queries/list-causes.query.js';
export { ListTasks } from './queries/list-tasks.query.js';
export { ENDED, itemColumns, taskTables, toTaskItem, unitAs, type TaskRow } from './queries/task-row.js';
export { ReadTaskFeed } from './queries/read-task-feed.query.js';
export { readyCauses } from './ready-causes.js';
export { statisticsWorkbook } from './statistics-workbook.js';
export { TaskOpener, type NewTask } from './task-opener.js';
export { TasksModule } from './tasks.module.js';
export { AnswerExtensionOffer } from './use-cases/answer-extension-offer.use-case.js';
export { AssignTasks } from './use-cases/assign-tasks.use-case.js';
export { CarryOutTask } from './use-cases/carry-out-task.use-case.js';
export { DecideCriticism } from './use-cases/decide-criticism.use-case.js';
export { DecideExtension } from './use-cases/decide-extension.use-case.js';
export { EndTask } from './use-cases/end-task.use-case.js';
export { HandBackAnswer } from './use-cases/hand-back-answer.use-case.js';
export { JudgeTask, type AcceptRequest, type ReturnRequest } from './use-cases/judge-task.use-case.js';
export { MoveTaskDeadline } from './use-cases/move-task-deadline.use-case.js';
export { NoteTask } from './use-cases/note-task.use-case.js';
export { PrepareAnswer } from './use-cases/prepare-answer.use-case.js';
export { ReassignTask } from './use-cases/reassign-task.use-case.js';
export { RecordCauses, recordCauses } from './use-cases/record-causes.use-case.js';
export { RenewTaskFeed } from './use-cases/renew-task-feed.use-case.js';
export { RevokeTaskFeed } from './use-cases/revoke-task-feed.use-case.js';
export { ReportTaskDone } from './use-cases/report-task-done.use-case.js';
export { RequestExtension } from './use-cases/request-extension.use-case.js';
export { SendAnswer } from './use-cases/send-answer.use-case.js';
export { UrgeByLetter } from './use-cases/urge-by-letter.use-case.js';
