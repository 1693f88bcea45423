import { canonicalJson, type Instant } from '../../shared/index.js';
import type { Finding } from './finding.js';
import type { RaisedFinding } from './raised-finding.js';

export interface FollowedFinding {
  readonly before: Finding | undefined;
  readonly after: Finding;
  /** History action. */
  readonly action: string;
}

const identity = ({ unitId, code, key }: RaisedFinding): string => `${unitId ?? ''}/${code}/${key}`;
const said = ({ params, expected, found, subject, importance }: RaisedFinding): string =>
  canonicalJson({ params, expected, found, subject, importance });

/**
 * What becomes of the findings after a check: new ones are raised, those that hold no longer are void, those that
 * came back or say something else now are open again (an answer is kept beside them). All others stay untouched,
 * answers and settlements included, so that a check can run as often as one likes.
 */
export function followFindings(
  known: readonly Finding[],
  raised: readonly RaisedFinding[],
  context: { readonly cycleId: string; readonly now: Instant; readonly nextId: () => string },
): FollowedFinding[] {
  const present = new Map(raised.map((finding) => [identity(finding), finding]));
  const before = new Map(known.map((finding) => [identity(finding), finding]));
  const followed: FollowedFinding[] = [];
  for (const [key, finding] of present) {
    const earlier = before.get(key);
    if (earlier === undefined) {
      const { cycleId, now: at } = context;
      const fresh = { state: 'open' as const, answer: null, settlement: null, at, revision: 1 };
      const after = { ...finding, id: context.nextId(), cycleId, ...fresh };
      followed.push({ before: undefined, after, action: 'finding.raised' });
    } else if (earlier.state === 'void' || said(earlier) !== said(finding)) {
      const { id, cycleId, answer, revision } = earlier;
      const again = { state: 'open' as const, answer, settlement: null, at: context.now };
      const after = { ...finding, id, cycleId, ...again, revision: revision + 1 };
      followed.push({ before: earlier, after, action: 'finding.raised-again' });
    }
  }
  for (const [key, finding] of before) {
    if (present.has(key) || finding.state === 'void') continue;
    const after = { ...finding, state: 'void' as const, revision: finding.revision + 1 };
    followed.push({ before: finding, after, action: 'finding.voided' });
  }
  return followed;
}
