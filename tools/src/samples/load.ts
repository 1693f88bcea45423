import type { INestApplicationContext } from '@nestjs/common';
import { INSTALLATION, Reader, type SystemActor } from '@nhip/core/platform';
import { instant } from '@nhip/core/shared';
import { MoveDemoClock, StartDemoClock } from '@nhip/core/workflow';
import { Cast } from './cast.js';
import { DemoTime } from './demo-time.js';
import { play } from './play.js';
import type { Samples } from './read-samples.js';
import { repeatable } from './repeatable.js';
import { SampleEvents, type Scene } from './sample-events.js';
import { setUp } from './set-up.js';
import { Stage } from './stage.js';

const samplesActor: SystemActor = { kind: 'system', id: 'samples', administrationId: INSTALLATION };

/**
 * Sets the sample up and plays its rounds in order of date, up to the moment where it stands; what comes later stays
 * planned. Killed half-way it goes on where it was; run again on a whole sample it does nothing.
 */
export async function loadSamples(
  context: INestApplicationContext,
  samples: Samples,
  say: (line: string) => void = () => undefined,
): Promise<void> {
  const begins = instant(samples.sample.begins);
  const stands = instant(samples.sample.stands);
  const call = (key: string) => repeatable(samplesActor, begins, key, samples.sample.stands);
  await context.get(StartDemoClock).execute(call('clock/start'));
  await setUp(context, samples);
  say(`${samples.administrations.length} administrations with units, people and criteria sets`);
  const events = new SampleEvents(context, samples);
  await events.plan(call('events'));
  await context.get(MoveDemoClock).execute({ to: stands }, call('clock/move'));
  await passTime(context, samples, (scene) => {
    if (scene.step === scene.round.script.at(-1)) say(`round ${scene.round.seed} is played`);
  });
  say(`the clock stands at ${samples.sample.stands}, ${await events.left()} steps lie ahead`);
}

/** Lets demo time go on to its target, playing every step on the way. */
export async function passTime(
  context: INestApplicationContext,
  samples: Samples,
  played: (scene: Scene) => void = () => undefined,
): Promise<void> {
  const time = new DemoTime(context);
  const events = new SampleEvents(context, samples);
  const cast = await Cast.read(context.get(Reader));
  do {
    await time.settle();
    for (let scene = await events.next(); scene !== undefined; scene = await events.next()) {
      await play(new Stage(context, cast, samples, scene.round), scene.step);
      await events.markDone(scene);
      played(scene);
      await time.settle();
    }
  } while (await time.step());
}
