// Business time that runs faster than the wall's: a day in seconds, so that deadlines, reminders and the urging ladder
// of real tasks pass while the faults happen. Only this harness does it, as superuser of a database of its own.

import { setTimeout as sleep } from 'node:timers/promises';

/** A Monday, seven in the morning in Vietnam. */
export const BEGINS = '2022-10-03T00:00:00.000Z';

export class BusinessClock {
  /** @param secondsADay real seconds that one day of business time takes */
  constructor(secondsADay) {
    this.scale = 86_400 / secondsADay;
    this.startedAt = Date.now();
  }

  /** Business time stands at `BEGINS` until it is started: what the processes do first, they do then. */
  async prepare(superuser) {
    await superuser.query(`create or replace function business_now() returns timestamptz language sql stable as
      $$ select timestamptz '${BEGINS}' $$`);
  }

  /** From now on `business_now()` runs from `BEGINS`. */
  async start(superuser) {
    this.startedAt = Date.now();
    await superuser.query(`create or replace function business_now() returns timestamptz language sql stable as
      $$ select date_trunc('milliseconds', timestamptz '${BEGINS}'
           + (clock_timestamp() - timestamptz '${new Date(this.startedAt).toISOString()}') * ${this.scale}) $$`);
  }

  /** Business time comes to a stand: nothing more falls due, and what is to be done can be done. It never goes back. */
  async stop(superuser) {
    const end = Date.now() + 500;
    await superuser.query(`create or replace function business_now() returns timestamptz language sql stable as
      $$ select date_trunc('milliseconds', timestamptz '${BEGINS}'
           + (least(clock_timestamp(), timestamptz '${new Date(end).toISOString()}')
              - timestamptz '${new Date(this.startedAt).toISOString()}') * ${this.scale}) $$`);
    await sleep(end - Date.now());
  }

  /** The day in Vietnam, so many days on, as YYYY-MM-DD. */
  day(after = 0) {
    const now = Date.parse(BEGINS) + (Date.now() - this.startedAt) * this.scale;
    return new Date(now + 7 * 3_600_000 + after * 86_400_000).toISOString().slice(0, 10);
  }

  /** The machine's time at which a business instant came. */
  realOf(instant) {
    return this.startedAt + (Date.parse(instant) - Date.parse(BEGINS)) / this.scale;
  }
}
