import { DomainError, type Instant } from '../../shared/index.js';
import type { Transaction } from '../../platform/index.js';
import type { Deadlines, PlannedTimer } from '../domain/plan-timers.js';

export interface Instance {
  readonly id: string;
  readonly kind: string;
  readonly procedureVersionId: string;
  readonly state: string;
  /** When it came into the state, business time. */
  readonly enteredAt: Instant;
  readonly deadlines: Deadlines;
  /** Counts re-armings: a timer of an older generation that fired meanwhile does nothing. */
  readonly generation: number;
  readonly revision: number;
}

/** Timers that a state with its deadlines asks of an instance. */
export interface TimerPlan {
  readonly instance: Instance;
  /** One and the same list for all instances that are alike. */
  readonly timers: readonly PlannedTimer[];
}

/** Running instances and their timers, written set-based. */
export class Instances {
  constructor(private readonly tx: Transaction) {}

  /** Locks in order of id, so that two commands over the same records never wait for each other in a ring. */
  async lock(ids: readonly string[]): Promise<Instance[]> {
    const rows = await this.tx.rows<Instance>(
      `select id, kind, procedure_version_id as "procedureVersionId", state, entered_at as "enteredAt",
              deadlines, generation, revision
         from procedure_instance where administration_id = $1 and id = any($2::uuid[]) order by id for update`,
      [this.tx.administrationId, ids],
    );
    if (rows.length !== new Set(ids).size) throw new DomainError('NOT_FOUND');
    return rows;
  }

  /** Keeps others from acting on them until this transaction ends; several may hold the same at once. */
  async hold(ids: readonly string[]): Promise<void> {
    await this.tx.rows(
      `select from procedure_instance where administration_id = $1 and id = any($2::uuid[]) order by id for key share`,
      [this.tx.administrationId, ids],
    );
  }

  /** New ones, all of one kind in one state. What is alike in thousands of them is sent once. */
  async insert(instances: readonly Instance[]): Promise<void> {
    const [first] = instances;
    if (first === undefined) return;
    const deadlines = numbered(instances.map((instance) => JSON.stringify(instance.deadlines)));
    await this.tx.rows(
      `insert into procedure_instance
         (id, administration_id, kind, procedure_version_id, state, entered_at, deadlines, generation, revision)
       select i.id, $1, $3, $4, $5, $2, ($8::jsonb[])[i.deadlines], $6, $7
         from unnest($9::uuid[], $10::int[]) as i(id, deadlines)`,
      [
        this.tx.administrationId,
        first.enteredAt,
        first.kind,
        first.procedureVersionId,
        first.state,
        first.generation,
        first.revision,
        deadlines.values,
        instances.map((instance) => instance.id),
        deadlines.places,
      ],
    );
  }

  async save(instances: readonly Instance[]): Promise<void> {
    await this.tx.rows(
      `update procedure_instance p
          set state = i.state, entered_at = i.entered_at, deadlines = i.deadlines::jsonb,
              generation = i.generation, revision = i.revision
         from unnest($2::uuid[], $3::text[], $4::timestamptz[], $5::text[], $6::int[], $7::bigint[])
           as i(id, state, entered_at, deadlines, generation, revision)
        where p.administration_id = $1 and p.id = i.id`,
      [
        this.tx.administrationId,
        instances.map((instance) => instance.id),
        instances.map((instance) => instance.state),
        instances.map((instance) => instance.enteredAt),
        instances.map((instance) => JSON.stringify(instance.deadlines)),
        instances.map((instance) => instance.generation),
        instances.map((instance) => instance.revision),
      ],
    );
  }

  /** Cancels the armed timers of these instances but those named. */
  async cancelTimers(ids: readonly string[], kept: readonly TimerPlan[]): Promise<void> {
    const timers = kept.flatMap(({ instance: { id }, timers: own }) =>
      own.map(({ name, dueAt }) => ({ id, name, dueAt })),
    );
    await this.tx.rows(
      `update timer t set state = 'cancelled'
        where administration_id = $1 and instance_id = any($2::uuid[]) and state = 'armed'
          and not exists (select from unnest($3::uuid[], $4::text[], $5::timestamptz[]) as k(instance_id, name, due_at)
            where k.instance_id = t.instance_id and k.name = t.name and k.due_at = t.due_at)`,
      [
        this.tx.administrationId,
        ids,
        timers.map(({ id }) => id),
        timers.map(({ name }) => name),
        timers.map(({ dueAt }) => dueAt),
      ],
    );
  }

  /** Arms the timers of each plan. What instances of one launch share is sent once and joined to each of them. */
  async armTimers(plans: readonly TimerPlan[]): Promise<void> {
    const asking = plans.filter(({ timers }) => timers.length > 0);
    if (asking.length === 0) return;
    const lists = numbered(asking.map(({ timers }) => timers));
    const timers = lists.values.flatMap((list, place) =>
      list.map((timer) => ({ ...timer, list: place + 1 })),
    );
    // How references to records are looked up was planned when there were few of them perhaps.
    if (asking.length > MANY) await this.tx.rows('discard plans');
    await this.tx.rows(
      `insert into timer (administration_id, instance_id, kind, name, event, due_at, generation)
       select $1, i.id, i.kind, t.name, t.event, t.due_at, i.generation
         from unnest($2::uuid[], $3::text[], $4::int[], $5::int[]) with ordinality
                as i(id, kind, generation, list, place)
         join unnest($6::int[], $7::text[], $8::text[], $9::timestamptz[]) with ordinality
                as t(list, name, event, due_at, place) on t.list = i.list
        order by i.place, t.place`,
      [
        this.tx.administrationId,
        asking.map(({ instance }) => instance.id),
        asking.map(({ instance }) => instance.kind),
        asking.map(({ instance }) => instance.generation),
        lists.places,
        timers.map(({ list }) => list),
        timers.map(({ name }) => name),
        timers.map(({ event }) => event),
        timers.map(({ dueAt }) => dueAt),
      ],
    );
  }
}

const MANY = 500;

/** The different ones among values, and of each value its place (from 1) among them. */
function numbered<Value>(values: readonly Value[]): {
  readonly values: readonly Value[];
  readonly places: readonly number[];
} {
  const places = new Map<Value, number>();
  for (const value of values) if (!places.has(value)) places.set(value, places.size + 1);
  return { values: [...places.keys()], places: values.map((value) => places.get(value) ?? 0) };
}
