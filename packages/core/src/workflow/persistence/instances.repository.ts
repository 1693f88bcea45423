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

export interface InstanceTimer extends PlannedTimer {
  readonly instanceId: string;
  readonly kind: string;
  readonly generation: number;
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

  async insert(instances: readonly Instance[]): Promise<void> {
    await this.tx.rows(
      `insert into procedure_instance
         (id, administration_id, kind, procedure_version_id, state, entered_at, deadlines, generation, revision)
       select id, $1, kind, version, state, $2, deadlines::jsonb, generation, revision
         from unnest($3::uuid[], $4::text[], $5::uuid[], $6::text[], $7::text[], $8::int[], $9::bigint[])
           as i(id, kind, version, state, deadlines, generation, revision)`,
      [
        this.tx.administrationId,
        this.tx.now,
        instances.map((instance) => instance.id),
        instances.map((instance) => instance.kind),
        instances.map((instance) => instance.procedureVersionId),
        instances.map((instance) => instance.state),
        instances.map((instance) => JSON.stringify(instance.deadlines)),
        instances.map((instance) => instance.generation),
        instances.map((instance) => instance.revision),
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
  async cancelTimers(ids: readonly string[], kept: readonly InstanceTimer[]): Promise<void> {
    await this.tx.rows(
      `update timer t set state = 'cancelled'
        where administration_id = $1 and instance_id = any($2::uuid[]) and state = 'armed'
          and not exists (select from unnest($3::uuid[], $4::text[], $5::timestamptz[]) as k(instance_id, name, due_at)
            where k.instance_id = t.instance_id and k.name = t.name and k.due_at = t.due_at)`,
      [
        this.tx.administrationId,
        ids,
        kept.map((timer) => timer.instanceId),
        kept.map((timer) => timer.name),
        kept.map((timer) => timer.dueAt),
      ],
    );
  }

  async armTimers(timers: readonly InstanceTimer[]): Promise<void> {
    if (timers.length === 0) return;
    await this.tx.rows(
      `insert into timer (administration_id, instance_id, kind, name, event, due_at, generation)
       select $1, instance_id, kind, name, event, due_at, generation
         from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::int[])
           as t(instance_id, kind, name, event, due_at, generation)`,
      [
        this.tx.administrationId,
        timers.map((timer) => timer.instanceId),
        timers.map((timer) => timer.kind),
        timers.map((timer) => timer.name),
        timers.map((timer) => timer.event),
        timers.map((timer) => timer.dueAt),
        timers.map((timer) => timer.generation),
      ],
    );
  }
}
