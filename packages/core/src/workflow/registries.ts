import { Injectable } from '@nestjs/common';
import type { Transaction } from '../platform/index.js';

export interface EffectItem {
  readonly id: string;
  /** What the event carried, validated by the use case that sent it. */
  readonly params: Readonly<Record<string, unknown>>;
  /** Why the event was sent, where whoever sent it said so. */
  readonly reason?: string | undefined;
}

/** What a transition sets off in a feature above: called once a command with all its instances. */
export type Effect = (tx: Transaction, items: readonly EffectItem[]) => Promise<void>;
/** What a guard must know from a feature above: true for the instances for which it holds. */
export type Fact = (tx: Transaction, ids: readonly string[]) => Promise<ReadonlyMap<string, boolean>>;
/** The owner of a kind of instance says which stream its history goes to and what the whole record is. */
export type Describe = (
  tx: Transaction,
  ids: readonly string[],
) => Promise<ReadonlyMap<string, { readonly stream: string; readonly record: object }>>;

/** Names → owners, filled by the features at start. A name with two owners stops the start at once. */
@Injectable()
export class Registries {
  private readonly effectsByName = new Map<string, Effect>();
  private readonly factsByName = new Map<string, Fact>();
  private readonly ownersByKind = new Map<string, Describe>();

  effect(name: string, run: Effect): void {
    own(this.effectsByName, 'effect', name, run);
  }

  fact(name: string, read: Fact): void {
    own(this.factsByName, 'fact', name, read);
  }

  owner(kind: string, describe: Describe): void {
    own(this.ownersByKind, 'owner of', kind, describe);
  }

  effectOf = (name: string): Effect => found(this.effectsByName, 'effect', name);
  factOf = (name: string): Fact => found(this.factsByName, 'fact', name);
  ownerOf = (kind: string): Describe => found(this.ownersByKind, 'owner of', kind);

  known(): { effects: ReadonlySet<string>; facts: ReadonlySet<string> } {
    return { effects: new Set(this.effectsByName.keys()), facts: new Set(this.factsByName.keys()) };
  }
}

function own<Owner>(owners: Map<string, Owner>, what: string, name: string, owner: Owner): void {
  if (owners.has(name)) throw new Error(`Two owners of ${what} "${name}".`);
  owners.set(name, owner);
}

function found<Owner>(owners: ReadonlyMap<string, Owner>, what: string, name: string): Owner {
  const owner = owners.get(name);
  if (owner === undefined) throw new Error(`Nobody owns ${what} "${name}".`);
  return owner;
}
