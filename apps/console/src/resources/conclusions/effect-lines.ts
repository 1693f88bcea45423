import type { EffectCycle, EffectSeries, IndicatorEffect } from '@nhip/contracts';

interface Frame {
  readonly width: number;
  readonly height: number;
}

interface Dot {
  readonly x: number;
  readonly y: number;
  readonly hollow: boolean;
  readonly value: string;
}

export interface PlacedLine {
  readonly key: string;
  readonly together: boolean;
  /** Points of each unbroken stretch, as SVG writes them: a cycle without a value breaks the line. */
  readonly parts: readonly string[];
  readonly dots: readonly Dot[];
}

export interface PlacedEffect {
  readonly lines: readonly PlacedLine[];
  readonly columns: readonly { readonly x: number; readonly cycle: EffectCycle }[];
  /** Lowest and highest value shown. */
  readonly marks: readonly { readonly y: number; readonly value: string }[];
  /** Between the last cycle before the directive and the first after it. */
  readonly divide: number | undefined;
}

const LEFT = 68;
const RIGHT = 40;
const TOP = 22;
const BOTTOM = 34;

/** Where the values of an indicator stand in a frame; only places come of the numbers, the values stay as they are shown. */
export function placed(effect: IndicatorEffect, { width, height }: Frame): PlacedEffect {
  const { cycles, together, units } = effect;
  const shown = [together, ...units].flatMap(({ points }) =>
    points.flatMap((point) => point.shownValue ?? []),
  );
  const values = shown.map(Number);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const step = (width - LEFT - RIGHT) / Math.max(1, cycles.length - 1);
  const xOf = (place: number): number => (cycles.length === 1 ? width / 2 : Math.round(LEFT + place * step));
  const yOf = (value: number): number => {
    const room = height - TOP - BOTTOM;
    return Math.round(high === low ? TOP + room / 2 : TOP + ((high - value) / (high - low)) * room);
  };
  const lineOf = (key: string, { points }: EffectSeries): PlacedLine => {
    const dots = points.map(({ shownValue }, place): Dot | undefined =>
      shownValue === null
        ? undefined
        : {
            x: xOf(place),
            y: yOf(Number(shownValue)),
            hollow: cycles[place]?.incomparable !== null,
            value: shownValue,
          },
    );
    return {
      key,
      together: key === '',
      parts: stretches(dots).map((stretch) => stretch.map(({ x, y }) => `${x},${y}`).join(' ')),
      dots: dots.filter((dot) => dot !== undefined),
    };
  };
  const first = cycles.findIndex(({ side }) => side === 'after');
  return {
    lines: [...units.map((one) => lineOf(one.unit.id, one)), lineOf('', together)],
    columns: cycles.map((cycle, place) => ({ x: xOf(place), cycle })),
    marks: [...new Set([low, high])].flatMap((limit) => {
      const value = shown.find((one) => Number(one) === limit);
      return value === undefined ? [] : [{ y: yOf(limit), value }];
    }),
    divide: first > 0 ? (xOf(first - 1) + xOf(first)) / 2 : undefined,
  };
}

function stretches(dots: readonly (Dot | undefined)[]): Dot[][] {
  const found: Dot[][] = [[]];
  for (const dot of dots) {
    if (dot === undefined) found.push([]);
    else found.at(-1)?.push(dot);
  }
  return found.filter((stretch) => stretch.length > 1);
}
