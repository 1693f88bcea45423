import { setImmediate } from 'node:timers/promises';
import type { IssuedSetVersion } from '../../criteria/index.js';
import type { Transaction } from '../../platform/index.js';
import { cycleCounts } from '../../submissions/index.js';
import { scoreRowsOf } from '../domain/score-cycle.js';
import { hashOfLines, type TotalRow } from '../domain/score-rows.js';
import { Scores, type UnitLines } from '../persistence/scores.repository.js';
import {
  cycleFigures,
  type FigureSource,
  type ScoredCycle,
  type ScoredUnit,
} from '../queries/cycle-figures.js';
import { chunksOf, cyclePopulation } from '../queries/cycle-population.js';
import type { PartRead } from './hold-basis.js';

/** Up to so many units a COPY is not worth its round trips, and the connection is theirs alone. */
const FEW = 4;

export interface RunToScore {
  readonly id: string;
  readonly cycle: ScoredCycle;
  readonly set: IssuedSetVersion;
  /** Nothing has been written into it yet. */
  readonly fresh: boolean;
  /** What is read is what was recorded until then. */
  readonly inputUntil: string;
  /** What was asked for already. */
  readonly read?: PartRead | undefined;
}

/** A unit's total, and the score rows this command wrote for it. */
export type ScoredTotal = TotalRow & {
  readonly scoresWritten: number;
  readonly scoresHash: string;
  /** Rows were written or closed. */
  readonly scoresChanged: boolean;
};

/**
 * Figures → scores of these units, row by changed row, into an open run. While the database stores one part, the next
 * is computed and the one after it is read, so that neither waits for the other for long.
 */
export async function scoreUnits(
  tx: Transaction,
  run: RunToScore,
  units: readonly ScoredUnit[],
): Promise<ScoredTotal[]> {
  const inTurn = queueOf();
  const few = units.length <= FEW;
  const chunks = chunksOf(units);
  const { cycle, set, inputUntil: recordedAt } = run;
  const { administrationId } = tx;
  const place = { administrationId, cycleId: cycle.id, period: cycle.period, recordedAt };
  const counted = await cycleCounts(tx, set, place);
  const source = { administrationId, cycle, set, recordedAt, counted };
  const population = await cyclePopulation(tx, source, units);
  const read = (chunk: readonly ScoredUnit[] | undefined) =>
    inTurn(async () =>
      chunk === undefined ? undefined : { chunk, ...(await readUnits(tx, run, source, chunk, few)) },
    );

  const totals: ScoredTotal[] = [];
  let next = read(chunks[0]);
  let written = Promise.resolve();
  for (let at = 1; at <= chunks.length; at += 1) {
    const input = await next;
    next = read(chunks[at]);
    if (input === undefined) break;
    const changes: UnitLines[] = [];
    const gone: { unitId: string; indicator: string }[] = [];
    for (const unit of input.chunk) {
      const { lines, total } = scoreRowsOf(run.set, unit, input.figures.get(unit.unitId), population);
      const current = await input.current;
      const { added, removed } = difference(current?.get(unit.unitId), lines);
      changes.push({ unitId: unit.unitId, lines: added });
      for (const indicator of removed) gone.push({ unitId: unit.unitId, indicator });
      totals.push({
        ...total,
        scoresWritten: added.length,
        scoresHash: hashOfLines(added),
        scoresChanged: added.length + removed.length > 0,
      });
      if (!few) await setImmediate(); // lets the sockets be served
    }
    await written;
    written = inTurn(async () => {
      const validOn = run.cycle.period.asOf;
      if (few) {
        tx.use(Scores).replace(run.id, gone, changes, validOn);
        return;
      }
      await tx.use(Scores).supersede(run.id, gone);
      await tx.use(Scores).append(run.id, changes, validOn);
    });
  }
  await written;
  return totals;
}

/** `ahead`: the scores as they stand are still on their way, and arrive while the new ones are computed. */
async function readUnits(
  tx: Transaction,
  { id, fresh, read }: RunToScore,
  source: FigureSource,
  units: readonly ScoredUnit[],
  ahead: boolean,
) {
  const scored = units.filter(({ excused }) => !excused);
  const ids = units.map(({ unitId }) => unitId);
  const figures = cycleFigures(tx, source, scored, read?.recorded);
  const current = fresh ? undefined : (read?.lines ?? tx.use(Scores).currentLines(id, ids));
  current?.catch(() => undefined); // told to whoever awaits it, which nobody does where the figures were refused
  return { figures: await figures, current: ahead ? current : await current };
}

/** Lines to write, and the indicators whose stored row is another one or is no more. */
function difference(
  current: readonly string[] | undefined,
  lines: readonly string[],
): { readonly added: readonly string[]; readonly removed: readonly string[] } {
  if (current === undefined) return { added: lines, removed: [] };
  const before = new Set(current);
  const now = new Set(lines);
  return {
    added: lines.filter((line) => !before.has(line)),
    removed: current.filter((line) => !now.has(line)).map((line) => line.slice(0, line.indexOf('\t'))),
  };
}

/** One thing after another on the one connection, each begun when the one before it has ended. */
function queueOf(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine;
    mine.catch(() => undefined); // told to whoever awaits it
    return mine;
  };
}
