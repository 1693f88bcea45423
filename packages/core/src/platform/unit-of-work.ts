import { Inject, Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { appendHistory, appendsAtOnce, type HistoryEntry } from '../history/index.js';
import { insertOutbox, markDone, type OutboxEntry } from '../jobs/index.js';
import { DomainError, type Instant } from '../shared/index.js';
import type { Sql } from '../shared/index.js';
import { actorName, onBehalfOf, type Actor, type Call } from './call.js';
import { copyIn } from './copy-in.js';
import { randomIds, type Ids } from './ids.js';
import { plannedSql, preparedSql } from './prepared.js';
import { DATA_SOURCE, IDS } from './tokens.js';
import type { Transaction } from './transaction.js';

class OpenTransaction implements Transaction {
  readonly actor: Actor;
  readonly administrationId: string;
  readonly now: Instant;
  readonly entries: HistoryEntry[] = [];
  readonly jobs: OutboxEntry[] = [];
  private readonly repositories = new Map<unknown, unknown>();
  private readonly unanswered: Promise<unknown>[] = [];

  constructor(
    call: Call,
    private readonly sql: Sql,
    private readonly runner: QueryRunner,
    private readonly client: PoolClient,
    readonly ids: Ids,
  ) {
    this.actor = call.actor;
    this.administrationId = call.actor.administrationId;
    this.now = call.now;
  }

  get manager(): EntityManager {
    return this.runner.manager;
  }

  rows<Row>(text: string, values?: readonly unknown[]): Promise<Row[]> {
    return this.sql.rows<Row>(text, values);
  }

  async copyIn(table: string, columns: readonly string[], text: string): Promise<void> {
    await this.settled();
    return copyIn(this.client, table, columns, text);
  }

  send(text: string, values: readonly unknown[]): void {
    const answer = this.sql.rows(text, values);
    answer.catch(() => undefined); // told by settled()
    this.unanswered.push(answer);
  }

  /** Throws what the first write was refused for. */
  async settled(): Promise<void> {
    await inOrder(this.unanswered.splice(0));
  }

  use<Repository>(repository: new (tx: Transaction) => Repository): Repository {
    let built = this.repositories.get(repository) as Repository | undefined;
    if (built === undefined) {
      built = new repository(this);
      this.repositories.set(repository, built);
    }
    return built;
  }

  history(entries: readonly HistoryEntry[]): void {
    this.entries.push(...entries);
  }

  enqueue(entries: readonly OutboxEntry[]): void {
    this.jobs.push(...entries);
  }
}

export interface RunOptions<Ahead = undefined> {
  /** Set-based runs (launch, import, scoring) hold their transaction longer. */
  readonly long?: boolean;
  /** A few rows are read and written in one way whatever their number: planning each time would cost more than the work. */
  readonly few?: boolean;
  /** What the work reads or locks first, sent together with the opening; where the call was answered before, for nothing. */
  readonly ahead?: (tx: Transaction) => Promise<Ahead>;
}

/** Thrown inside to leave a transaction whose answer is known already. */
class AnsweredBefore extends Error {
  constructor(readonly result: unknown) {
    super('answered before');
  }
}

/**
 * The only door to a write: one transaction holding the state, its history entries and its outbox rows. A
 * command key answered before gives the stored answer; a job done before does nothing and gives `undefined`.
 */
@Injectable()
export class UnitOfWork {
  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    @Inject(IDS) private readonly ids: Ids = randomIds,
  ) {}

  async run<Result, Ahead = undefined>(
    call: Call,
    work: (tx: Transaction, ahead: Ahead) => Promise<Result>,
    options: RunOptions<Ahead> = {},
  ): Promise<Result> {
    const runner = this.dataSource.createQueryRunner();
    const client = (await runner.connect()) as PoolClient;
    const sql = options.long === true ? plannedSql(client) : preparedSql(client);
    const tx = new OpenTransaction(call, sql, runner, client, this.ids);
    try {
      const opened = Promise.all([
        client.query(options.long ? BEGIN_LONG : 'begin'),
        this.open(sql, call, options.few),
      ]);
      const ahead = options.ahead?.(tx);
      ahead?.catch(() => undefined); // told to the work
      await opened;
      const result = await work(tx, (await ahead) as Ahead);
      const { administrationId, entries, jobs } = tx;
      const appended = appendHistory(sql, administrationId, entries);
      if (!appendsAtOnce(administrationId, entries)) await appended;
      await inOrder([
        tx.settled(),
        appended,
        insertOutbox(sql, administrationId, jobs),
        call.command && storeResult(sql, call, call.command.key, result),
      ]);
      // Not sent along: what fails before it reaches the server, such as a record that is no JSON, fails nothing there.
      await commit(client);
      if (jobs.length > 0) this.wakeRelay();
      return result;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      if (error instanceof AnsweredBefore) return error.result as Result;
      await tx.settled(); // a write sent before was refused: that is why
      throw error;
    } finally {
      await runner.release();
    }
  }

  /** Names the actor for history, claims the command key, marks the job done: in one statement where it can. */
  private async open(sql: Sql, call: Call, few = false): Promise<void> {
    const { actor, command, job, now } = call;
    const settings = [actor.administrationId, actorName(actor), onBehalfOf(actor), now];
    const named = few ? `${SETTINGS}, ${PLANS_KEPT}` : SETTINGS;
    const [[claim], undone] = await Promise.all([
      command === undefined
        ? sql.rows<{ claimed?: boolean }>(`select ${named}`, settings)
        : sql.rows<{ claimed?: boolean }>(`${CLAIM} select ${named}, exists (select from claim) as claimed`, [
            ...settings,
            command.key,
            command.type,
            command.fingerprint,
          ]),
      job === undefined || markDone(sql, actor.administrationId, job.key),
    ]);
    if (command !== undefined && claim?.claimed !== true)
      throw new AnsweredBefore(await answerOf(sql, call, command));
    if (!undone) throw new AnsweredBefore(undefined);
  }

  private wakeRelay(): void {
    this.dataSource.query('notify outbox').catch(() => undefined); // the relay polls anyway
  }
}

