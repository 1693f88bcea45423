import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import {
  acceptTask,
  acceptTaskPart,
  carryOutTask,
  changed,
  handBackAnswer,
  noteTask,
  prepareAnswer,
  reportTaskDone,
  returnTask,
  sendAnswer,
  uuid,
} from '@nhip/contracts';
import type { Call } from '@nhip/core/platform';
import {
  CarryOutTask,
  HandBackAnswer,
  JudgeTask,
  NoteTask,
  PrepareAnswer,
  ReportTaskDone,
  SendAnswer,
} from '@nhip/core/tasks';
import type { z } from 'zod';
import { Calling, Revision } from '../http/caller.js';
import { Answers, Permission } from '../http/permission.js';

const Id = () => Param('id', { schema: uuid });

/** What a unit does about a request for explanation: written, approved, sent. */
@Controller('tasks/:id')
export class TaskAnswersController {
  constructor(
    private readonly prepareAnswer: PrepareAnswer,
    private readonly handBackAnswer: HandBackAnswer,
    private readonly sendAnswer: SendAnswer,
  ) {}

  @Post('prepare-answer')
  @HttpCode(200)
  @Permission('tasks.carry-out')
  @Answers(changed)
  prepare(
    @Id() id: string,
    @Body({ schema: prepareAnswer }) { answer }: z.infer<typeof prepareAnswer>,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.prepareAnswer.execute({ id, revision, answer }, call);
  }

  @Post('hand-back')
  @HttpCode(200)
  @Permission('tasks.carry-out')
  @Answers(changed)
  handBack(
    @Id() id: string,
    @Body({ schema: handBackAnswer }) { reason }: z.infer<typeof handBackAnswer>,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.handBackAnswer.execute({ id, revision, reason }, call);
  }

  @Post('send-answer')
  @HttpCode(200)
  @Permission('tasks.carry-out')
  @Answers(changed)
  send(
    @Id() id: string,
    @Body({ schema: sendAnswer }) { answer }: z.infer<typeof sendAnswer>,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.sendAnswer.execute({ id, revision, answer }, call);
  }
}

/** What a unit does about a task, and how it is judged. */
@Controller('tasks/:id')
export class TaskWorkController {
  constructor(
    private readonly carryOut: CarryOutTask,
    private readonly reportDone: ReportTaskDone,
    private readonly noteTask: NoteTask,
    private readonly judge: JudgeTask,
  ) {}

  @Post('carry-out')
  @HttpCode(200)
  @Permission('tasks.carry-out')
  @Answers(changed)
  carry(
    @Id() id: string,
    @Body({ schema: carryOutTask }) { event }: z.infer<typeof carryOutTask>,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.carryOut.execute({ id, revision, event }, call);
  }

  @Post('report-done')
  @HttpCode(200)
  @Permission('tasks.carry-out')
  @Answers(changed)
  report(
    @Id() id: string,
    @Body({ schema: reportTaskDone }) { text }: z.infer<typeof reportTaskDone>,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.reportDone.execute({ id, revision, text }, call);
  }

  @Post('note')
  @HttpCode(200)
  @Permission('tasks.carry-out')
  @Answers(changed)
  note(
    @Id() id: string,
    @Body({ schema: noteTask }) command: z.infer<typeof noteTask>,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.noteTask.execute({ ...command, id, revision }, call);
  }

  @Post('accept')
  @HttpCode(200)
  @Permission('tasks.accept')
  @Answers(changed)
  accept(
    @Id() id: string,
    @Body({ schema: acceptTask }) { reason }: z.infer<typeof acceptTask>,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.judge.accept({ id, revision, reason }, call);
  }

  @Post('accept-part')
  @HttpCode(200)
  @Permission('tasks.accept')
  @Answers(changed)
  acceptPart(
    @Id() id: string,
    @Body({ schema: acceptTaskPart }) command: z.infer<typeof acceptTaskPart>,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.judge.acceptPart({ ...command, id, revision }, call);
  }

  @Post('return')
  @HttpCode(200)
  @Permission('tasks.accept')
  @Answers(changed)
  return(
    @Id() id: string,
    @Body({ schema: returnTask }) command: z.infer<typeof returnTask>,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.judge.return({ ...command, id, revision }, call);
  }
}
