import type { ProcedureDefinition } from '@nhip/contracts';
import type { Instant } from '../../shared/index.js';
import type { Deadlines } from '../../workflow/index.js';

/** The rows of the real tables, as far as the engine's promises depend on them. */
export interface InstanceRow {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly deadlines: Deadlines;
  readonly generation: number;
  readonly revision: number;
}

export interface TimerRow {
  readonly id: number;
  readonly instanceId: string;
  readonly name: string;
  readonly event: string;
  readonly dueAt: Instant;
  readonly generation: number;
  state: 'armed' | 'fired' | 'cancelled';
  firedAt?: Instant;
}

export interface OutboxRow {
  readonly key: string;
  readonly timerId: number;
  sends: number;
  resendAt: number;
  done: boolean;
}

export interface HistoryRow {
  readonly instanceId: string;
  readonly revision: number;
  readonly from: string | undefined;
  readonly to: string;
  readonly event: string | undefined;
  /** Key of the command or of the job that wrote it. */
  readonly by: string;
}

/** Everything that survives a crash: what was committed. Time is the database's, in milliseconds. */
export class Tables {
  readonly versions: ProcedureDefinition[] = [];
  readonly instances = new Map<string, InstanceRow>();
  readonly timers: TimerRow[] = [];
  readonly outbox = new Map<string, OutboxRow>();
  /** By command key: the answer. */
  readonly commandLog = new Map<string, number>();
  readonly history: HistoryRow[] = [];
  now: number;
  private readonly locks = new Map<string, Tx>();

  constructor(now: number) {
    this.now = now;
  }

  get instant(): Instant {
    return new Date(this.now).toISOString() as Instant;
  }

  holder(name: string): Tx | undefined {
    return this.locks.get(name);
  }

  begin(): Tx {
    return new Tx(this, this.locks);
  }
}

/** One transaction: what it writes is seen by nobody before the commit, and by nobody ever after a crash. */
export class Tx {
  private readonly writes: (() => void)[] = [];
  private readonly held = new Set<string>();

  constructor(
    private readonly tables: Tables,
    private readonly locks: Map<string, Tx>,
  ) {}

  /** A row lock, or the claim of a unique key: false while somebody else has it. */
  lock(name: string): boolean {
    const holder = this.tables.holder(name);
    if (holder !== undefined && holder !== this) return false;
    this.locks.set(name, this);
    this.held.add(name);
    return true;
  }

  write(change: () => void): void {
    this.writes.push(change);
  }

  commit(): void {
    for (const change of this.writes) change();
    this.rollback();
  }

  rollback(): void {
    this.writes.length = 0;
    for (const name of this.held) this.locks.delete(name);
    this.held.clear();
  }
}
