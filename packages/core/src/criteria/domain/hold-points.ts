import { Ratio, round } from '../../shared/index.js';
import { notePoints, plainRounding, shownPoints, type Scored, type Verdict } from './compile-outcome.js';
import { bestPoints, takesFromZero } from './points-range.js';
import { howRounded, note, type Trace } from './trace.js';

export type HoldPoints = (points: Ratio, trace: Trace) => Pick<Verdict, 'points' | 'shownPoints'>;

/** Points held within 0 and the maximum, a deduction from zero to 0 and below, then rounded as declared. */
export function holdPoints(scored: Scored): HoldPoints {
  const { pointsRounding } = scored;
  const max = bestPoints(scored);
  const belowZero = takesFromZero(scored);
  return (given, trace) => {
    let points = given;
    if (points.compare(max) > 0) {
      points = max;
      note(trace, 'HELD_TO_MAX', { points });
    } else if (points.sign() < 0 && !belowZero) {
      points = Ratio.zero;
      note(trace, 'HELD_TO_ZERO');
    }
    if (pointsRounding !== undefined) {
      points = Ratio.min(max, round(points, pointsRounding));
      note(trace, 'POINTS_ROUNDED', { how: howRounded(pointsRounding), shown: points });
    }
    const shown = shownPoints(points, pointsRounding, max);
    // Without a declared rounding only what is shown is rounded.
    if (trace !== undefined && !Ratio.of(shown).equals(points))
      note(trace, 'POINTS_SHOWN', { how: howRounded(plainRounding), shown, points });
    notePoints(scored, shown, trace);
    return { points, shownPoints: shown };
  };
}