/** Waits for all of them and throws what the first was refused for: those after it only say that one was. */
async function inOrder(sent: readonly unknown[]): Promise<void> {
  for (const answer of await Promise.allSettled(sent)) if (answer.status === 'rejected') throw answer.reason;
}

/** The server answers the commit of a transaction in which a statement failed with a rollback, and no error. */
async function commit(client: PoolClient): Promise<void> {
  const { command } = await client.query('commit');
  if (command !== 'COMMIT')
    throw new Error('Nothing was committed: a statement of the transaction had failed.');
}

const SETTINGS = `set_config('nhip.administration', $1::text, true), set_config('nhip.actor', $2::text, true),
  set_config('nhip.on_behalf_of', $3::text, true), set_config('nhip.now', $4::text, true)`;

const PLANS_KEPT = `set_config('plan_cache_mode', 'force_generic_plan', true)`;

const CLAIM = `with claim as (
  insert into command_log (administration_id, key, actor, type, fingerprint, at)
  values ($1::uuid, $5, $2, $6, $7, $4::timestamptz) on conflict do nothing returning 1)`;

/** Plans for looking up references, kept since tables were small, are forgotten. */
const BEGIN_LONG = `begin; set local idle_in_transaction_session_timeout = '60s';
  set local lock_timeout = '10s'; set local statement_timeout = '10min'; discard plans`;

async function answerOf(sql: Sql, call: Call, command: NonNullable<Call['command']>): Promise<unknown> {
  const [logged] = await sql.rows<{ actor: string; fingerprint: string; result: { value?: unknown } }>(
    'select actor, fingerprint, result from command_log where administration_id = $1 and key = $2',
    [call.actor.administrationId, command.key],
  );
  if (logged?.actor !== actorName(call.actor) || logged.fingerprint !== command.fingerprint) {
    throw new DomainError('IDEMPOTENCY_KEY_REUSED');
  }
  return logged.result.value;
}

async function storeResult(sql: Sql, call: Call, key: string, result: unknown): Promise<void> {
  await sql.rows('update command_log set result = $3::jsonb where administration_id = $1 and key = $2', [
    call.actor.administrationId,
    key,
    JSON.stringify({ value: result }),
  ]);
}
