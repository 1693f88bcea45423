import type { ProcedureDefinition } from '@nhip/contracts';

export const BOX = { width: 172, height: 56, gapX: 76, gapY: 44, margin: 24 } as const;

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
  /** A timer or the system sends it, nobody else. */
  readonly automatic: boolean;
  /** SVG path and where the arrow's word stands. */
  readonly path: string;
  readonly labelX: number;
  readonly labelY: number;
}

export interface Diagram {
  readonly states: readonly DiagramState[];
  readonly arrows: readonly DiagramArrow[];
  readonly width: number;
  readonly height: number;
}

/**
 * Lays the states out from left to right by how many moves they lie from the first one (breadth first, in
 * the order of the definition); states equally far stand below each other. Arrows back run beneath.
 */
export function layOut(definition: ProcedureDefinition): Diagram {
  const columns = columnsOf(definition);
  const places = new Map<string, DiagramState & { readonly column: number }>();
  columns.forEach((names, column) =>
    names.forEach((name, row) =>
      places.set(name, {
        name,
        column,
        x: BOX.margin + column * (BOX.width + BOX.gapX),
        y: BOX.margin + row * (BOX.height + BOX.gapY),
      }),
    ),
  );
  const rows = Math.max(...columns.map((names) => names.length));
  const bottom = BOX.margin + rows * (BOX.height + BOX.gapY);
  let back = 0;
  const arrows = movesOf(definition).flatMap(({ from, to, events, automatic }) => {
    const start = places.get(from);
    const end = places.get(to);
    if (!start || !end) return [];
    const forward = end.column > start.column;
    const lane = forward ? 0 : bottom + back++ * 26;
    const drawn = forward ? ahead(start, end) : around(start, end, lane);
    return [{ from, to, events, automatic, ...drawn }];
  });
  return {
    states: [...places.values()],
    arrows,
    width: columns.length * (BOX.width + BOX.gapX) - BOX.gapX + 2 * BOX.margin,
    height: bottom + back * 26 + BOX.margin,
  };
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
  const columns: string[][] = Array.from({ length: last + 1 }, () => []);
  for (const name of Object.keys(states)) columns[distance.get(name) ?? last]?.push(name);
  return columns.filter((names) => names.length > 0);
}

function movesOf({
  states,
}: ProcedureDefinition): Pick<DiagramArrow, 'from' | 'to' | 'events' | 'automatic'>[] {
  return Object.entries(states).flatMap(([from, { on }]) => {
    const targets = [...new Set(Object.values(on).map(({ to }) => to))];
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

type Place = Pick<DiagramState, 'x' | 'y'>;

function ahead(start: Place, end: Place) {
  const [x1, y1, x2, y2] = [start.x + BOX.width, start.y + BOX.height / 2, end.x, end.y + BOX.height / 2];
  const bend = Math.max(30, (x2 - x1) / 2);
  return {
    path: `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`,
    labelX: (x1 + x2) / 2,
    labelY: (y1 + y2) / 2 - 6,
  };
}

function around(start: Place, end: Place, lane: number) {
  const from = start.x + BOX.width / 2 + 16;
  const to = end.x + BOX.width / 2 - 16;
  const [y1, y2] = [start.y + BOX.height, end.y + BOX.height];
  return {
    path: `M${from} ${y1}V${lane - 8}Q${from} ${lane} ${from - 8} ${lane}H${to + 8}Q${to} ${lane} ${to} ${lane - 8}V${y2}`,
    labelX: (from + to) / 2,
    labelY: lane - 5,
  };
}
