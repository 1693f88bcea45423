import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Probe } from './probe.js';

let probe: Probe;
beforeAll(async () => {
  probe = await Probe.open('postgres');
});
afterAll(() => probe.close());

const DAY = 86_400_000;
const clock = async () =>
  (await probe.product.reader.rows<{ at: string; target: string }>('select at, target from demo_clock'))[0];

describe('the demo clock', () => {
  it('stands still until it is moved, then stops at every due moment on its way', async () => {
    const [first] = await probe.open(1, 5 * DAY);
    const [second] = await probe.open(1, 9 * DAY);
    const [later] = await probe.open(1, 30 * DAY);
    const start = probe.call().now;
    await probe.superuser.query('insert into demo_clock (at, target) values ($1, $1)', [start]);
    await probe.startWorker();
    await sleep(1_200);
    expect(await clock()).toEqual({ at: start, target: start });
    expect((await probe.notes()).size).toBe(0);

    const target = new Date(Date.parse(start) + 10 * DAY).toISOString();
    await probe.superuser.query('update demo_clock set target = $1', [target]);
    await probe.untilNoted([first ?? '', second ?? '']);
    while ((await clock())?.at !== target) await sleep(50);
    const fired = await probe.product.reader.rows<{ id: string; onTime: boolean }>(
      `select h.subject_id as id, h.at = t.due_at as "onTime"
         from history h join timer t on t.instance_id::text = h.subject_id
        where h.subject_kind = 'probe' and h.action = 'probe.expire' order by h.at`,
    );
    expect(fired).toEqual([
      { id: first, onTime: true },
      { id: second, onTime: true },
    ]);
    expect((await probe.notes()).has(later ?? '')).toBe(false);
  });
});
