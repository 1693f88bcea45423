import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomIds } from '../platform/index.js';
import { day } from '../shared/index.js';
import { openTestProduct, systemCall, type TestProduct } from '../testing/index.js';
import { CALENDARS, decreedDays, RecordDaysOff, type Calendars } from './index.js';

const ADMINISTRATION = randomIds.next();
const now = '2022-01-01T00:00:00Z';
let product: TestProduct;
beforeAll(async () => void (product = await openTestProduct()));
afterAll(() => product.close());

const record = (days: typeof decreedDays, administration?: string) =>
  product.get(RecordDaysOff).execute({ days }, systemCall(now, administration));
const calendar = () => product.get<Calendars>(CALENDARS).of(product.reader, ADMINISTRATION);

describe('the stored calendar', () => {
  it('records the decreed days once', async () => {
    await record(decreedDays);
    expect(await record(decreedDays)).toEqual({ recorded: 0 });
    expect((await calendar()).countWorkingDays(day('2022-01-01'), day('2022-09-30'))).toBe(184);
  });

  it('lets an administration’s own day go before the installation’s, from the next command on', async () => {
    await record(decreedDays);
    const settled = day('2022-09-05');
    expect((await calendar()).isWorkingDay(settled)).toBe(true);
    await record(
      [{ day: settled, kind: 'statutory', name: 'Nghỉ bù theo quyết định', confidence: 'verified' }],
      ADMINISTRATION,
    );
    expect((await calendar()).isWorkingDay(settled)).toBe(false);
    await record(
      [{ day: settled, kind: 'swap_work', name: 'Đi làm bù', confidence: 'verified' }],
      ADMINISTRATION,
    );
    expect((await calendar()).isWorkingDay(settled)).toBe(true);
    const versions = await product.reader.rows<{ superseded: boolean }>(
      `select superseded_at is not null as superseded from calendar_day where administration_id = $1 order by recorded_at`,
      [ADMINISTRATION],
    );
    expect(versions).toEqual([{ superseded: true }, { superseded: false }]);
  });

  it('never lets a recorded day be changed or deleted', async () => {
    await record(decreedDays);
    await expect(product.reader.rows(`update calendar_day set kind = 'swap_work'`)).rejects.toThrow(
      /permission denied/,
    );
    await expect(product.reader.rows('delete from calendar_day')).rejects.toThrow(/permission denied/);
    await expect(product.reader.rows('update calendar_day set superseded_at = null')).rejects.toThrow(
      /never changes|violates/,
    );
  });
});
