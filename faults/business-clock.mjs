// Business time that runs faster than the wall's: a day in seconds, so that deadlines, reminders and the urging ladder
// of real tasks pass while the faults happen. Only this harness does it, as superuser of a database of its own.

const BEGINS = '2022-10-03T00:00:00.000Z';

export class BusinessClock {
  /** @param secondsADay real seconds that one day of business time takes */
  constructor(secondsADay) {
    this.scale = 86_400 / secondsADay;
    this.startedAt = Date.now();
  }

  /** From now on `business_now()` runs from `BEGINS`. */
  async start(superuser) {
    this.startedAt = Date.now();
    await superuser.query(`create or replace function business_now() returns timestamptz language sql stable as
      $$ select date_trunc('milliseconds', timestamptz '${BEGINS}'
           + (clock_timestamp() - timestamptz '${new Date(this.startedAt).toISOString()}') * ${this.scale}) $$`);
  }

  /** Business time stands still: nothing more falls due, and what is to be done can be done. */
  async stop(superuser) {
    const { rows } = await superuser.query('select business_now() as now');
    await superuser.query(`create or replace function business_now() returns timestamptz language sql stable as
      $$ select timestamptz '${rows[0].now.toISOString()}' $$`);
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
