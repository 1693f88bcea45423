import type { Names, SubmissionAction } from '@nhip/contracts';

/** A step that hands the submission on or back; saving and talking have their own places. */
export type Step = SubmissionAction & {
  readonly event: Exclude<SubmissionAction['event'], 'save' | 'discuss'>;
};

export const isStep = (action: SubmissionAction): action is Step =>
  action.event !== 'save' && action.event !== 'discuss';

/** Why steps that lead on from here are not possible now, those with the same reason in one sentence. */
export function hindered(steps: readonly Step[], name: (names: Names) => string): readonly string[] {
  const byReason = new Map<string, string[]>();
  for (const { allowed, here, why, names } of steps) {
    if (allowed || !here || why === null) continue;
    const reason = name(why);
    byReason.set(reason, [...(byReason.get(reason) ?? []), name(names)]);
  }
  return [...byReason].map(([reason, actions]) => `${actions.join(', ')}: ${reason}`);
}
