import type { INestApplicationContext } from '@nestjs/common';
import { INSTALLATION, Reader, UnitOfWork, type Call } from '@nhip/core/platform';
import { instant } from '@nhip/core/shared';
import type { Samples } from './read-samples.js';
import type { Round } from './schemas.js';
import type { Step } from './steps.js';

/** One step of one round. */
export interface Scene {
  readonly round: Round;
  readonly step: Step;
}

/** The name under which a step waits for its moment. */
const nameOf = ({ round, step }: Scene): string => `seed-${round.seed}/${step.at}/${step.do}`;

/**
 * The scripts of all rounds as rows: the demo clock stops at each until it is done. A step is a repeatable command, so
 * one that was killed between its play and its mark is simply taken again.
 */
export class SampleEvents {
  private readonly unitOfWork: UnitOfWork;
  private readonly reader: Reader;
  private readonly scenes: ReadonlyMap<string, Scene>;

  constructor(context: INestApplicationContext, { rounds }: Samples) {
    this.unitOfWork = context.get(UnitOfWork);
    this.reader = context.get(Reader);
    this.scenes = new Map(
      rounds.flatMap((round) => round.script.map((step) => [nameOf({ round, step }), { round, step }])),
    );
  }

  /** Writes those that are not there yet. */
  async plan(call: Call): Promise<void> {
    const scenes = [...this.scenes];
    await this.unitOfWork.run(call, (tx) =>
      tx.rows(
        `insert into sample_event (id, due_at, name)
         select * from unnest($1::uuid[], $2::timestamptz[], $3::text[]) on conflict (name) do nothing`,
        [
          scenes.map(() => tx.ids.next()),
          scenes.map(([, { step }]) => instant(step.at)),
          scenes.map(([name]) => name),
        ],
      ),
    );
  }

  /** The next one whose moment has come, once all that fell due before it is done. */
  async next(): Promise<Scene | undefined> {
    const [due] = await this.reader.rows<{ name: string }>(
      `select name from sample_event where done_at is null and due_at <= business_now()
          and exists (select from demo_clock)
          and not exists (select from timer where state = 'armed' and timer.due_at <= business_now())
          and not exists (select from outbox where done_at is null and failed_at is null)
        order by due_at, name limit 1`,
    );
    if (due === undefined) return undefined;
    const scene = this.scenes.get(due.name);
    if (scene === undefined) throw new Error(`The samples have no step "${due.name}".`);
    return scene;
  }

  async markDone(scene: Scene): Promise<void> {
    const call: Call = {
      actor: { kind: 'system', id: 'samples', administrationId: INSTALLATION },
      now: instant(scene.step.at),
    };
    await this.unitOfWork.run(call, (tx) =>
      tx.rows('update sample_event set done_at = $2 where name = $1', [nameOf(scene), tx.now]),
    );
  }

  /** Whether anything is still to come. */
  async left(): Promise<number> {
    const [row] = await this.reader.rows<{ left: number }>(
      'select count(*)::int as left from sample_event where done_at is null',
    );
    return row?.left ?? 0;
  }
}
