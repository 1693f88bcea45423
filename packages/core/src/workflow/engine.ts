import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../calendar/index.js';
import { changedFields, changedSince } from '../history/index.js';
import type { Transaction } from '../platform/index.js';
import { DomainError, valueOrThrow } from '../shared/index.js';
import { planTimers, type Deadlines, type PlannedTimer } from './domain/plan-timers.js';
import { conditionsOf, transition, type Facts, type Sender } from './domain/transition.js';
import { Instances, type Instance, type TimerPlan } from './persistence/instances.repository.js';
import { procedureVersion } from './persistence/procedures.repository.js';
import { Registries } from './registries.js';

export interface StartRequest {
  readonly kind: string;
  readonly procedureVersionId: string;
  readonly items: readonly { readonly id: string; readonly deadlines?: Deadlines }[];
  /** History action, past tense. */
  readonly action: string;
  readonly reason?: string | undefined;
}

export interface ActRequest {
  readonly ids: readonly string[];
  /** Revision the sender saw; where the record was changed since, REVISION_CONFLICT. Only with a single id. */
  readonly revision?: number | undefined;
  /** Event of the procedure; absent for a change that leaves the state as it is. */
  readonly event?: string;
  /** History action, past tense. */
  readonly action: string;
  readonly reason?: string | undefined;
  /** An operator sends what the procedure offers to others; who it was stands in the history. */
  readonly operator?: boolean | undefined;
  /** Handed to effects. */
  readonly params?: Readonly<Record<string, unknown>>;
  /** New deadlines by instance; the others keep theirs. */
  readonly deadlines?: ReadonlyMap<string, Deadlines>;
  /** Changes of the owner's own columns, run between lock and history, so that one entry holds both. */
  readonly change?: () => Promise<void>;
}

/**
 * Runs procedures inside the caller's transaction: lock, guard, change, timers, history, effects. Every record
 * with a procedure changes through here, which is why state, history and timers cannot disagree.
 */
