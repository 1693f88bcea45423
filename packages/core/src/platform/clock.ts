import { Injectable } from '@nestjs/common';
import type { Instant } from '../shared/index.js';
import { Reader } from './reader.js';

/** Business time: the database's clock, or the demo clock where there is one. Read once per command. */
@Injectable()
export class Clock {
  constructor(private readonly reader: Reader) {}

  async now(): Promise<Instant> {
    const [row] = await this.reader.rows<{ now: Instant }>('select business_now() as now');
    if (row === undefined) throw new Error('business_now() gave no row');
    return row.now;
  }
}
