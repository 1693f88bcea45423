import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { demoClockView, moveDemoClock, type MoveDemoClock as MoveCommand } from '@nhip/contracts';
import type { Call } from '@nhip/core/platform';
import type { Instant } from '@nhip/core/shared';
import { MoveDemoClock } from '@nhip/core/workflow';
import { Calling } from '../http/caller.js';
import { Answers, Permission } from '../http/permission.js';

@Controller('demo-clock')
export class DemoClockController {
  constructor(private readonly moveClock: MoveDemoClock) {}

  @Post('move')
  @HttpCode(200)
  @Permission('demo-clock.move')
  @Answers(demoClockView)
  move(@Body({ schema: moveDemoClock }) { to }: MoveCommand, @Calling() call: Call) {
    return this.moveClock.execute({ to: to as Instant | undefined }, call);
  }
}
