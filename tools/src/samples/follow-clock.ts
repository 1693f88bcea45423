import type { INestApplicationContext } from '@nestjs/common';
import { Reader } from '@nhip/core/platform';
import { DomainError } from '@nhip/core/shared';
import { Cast } from './cast.js';
import { play } from './play.js';
import type { Samples } from './read-samples.js';
import { SampleEvents } from './sample-events.js';
import { Stage } from './stage.js';

export interface Following {
  readonly ended: () => boolean;
  /** Until it is worth looking again. */
  readonly pause: () => Promise<unknown>;
  readonly say: (line: string) => void;
}

/**
 * Plays what lies ahead when its moment comes; the worker moves the clock and does what falls due. Returns when
 * nothing is left, at once where there is no sample. A step that is refused, because somebody went another way by
 * hand, is left out: the clock must not stand still for it.
 */
export async function followClock(
  context: INestApplicationContext,
  samples: Samples,
  { ended, pause, say }: Following,
): Promise<void> {
  const reader = context.get(Reader);
  const events = new SampleEvents(context, samples);
  const cast = await Cast.read(reader);
  while (!ended() && (await events.left()) > 0) {
    const scene = await events.next();
    if (scene === undefined) {
      await pause();
      continue;
    }
    const refusal = await play(new Stage(context, cast, samples, scene.round), scene.step).catch(
      (error: unknown) => {
        if (!(error instanceof DomainError)) throw error;
        return error.message;
      },
    );
    await events.markDone(scene);
    say(`round ${scene.round.seed}: ${scene.step.do}, ${scene.step.at} ${refusal ?? ''}`.trimEnd());
  }
}
