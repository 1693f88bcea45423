import { Controller, Get, Param, Query } from '@nestjs/common';
import { aggregatesQuery, aggregatesView, uuid } from '@nhip/contracts';
import type { UserActor } from '@nhip/core/platform';
import { GetAggregates } from '@nhip/core/scoring';
import type { z } from 'zod';
import { CurrentUser } from '../http/caller.js';
import { Answers, Permission } from '../http/permission.js';

/** Indicators summed over many units of a cycle. */
@Controller('review-cycles/:id/aggregates')
export class AggregatesController {
  constructor(private readonly getAggregates: GetAggregates) {}

  @Get()
  @Permission('scores.read')
  @Answers(aggregatesView)
  get(
    @Param('id', { schema: uuid }) cycleId: string,
    @Query({ schema: aggregatesQuery }) query: z.infer<typeof aggregatesQuery>,
    @CurrentUser() user: UserActor,
  ) {
    return this.getAggregates.execute({ ...query, cycleId }, user);
  }
}
