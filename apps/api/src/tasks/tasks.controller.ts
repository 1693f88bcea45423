import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  assignTasks,
  causePage,
  changed,
  createdIds,
  criticiseTasks,
  decidedTasks,
  endTask,
  moveTaskDeadline,
  spareTasks,
  taskList,
  taskPage,
  taskView,
  urgeByLetter,
  uuid,
  type AssignTasks as AssignCommand,
  type CriticiseTasks,
  type TaskList,
  type TaskView,
} from '@nhip/contracts';
import { FindConclusionOfTask } from '@nhip/core/follow-ups';
import type { Call, UserActor } from '@nhip/core/platform';
import {
  AssignTasks,
  DecideCriticism,
  EndTask,
  GetTask,
  ListCauses,
  ListTasks,
  MoveTaskDeadline,
  UrgeByLetter,
} from '@nhip/core/tasks';
import type { z } from 'zod';
import { Calling, CurrentUser, Revision } from '../http/caller.js';
import { Answers, Permission } from '../http/permission.js';

const Id = () => Param('id', { schema: uuid });

/** Tasks for those who assign and watch them. */
@Controller('tasks')
export class TasksController {
  constructor(
    private readonly listTasks: ListTasks,
    private readonly getTask: GetTask,
    private readonly conclusionOf: FindConclusionOfTask,
    private readonly assignTasks: AssignTasks,
    private readonly endTask: EndTask,
    private readonly moveDeadline: MoveTaskDeadline,
    private readonly decide: DecideCriticism,
    private readonly urgeByLetter: UrgeByLetter,
  ) {}

  @Get()
  @Permission('tasks.read')
  @Answers(taskPage)
  list(
    @Query({ schema: taskList }) query: TaskList,
    @CurrentUser() user: UserActor,
    @Calling() { now }: Call,
  ) {
    return this.listTasks.execute(query, user, now);
  }

  @Get(':id')
  @Permission('tasks.read')
  @Answers(taskView)
  async get(@Id() id: string, @CurrentUser() user: UserActor, @Calling() { now }: Call): Promise<TaskView> {
    const task = await this.getTask.execute(id, user, now);
    return { ...task, conclusion: await this.conclusionOf.execute(task, user) };
  }

  @Post()
  @Permission('tasks.assign')
  @Answers(createdIds)
  assign(@Body({ schema: assignTasks }) command: AssignCommand, @Calling() call: Call) {
    return this.assignTasks.execute(command, call);
  }

  @Post('criticise')
  @HttpCode(200)
  @Permission('tasks.criticise')
  @Answers(decidedTasks)
  criticise(@Body({ schema: criticiseTasks }) command: CriticiseTasks, @Calling() call: Call) {
    return this.decide.criticise(command, call);
  }

  @Post('spare')
  @HttpCode(200)
  @Permission('tasks.criticise')
  @Answers(decidedTasks)
  spare(@Body({ schema: spareTasks }) command: z.infer<typeof spareTasks>, @Calling() call: Call) {
    return this.decide.spare(command, call);
  }

  @Post(':id/end')
  @HttpCode(200)
  @Permission('tasks.assign')
  @Answers(changed)
  end(
    @Id() id: string,
    @Body({ schema: endTask }) command: z.infer<typeof endTask>,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.endTask.execute({ ...command, id, revision }, call);
  }

  @Post(':id/urge-by-letter')
  @HttpCode(200)
  @Permission('tasks.assign')
  @Answers(changed)
  urge(
    @Id() id: string,
    @Body({ schema: urgeByLetter }) command: z.infer<typeof urgeByLetter>,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.urgeByLetter.execute({ ...command, id, revision }, call);
  }

  @Post(':id/move-deadline')
  @HttpCode(200)
  @Permission('tasks.assign')
  @Answers(changed)
  move(
    @Id() id: string,
    @Body({ schema: moveTaskDeadline }) command: z.infer<typeof moveTaskDeadline>,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.moveDeadline.execute({ ...command, id, revision }, call);
  }
}

@Controller('causes')
export class CausesController {
  constructor(private readonly listCauses: ListCauses) {}

  @Get()
  @Permission('tasks.read')
  @Answers(causePage)
  async list(@CurrentUser() user: UserActor) {
    const items = await this.listCauses.execute(user);
    return { items, total: items.length };
  }
}
