import { DomainError } from '../../shared/index.js';

/** Refuses a change made from an older revision, handing over the record as it stands now. */
export function checkRevision(expected: number, record: { readonly revision: number }): void {
  if (record.revision === expected) return;
  throw new DomainError('REVISION_CONFLICT', {
    expected,
    current: record.revision,
    record: JSON.stringify(record),
  });
}
