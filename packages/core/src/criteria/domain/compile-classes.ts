import type { CriteriaSetContent, Gate } from '@nhip/contracts';
import { Ratio } from '../../shared/index.js';
import { contains } from './compare.js';
import { compileRoundedTotal } from './total-limits.js';
import { note, type Trace } from './trace.js';

/** The class of a total after the gates that are met; undefined where no class holds it. */
export type ClassOf = (total: Ratio, met: readonly Gate[], trace: Trace) => string | undefined;

/**
 * The class of a total, on the declared rounded one unless the set says otherwise. Met gates act on it: first those
 * that hold it to a class, then those that move it down, never below the last class.
 */
export function compileClasses(content: CriteriaSetContent): ClassOf {
  const { classification } = content;
  const rounded = compileRoundedTotal(content);
  const bands = (classification?.bands ?? [])
    .map(({ code, from, to }) => ({
      code,
      from: from === null ? undefined : Ratio.of(from),
      to: to === null ? undefined : Ratio.of(to),
    }))
    .sort((a, b) => highestFirst(a.from, b.from));
  const places = new Map(bands.map(({ code }, place) => [code, place]));

  return (total, met, trace) => {
    const value = classification?.on === 'exact' ? total : rounded(total).points;
    const band = bands.findIndex((candidate) => contains(candidate, value));
    const reached = bands[band];
    if (reached === undefined) return undefined;
    note(trace, 'CLASS', { points: value, class: `class/${reached.code}` });
    let place = band;
    for (const { code, effect } of met) {
      if (!('atMost' in effect)) continue;
      note(trace, 'GATE_AT_MOST', { gate: `gate/${code}`, class: `class/${effect.atMost}` });
      place = Math.max(place, places.get(effect.atMost) ?? 0);
    }
    for (const { code, effect } of met) {
      if (!('down' in effect)) continue;
      note(trace, 'GATE_DOWN', { gate: `gate/${code}`, down: String(effect.down) });
      place = Math.min(bands.length - 1, place + effect.down);
    }
    const given = bands[place] ?? reached;
    if (given !== reached) note(trace, 'CLASS_AFTER_GATES', { class: `class/${given.code}` });
    return given.code;
  };
}

/** By lower limit; a class without one is the last. */
function highestFirst(a: Ratio | undefined, b: Ratio | undefined): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? 1 : -1;
  return b.compare(a);
}
