import { instant } from '@nhip/core/shared';
import { INSTALLATION } from '@nhip/core/platform';
import { systemCall, type TestProduct } from '@nhip/core/testing';
import { MoveDemoClock } from '@nhip/core/workflow';
import { loadSamples, passTime } from '../src/samples/load.js';
import { readSamples, type Samples } from '../src/samples/read-samples.js';

/** The samples with only these rounds, and what follows in them where the sample stands. */
export function samplesOf(...seeds: number[]): Samples {
  const samples = readSamples();
  const rounds = samples.rounds
    .filter(({ seed }) => seeds.includes(seed))
    .map((round) => ({ ...round, script: [...round.script, ...round.afterwards] }));
  const administrations = samples.administrations.filter(({ seed }) =>
    seed.some((one) => seeds.includes(one)),
  );
  return { ...samples, rounds, administrations };
}

/** A sample installation in which time passes when it is told to. */
export async function openSample(product: TestProduct, samples: Samples) {
  await loadSamples(product.context, samples);
  return {
    /** Lets time go on to this moment, playing what the rounds say and doing all that falls due. */
    async until(moment: string): Promise<void> {
      await product.get(MoveDemoClock).execute({ to: instant(moment) }, systemCall(moment, INSTALLATION));
      await passTime(product.context, samples);
    },
  };
}
