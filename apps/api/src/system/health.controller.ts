import { Controller, Get } from '@nestjs/common';
import { health } from '@nhip/contracts';
import { schemaFault } from '@nhip/core/migrations';
import { Reader } from '@nhip/core/platform';
import { DomainError } from '@nhip/core/shared';
import { Answers, Public } from '../http/permission.js';

/** For load balancers and launchers. */
@Controller()
export class HealthController {
  constructor(private readonly reader: Reader) {}

  /** The process runs. */
  @Get('livez')
  @Public()
  @Answers(health)
  live() {
    return { status: 'ok' };
  }

  /** It can serve: the database answers and has the schema this program was made for. */
  @Get('readyz')
  @Public()
  @Answers(health)
  async ready() {
    if ((await schemaFault(this.reader)) !== undefined) throw new DomainError('SERVICE_UNAVAILABLE');
    return { status: 'ok' };
  }
}
