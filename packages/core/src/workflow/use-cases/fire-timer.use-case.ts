import { Injectable } from '@nestjs/common';
import type { Call } from '../../platform/index.js';
import { FireTimers } from './fire-timers.use-case.js';

/** One fired timer, alone: fired alone, or out of a set of which one could not be done. */
@Injectable()
export class FireTimer {
  constructor(private readonly fireTimers: FireTimers) {}

  execute({ timerId }: { readonly timerId: number }, call: Call): Promise<void> {
    return this.fireTimers.execute({ timerIds: [timerId] }, call);
  }
}
