import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  agendaView,
  askExplanations,
  consolidated,
  consolidateExplanations,
  consolidationView,
  createdIds,
  explanationsView,
  uuid,
} from '@nhip/contracts';
import {
  AskExplanations,
  ConsolidateExplanations,
  GetAgenda,
  GetConsolidation,
  ListExplanations,
} from '@nhip/core/follow-ups';
import type { Call, UserActor } from '@nhip/core/platform';
import { z } from 'zod';
import { Calling, CurrentUser } from '../http/caller.js';
import { Answers, Permission } from '../http/permission.js';

const number = z.coerce.number().int().positive().max(1_000_000);
const Id = () => Param('id', { schema: uuid });

/** What follows from a cycle: its explanations as one list, and what the cycle before left open. */
@Controller('review-cycles/:id')
export class CycleFollowUpsController {
  constructor(
    private readonly listExplanations: ListExplanations,
    private readonly consolidateExplanations: ConsolidateExplanations,
    private readonly getConsolidation: GetConsolidation,
    private readonly getAgenda: GetAgenda,
    private readonly askExplanations: AskExplanations,
  ) {}

  @Get('explanations')
  @Permission('follow-ups.read')
  @Answers(explanationsView)
  explanations(@Id() id: string, @CurrentUser() user: UserActor, @Calling() { now }: Call) {
    return this.listExplanations.execute(id, user, now);
  }

  @Post('explanations/ask')
  @Permission('tasks.assign')
  @Answers(createdIds)
  ask(
    @Id() cycleId: string,
    @Body({ schema: askExplanations }) command: z.infer<typeof askExplanations>,
    @Calling() call: Call,
  ) {
    return this.askExplanations.execute({ ...command, cycleId }, call);
  }

  @Get('explanations/consolidations/:number')
  @Permission('follow-ups.read')
  @Answers(consolidationView)
  consolidation(
    @Id() cycleId: string,
    @Param('number', { schema: number }) nth: number,
    @CurrentUser() user: UserActor,
  ) {
    return this.getConsolidation.execute({ cycleId, number: nth }, user);
  }

  @Post('explanations/consolidate')
  @HttpCode(200)
  @Permission('follow-ups.draft')
  @Answers(consolidated)
  consolidate(
    @Id() cycleId: string,
    @Body({ schema: consolidateExplanations }) { note }: z.infer<typeof consolidateExplanations>,
    @Calling() call: Call,
  ) {
    return this.consolidateExplanations.execute({ cycleId, note }, call);
  }

  @Get('agenda')
  @Permission('follow-ups.read')
  @Answers(agendaView)
  agenda(@Id() id: string, @CurrentUser() user: UserActor, @Calling() { now }: Call) {
    return this.getAgenda.execute(id, user, now);
  }
}
