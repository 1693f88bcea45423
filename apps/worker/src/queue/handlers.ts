import type { Call } from '@nhip/core/platform';
import { jobKinds, type JobKind } from '@nhip/core/jobs';

/** One kind of job and what is done for it: payload → use case. */
export interface Handler {
  readonly kind: JobKind;
  run(payload: unknown, call: Call): Promise<unknown>;
}

export const handler = <Payload>(
  kind: JobKind<Payload>,
  run: (payload: Payload, call: Call) => Promise<unknown>,
): Handler => ({ kind, run: (payload, call) => run(kind.payload.parse(payload), call) });

/** A feature's adapter between the queue and its use cases. */
export interface FeatureProcessor {
  readonly handlers: readonly Handler[];
}

/** Job name → handler. Every kind of job has exactly one; anything else stops the start. */
export class Handlers {
  private readonly byName = new Map<string, Handler>();

  constructor(processors: readonly FeatureProcessor[], kinds: readonly JobKind[] = jobKinds()) {
    for (const each of processors.flatMap(({ handlers }) => handlers)) {
      if (this.byName.has(each.kind.name)) throw new Error(`Two handlers for the job "${each.kind.name}".`);
      this.byName.set(each.kind.name, each);
    }
    const unhandled = kinds.filter(({ name }) => !this.byName.has(name));
    if (unhandled.length > 0)
      throw new Error(`No handler for the jobs ${unhandled.map(({ name }) => `"${name}"`).join(', ')}.`);
  }

  get names(): readonly string[] {
    return [...this.byName.keys()];
  }

  of(name: string): Handler {
    const found = this.byName.get(name);
    if (found === undefined)
      throw new Error(`This worker knows no job "${name}": is it of an older release?`);
    return found;
  }
}
