import type { ProcedureDefinition } from '@nhip/contracts';

export const BOX = { width: 172, height: 56, gapX: 152, gapY: 40, margin: 56, top: 24 } as const;

export interface DiagramState {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

export interface DiagramArrow {
  readonly from: string;
  readonly to: string;
  /** Events that lead the same way share an arrow. */
  readonly events: readonly string[];
  /** Only a timer or the system sends it. */
  readonly automatic: boolean;
  /** SVG path, and where its word stands. */
  readonly path: string;
  /** The same word at the same end stands there once. */
  readonly worded: boolean;
  readonly label: { readonly x: number; readonly y: number; readonly anchor: 'start' | 'middle' | 'end' };
}

export interface Diagram {
  readonly states: readonly DiagramState[];
  readonly arrows: readonly DiagramArrow[];
  readonly width: number;
  readonly height: number;
}

type Move = Pick<DiagramArrow, 'from' | 'to' | 'events' | 'automatic'>;
type Place = DiagramState & { readonly column: number };
type Drawn = Pick<DiagramArrow, 'path' | 'label' | 'worded'>;

/**
 * Lays the states out from left to right by how many moves they lie from the first one, in the order of the
 * definition; states equally far stand below each other. A move ahead therefore never passes a column;
 * moves back run in the gaps between columns and beneath all boxes, so that no line crosses a box.
 */
export function layOut(definition: ProcedureDefinition): Diagram {
  const columns = columnsOf(definition);
  const places = new Map<string, Place>(
    columns.flatMap((names, column) => names.map((name, row) => [name, place(name, column, row)])),
  );
  const rows = Math.max(...columns.map((names) => names.length));
  const bottom = BOX.top + rows * (BOX.height + BOX.gapY);
  const moves = movesOf(definition);
  let lanes = 0;
  const wordsAt = new Map<string, string[]>();
  const arrows = moves.flatMap((move): DiagramArrow[] => {
    const start = places.get(move.from);
    const end = places.get(move.to);
    if (!start || !end) return [];
    if (end.column === start.column) {
      const words = wordsAt.get(end.name) ?? [];
      const own = move.events.join(' ');
      const worded = !words.includes(own);
      wordsAt.set(end.name, worded ? [...words, own] : words);
      return [{ ...move, ...beside(start, end, words.length), worded }];
    }
    if (end.column < start.column) return [{ ...move, ...beneath(start, end, bottom, lanes++) }];
    const leaving = moves.filter(({ from, to }) => from === move.from && isAhead(from, to));
    const coming = moves.filter(({ from, to }) => to === move.to && isAhead(from, to));
    return [{ ...move, ...ahead(start, end, share(leaving, move), share(coming, move)) }];
  });
  return {
    states: [...places.values()],
    arrows,
    width: columns.length * (BOX.width + BOX.gapX) - BOX.gapX + 2 * BOX.margin,
    height: bottom + lanes * LANE + 16,
  };

  function isAhead(from: string, to: string): boolean {
    return (places.get(to)?.column ?? 0) > (places.get(from)?.column ?? 0);
  }
}

const LANE = 26;

const place = (name: string, column: number, row: number): Place => ({
  name,
  column,
  x: BOX.margin + column * (BOX.width + BOX.gapX),
  y: BOX.top + row * (BOX.height + BOX.gapY),
});

/** Several arrows at one side of a box share its upper two thirds. */
function share(moves: readonly Move[], move: Move): number {
  return (((moves.indexOf(move) + 1) / (moves.length + 1)) * 2) / 3;
}

function columnsOf({ initial, states }: ProcedureDefinition): string[][] {
  const distance = new Map([[initial, 0]]);
  const queue = [initial];
  for (const name of queue) {
    const next = (distance.get(name) ?? 0) + 1;
    for (const { to } of Object.values(states[name]?.on ?? {})) {
      if (distance.has(to)) continue;
      distance.set(to, next);
      queue.push(to);
    }
  }
  const last = Math.max(...distance.values());
  return Array.from({ length: last + 1 }, (_, column) =>
    Object.keys(states).filter((name) => (distance.get(name) ?? last) === column),
  );
}

function movesOf({ states }: ProcedureDefinition): Move[] {
  return Object.entries(states).flatMap(([from, { on }]) => {
    // What leaves the state as it is (a reminder) stands in the table beneath: as an arrow it would only hide others.
    const targets = [...new Set(Object.values(on).map(({ to }) => to))].filter((to) => to !== from);
    return targets.map((to) => {
      const moves = Object.entries(on).filter(([, move]) => move.to === to);
      return {
        from,
        to,
        events: moves.map(([event]) => event),
        automatic: moves.every(([, move]) => move.by.length === 0),
      };
    });
  });
}

function ahead(start: Place, end: Place, leaves: number, comes: number): Drawn {
  const [x1, y1] = [start.x + BOX.width, start.y + BOX.height * leaves];
  const [x2, y2] = [end.x, end.y + BOX.height * comes];
  return {
    path: `M${x1} ${y1}C${x1 + 40} ${y1} ${x1 + 16} ${y2} ${x1 + 56} ${y2}H${x2}`,
    label: { x: x2 - 38, y: y2 - 5, anchor: 'end' },
    worded: true,
  };
}

/** Between states of one column: an arc at their right, the wider the farther; its word stands where it ends. */
function beside(start: Place, end: Place, above: number): Drawn {
  const x = start.x + BOX.width;
  const y1 = start.y + BOX.height * 0.8;
  const y2 = end.y + BOX.height * (end.y > start.y ? 0.75 : 0.9);
  const bulge = 8 + Math.abs(end.y - start.y) / 5;
  return {
    path: `M${x} ${y1}C${x + bulge} ${y1} ${x + bulge} ${y2} ${x} ${y2}`,
    // All words at one box from the same height, however their arrows come in: one line each.
    label: { x: x + 16, y: Math.max(end.y + BOX.height * 0.8 - 6 - above * 18, 12), anchor: 'start' },
    worded: true,
  };
}

function beneath(start: Place, end: Place, bottom: number, lane: number): Drawn {
  const y = bottom + lane * LANE;
  const y1 = start.y + BOX.height * 0.84;
  const y2 = end.y + BOX.height * 0.84;
  const out = start.x - 14 - (lane % 4) * 6;
  const back = end.x - 14 - (lane % 4) * 6;
  return {
    path: `M${start.x} ${y1}H${out}V${y - 8}Q${out} ${y} ${out - 8} ${y}H${back + 8}Q${back} ${y} ${back} ${y - 8}V${y2}H${end.x}`,
    label: { x: (out + back) / 2, y: y - 5, anchor: 'middle' },
    worded: true,
  };
}
