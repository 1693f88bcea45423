import { readFileSync } from 'node:fs';
import { z } from 'zod';
import {
  administration,
  criteriaSet,
  fact,
  publishedTask,
  round,
  sample,
  type Fact,
  type PublishedTask,
  type Round,
  type Sample,
  type SampleAdministration,
  type SampleCriteriaSet,
} from './schemas.js';

const folder = new URL('../../../samples/', import.meta.url);

/** Everything in `samples/`, validated. */
export interface Samples {
  readonly sample: Sample;
  readonly administrations: readonly SampleAdministration[];
  /** By code of the administration. */
  readonly criteriaSets: ReadonlyMap<string, readonly SampleCriteriaSet[]>;
  readonly rounds: readonly Round[];
  readonly facts: ReadonlyMap<string, Fact>;
  readonly tasks: ReadonlyMap<string, PublishedTask>;
  readonly daysOff: string;
}

export function readSamples(): Samples {
  const about = read('sample.json', sample);
  return {
    sample: about,
    administrations: about.administrations.map((name) =>
      read(`administrations/${name}.json`, administration),
    ),
    criteriaSets: new Map(
      Object.entries(about.criteriaSets).map(([code, files]) => [
        code,
        files.map((name) => read(`criteria-sets/${name}.json`, criteriaSet)),
      ]),
    ),
    rounds: about.rounds.map((name) => read(`rounds/${name}.json`, round)),
    facts: byId(read('facts.json', z.array(fact))),
    tasks: byId(read('tasks.json', z.array(publishedTask))),
    daysOff: text('days-off.csv'),
  };
}

/** Where a file of the samples stands. */
export const sampleFile = (path: string): URL => new URL(path, folder);

const text = (path: string): string => readFileSync(sampleFile(path), 'utf8');

function read<Schema extends z.ZodType>(path: string, schema: Schema): z.output<Schema> {
  const read = schema.safeParse(JSON.parse(text(path)));
  if (!read.success) throw new Error(`samples/${path}: ${z.prettifyError(read.error)}`);
  return read.data;
}

const byId = <Item extends { readonly id: string }>(items: readonly Item[]): Map<string, Item> =>
  new Map(items.map((item) => [item.id, item]));

/** What a key leads to; a key that leads nowhere is a mistake in the data. */
export function found<Value>(values: ReadonlyMap<string, Value>, key: string, what: string): Value {
  const value = values.get(key);
  if (value === undefined) throw new Error(`samples: no ${what} "${key}".`);
  return value;
}
