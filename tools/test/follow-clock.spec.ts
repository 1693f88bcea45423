import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { INSTALLATION, Reader } from '@nhip/core/platform';
import { MoveCycle } from '@nhip/core/review-cycles';
import { instant } from '@nhip/core/shared';
import { openTestProduct, systemCall, type TestProduct } from '@nhip/core/testing';
import { MoveDemoClock } from '@nhip/core/workflow';
import { Cast } from '../src/samples/cast.js';
import { DemoTime } from '../src/samples/demo-time.js';
import { followClock } from '../src/samples/follow-clock.js';
import { loadSamples } from '../src/samples/load.js';
import { readSamples } from '../src/samples/read-samples.js';
import { Stage } from '../src/samples/stage.js';
import { samplesOf } from './rounds.js';

let product: TestProduct;
beforeAll(async () => {
  product = await openTestProduct();
});
afterAll(() => product.close());

const follow = async (samples = readSamples()): Promise<string[]> => {
  const worker = new DemoTime(product.context);
  const said: string[] = [];
  await followClock(product.context, samples, {
    ended: () => false,
    pause: async () => {
      await worker.settle();
      await worker.step();
    },
    say: (line) => said.push(line),
  });
  return said;
};

describe('the follower of the clock', () => {
  it('ends at once where there is no sample', async () => {
    expect(await follow()).toEqual([]);
  });

  it('leaves out what is refused because somebody went another way by hand; the clock goes on', async () => {
    const samples = samplesOf(3);
    await loadSamples(product.context, samples);
    const [round] = samples.rounds;
    if (round === undefined) throw new Error('no round 3');
    const reader = product.get(Reader);
    const stage = new Stage(product.context, await Cast.read(reader), samples, round);
    const now = instant(samples.sample.stands);
    const actor = stage.named('thuanan.noivu');
    const reason = 'Không tổ chức đợt này';
    await product
      .get(MoveCycle)
      .execute({ ...(await stage.cycle()), event: 'discard', reason }, { actor, now });
    const later = '2024-01-02T08:00:00+07:00';
    await product.get(MoveDemoClock).execute({ to: instant(later) }, systemCall(later, INSTALLATION));
    const said = await follow(samples);
    expect(said).toHaveLength(7);
    expect(said[0]).toMatch(/launch.*CYCLE_NOT_PREPARED/);
    await new DemoTime(product.context).step();
    expect((await stage.cycle()).revision).toBe(2);
  });
});