@Injectable()
export class WorkflowEngine {
  constructor(
    private readonly registries: Registries,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  /** New instances in their procedure's initial state. The owner's rows must be written before. */
  async start(tx: Transaction, request: StartRequest): Promise<void> {
    if (request.items.length === 0) return;
    const { content } = await procedureVersion(tx, request.procedureVersionId);
    const instances = request.items.map(({ id, deadlines }) => ({
      id,
      kind: request.kind,
      procedureVersionId: request.procedureVersionId,
      state: content.initial,
      enteredAt: tx.now,
      deadlines: deadlines ?? {},
      generation: 1,
      revision: 1,
    }));
    await tx.use(Instances).insert(instances);
    await tx.use(Instances).armTimers(ahead(tx, await this.plan(tx, instances)));
    await this.record(tx, request, instances, new Map());
  }

  /** One event or one change for all the instances, which are of one kind. Gives them as they are afterwards. */
  async act(tx: Transaction, request: ActRequest): Promise<Instance[]> {
    if (request.ids.length === 0) return [];
    const held = await tx.use(Instances).lock(request.ids);
    const kind = held[0]?.kind ?? '';
    const describe = this.registries.ownerOf(kind);
    const before = await describe(tx, request.ids);
    await this.checkRevision(tx, request, held, before);

    const next: Instance[] = [];
    const effects = new Map<string, string[]>();
    const facts = await this.facts(tx, request, held);
    for (const instance of held) {
      const { content } = await procedureVersion(tx, instance.procedureVersionId);
      const step =
        request.event === undefined
          ? { to: instance.state, effects: [] }
          : valueOrThrow(
              transition(
                content,
                instance,
                request.event,
                request.operator === true ? 'system' : sender(tx),
                facts.get(instance.id) ?? new Map(),
                request.reason,
              ),
            );
      const deadlines = request.deadlines?.get(instance.id);
      const rearm = step.to !== instance.state || deadlines !== undefined;
      next.push({
        ...instance,
        state: step.to,
        enteredAt: step.to === instance.state ? instance.enteredAt : tx.now,
        deadlines: { ...instance.deadlines, ...deadlines },
        generation: instance.generation + (rearm ? 1 : 0),
        revision: instance.revision + 1,
      });
      for (const effect of step.effects) effects.set(effect, [...(effects.get(effect) ?? []), instance.id]);
    }
    await request.change?.();
    await tx.use(Instances).save(next);
    const rearmed = next.filter((instance, index) => instance.generation !== held[index]?.generation);
    if (rearmed.length > 0) await this.arm(tx, rearmed);
    await this.record(tx, request, next, wholeRecords(held, before));
    for (const [name, ids] of effects) {
      await this.registries.effectOf(name)(
        tx,
        ids.map((id) => ({ id, params: request.params ?? {}, reason: request.reason })),
      );
    }
    return next;
  }

  private async checkRevision(
    tx: Transaction,
    request: ActRequest,
    held: readonly Instance[],
    before: ReadonlyMap<string, { record: object }>,
  ): Promise<void> {
    const [instance] = held;
    const { revision } = request;
    if (revision === undefined || instance === undefined || instance.revision === revision) return;
    const { administrationId } = tx;
    if (
      revision < instance.revision &&
      !(await changedSince(tx, { administrationId, ...instance, revision }))
    )
      return;
    throw new DomainError('REVISION_CONFLICT', {
      expected: revision,
      current: instance.revision,
      record: JSON.stringify({
        ...before.get(instance.id)?.record,
        state: instance.state,
        revision: instance.revision,
      }),
    });
  }

  /** Facts of all guards of this event, each read once for all instances. */
  private async facts(
    tx: Transaction,
    { event }: ActRequest,
    held: readonly Instance[],
  ): Promise<Map<string, Facts>> {
    const perInstance = new Map<string, Map<string, boolean>>(held.map(({ id }) => [id, new Map()]));
    if (event === undefined) return perInstance;
    const guards = new Map<string, string[]>();
    for (const { id, procedureVersionId, state } of held) {
      const { content } = await procedureVersion(tx, procedureVersionId);
      for (const guard of conditionsOf(content, state, event))
        guards.set(guard, [...(guards.get(guard) ?? []), id]);
    }
    for (const [guard, ids] of guards) {
      const answers = await this.registries.factOf(guard)(tx, ids);
      for (const id of ids) perInstance.get(id)?.set(guard, answers.get(id) ?? false);
    }
    return perInstance;
  }

  /**
   * Whether the instance, which changed since the timer was armed, asks for that very timer still: then a change in the
   * moment between its falling due and its being fired does not swallow it.
   */
  async asksFor(tx: Transaction, instance: Instance, timer: PlannedTimer): Promise<boolean> {
    const plans = await this.plan(tx, [instance]);
    return plans.some(({ timers }) =>
      timers.some(
        ({ name, event, dueAt }) => name === timer.name && event === timer.event && dueAt === timer.dueAt,
      ),
    );
  }

  /** Arms what is ahead. What fell due and was not fired yet stays, where the instance asks for it still. */
  private async arm(tx: Transaction, instances: readonly Instance[]): Promise<void> {
    const plans = await this.plan(tx, instances);
    const timers = tx.use(Instances);
    await timers.cancelTimers(
      instances.map(({ id }) => id),
      only(plans, ({ dueAt }) => dueAt <= tx.now),
    );
    await timers.armTimers(ahead(tx, plans));
  }

  private async plan(tx: Transaction, instances: readonly Instance[]): Promise<TimerPlan[]> {
    const calendar = await this.calendars.of(tx, tx.administrationId);
    // A launch or a batch has thousands of the same state and deadlines.
    const known = new Map<string, readonly PlannedTimer[]>();
    const plans: TimerPlan[] = [];
    for (const instance of instances) {
      const { procedureVersionId, state, deadlines } = instance;
      const alike = `${procedureVersionId} ${state} ${JSON.stringify(deadlines)}`;
      let timers = known.get(alike);
      if (timers === undefined) {
        const { content } = await procedureVersion(tx, procedureVersionId);
        timers = planTimers(content, state, deadlines, calendar, this.calendars.zone);
        known.set(alike, timers);
      }
      plans.push({ instance, timers });
    }
    return plans;
  }

  private async record(
    tx: Transaction,
    request: { readonly action: string; readonly reason?: string | undefined },
    instances: readonly Instance[],
    before: ReadonlyMap<string, object>,
  ): Promise<void> {
    const kind = instances[0]?.kind ?? '';
    const described = await this.registries.ownerOf(kind)(
      tx,
      instances.map(({ id }) => id),
    );
    tx.history(
      instances.map((instance) => {
        const owned = described.get(instance.id);
        if (owned === undefined) throw new Error(`The owner of ${kind} does not describe ${instance.id}.`);
        const after = { ...owned.record, state: instance.state, deadlines: instance.deadlines };
        const earlier = before.get(instance.id);
        return {
          stream: owned.stream,
          subject: { kind, id: instance.id },
          revision: instance.revision,
          action: request.action,
          reason: request.reason,
          before: earlier && changedFields(earlier, after),
          after,
        };
      }),
    );
  }
}

/** Of each plan the timers that are wanted; plans that shared a list share what is left of it. */
function only(plans: readonly TimerPlan[], wanted: (timer: PlannedTimer) => boolean): TimerPlan[] {
  const left = new Map<readonly PlannedTimer[], readonly PlannedTimer[]>();
  for (const { timers } of plans) if (!left.has(timers)) left.set(timers, timers.filter(wanted));
  return plans.map(({ instance, timers }) => ({ instance, timers: left.get(timers) ?? [] }));
}

/** Those whose moment is to come. */
const ahead = (tx: Transaction, plans: readonly TimerPlan[]): TimerPlan[] =>
  only(plans, ({ dueAt }) => dueAt > tx.now);

const sender = (tx: Transaction): Sender => (tx.actor.kind === 'system' ? 'system' : tx.actor.role);

const wholeRecords = (
  held: readonly Instance[],
  described: ReadonlyMap<string, { readonly record: object }>,
): Map<string, object> =>
  new Map(held.map(({ id, state, deadlines }) => [id, { ...described.get(id)?.record, state, deadlines }]));
