import type { FindingView, Page, SubmissionForm, SubmissionItem } from '@nhip/contracts';

/** Submissions and findings are two features; people see them as one. */
export const withOpenFindings = (
  { items, total }: Page<Omit<SubmissionItem, 'openFindings'>>,
  counts: readonly number[],
): Page<SubmissionItem> => ({
  items: items.map((item, index) => ({ ...item, openFindings: counts[index] ?? 0 })),
  total,
});

export const withFindings = (
  form: Omit<SubmissionForm, 'findings' | 'openFindings'>,
  findings: FindingView[],
): SubmissionForm => ({
  ...form,
  findings,
  openFindings: findings.filter(({ state }) => state === 'open' || state === 'explained').length,
});
