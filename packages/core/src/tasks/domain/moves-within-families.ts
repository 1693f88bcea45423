import type { Day } from '../../shared/index.js';

export interface Relative {
  readonly id: string;
  readonly parentId: string | null;
  readonly dueOn: Day | null;
}

/**
 * Of moves that would happen together, the ids of those that leave no part due after its whole. Where a part or a whole
 * would break that, both stay; as nothing breaks it before, dropping moves ends.
 */
export function movesWithinFamilies(
  moves: ReadonlyMap<string, Day | null>,
  relatives: readonly Relative[],
): ReadonlySet<string> {
  const kept = new Map(moves);
  const byId = new Map(relatives.map((relative) => [relative.id, relative]));
  const dueOn = ({ id, dueOn: present }: Relative): Day | null => kept.get(id) ?? present;
  for (let changed = true; changed;) {
    changed = false;
    for (const part of relatives) {
      const whole = part.parentId === null ? undefined : byId.get(part.parentId);
      if (whole === undefined) continue;
      const [partDue, wholeDue] = [dueOn(part), dueOn(whole)];
      if (partDue === null || wholeDue === null || partDue <= wholeDue) continue;
      changed = [part.id, whole.id].map((id) => kept.delete(id)).includes(true) || changed;
    }
  }
  return new Set(kept.keys());
}
