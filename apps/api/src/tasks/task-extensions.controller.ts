import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import {
  answerExtensionOffer,
  changed,
  decideExtension,
  requestExtension,
  uuid,
  type DecideExtension as Decision,
} from '@nhip/contracts';
import type { Call } from '@nhip/core/platform';
import { AnswerExtensionOffer, DecideExtension, RequestExtension } from '@nhip/core/tasks';
import type { z } from 'zod';
import { Calling, Revision } from '../http/caller.js';
import { Answers, Permission } from '../http/permission.js';

const Id = () => Param('id', { schema: uuid });

/** More time for a task: asked for by its unit, decided by those who assigned it. */
@Controller('tasks/:id')
export class TaskExtensionsController {
  constructor(
    private readonly requestExtension: RequestExtension,
    private readonly decideExtension: DecideExtension,
    private readonly answerOffer: AnswerExtensionOffer,
  ) {}

  @Post('request-extension')
  @HttpCode(200)
  @Permission('tasks.carry-out')
  @Answers(changed)
  request(
    @Id() id: string,
    @Body({ schema: requestExtension }) command: z.infer<typeof requestExtension>,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.requestExtension.execute({ ...command, id, revision }, call);
  }

  @Post('withdraw-extension')
  @HttpCode(200)
  @Permission('tasks.carry-out')
  @Answers(changed)
  withdraw(@Id() id: string, @Revision() revision: number, @Calling() call: Call) {
    return this.requestExtension.withdraw({ id, revision }, call);
  }

  @Post('decide-extension')
  @HttpCode(200)
  @Permission('tasks.assign')
  @Answers(changed)
  decide(
    @Id() id: string,
    @Body({ schema: decideExtension }) decision: Decision,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.decideExtension.execute({ ...decision, id, revision }, call);
  }

  @Post('answer-extension-offer')
  @HttpCode(200)
  @Permission('tasks.carry-out')
  @Answers(changed)
  answer(
    @Id() id: string,
    @Body({ schema: answerExtensionOffer }) command: z.infer<typeof answerExtensionOffer>,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.answerOffer.execute({ ...command, id, revision }, call);
  }
}
