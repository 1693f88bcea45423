import { instant, type Instant } from '../shared/index.js';
import { FireTimers, sweepTimers } from '../workflow/index.js';
import { systemCall, type TestProduct } from './product.js';

interface Fired {
  readonly key: string;
  readonly administrationId: string;
  readonly payload: { readonly timerId: number } | { readonly timerIds: readonly number[] };
}

/** Moves business time forward to `to`, stopping at every due instant and firing what is due there, as it would have been. */
export async function playTo(product: TestProduct, to: string): Promise<void> {
  const target = instant(to);
  for (;;) {
    const [next] = await product.reader.rows<{ at: Instant | null }>(
      `select min(due_at) as at from timer where state = 'armed'`,
    );
    if (next?.at == null || next.at > target) break;
    await standAt(product, next.at);
    await fireDue(product, next.at);
  }
  await standAt(product, target);
}

/** Business time from now on, without firing anything. */
export async function standAt(product: Pick<TestProduct, 'reader'>, now: string): Promise<void> {
  await product.reader.rows(
    'insert into demo_clock (at, target) values ($1, $1) on conflict (one) do update set at = $1, target = $1',
    [now],
  );
}

async function fireDue(product: TestProduct, now: Instant): Promise<void> {
  await sweepTimers(product.reader, 1000);
  const fired = await product.reader.rows<Fired>(
    `select key, administration_id as "administrationId", payload from outbox
      where name like 'workflow.fire-timer%' and done_at is null order by id`,
  );
  for (const { key, administrationId, payload } of fired) {
    const timerIds = 'timerIds' in payload ? payload.timerIds : [payload.timerId];
    await product
      .get(FireTimers)
      .execute({ timerIds }, { ...systemCall(now, administrationId, 'sweeper'), job: { key } });
  }
}
