import type { NoticeKind, NoticeParams, RoleName } from '@nhip/contracts';
import { notify, type NewNotice } from '../notices/index.js';
import type { Transaction } from '../platform/index.js';
import type { Submission } from './persistence/submissions.repository.js';

/** What a notice says of a submission. */
type Told = Pick<Submission, 'id' | 'unitId' | 'unitNames' | 'cycleCode' | 'due'>;

const unitPeople: readonly RoleName[] = ['unit-officer', 'unit-leader'];

/** Tells the unit's people, or the secretariat, about each of these submissions. */
export function tell(
  tx: Transaction,
  to: 'unit' | 'unit-officer' | 'unit-leader' | 'secretariat',
  kind: NoticeKind,
  submissions: readonly Told[],
  params: NoticeParams = {},
  reason?: string,
): Promise<void> {
  return notify(
    tx,
    submissions.map((submission): NewNotice => ({
      to:
        to === 'secretariat'
          ? { role: to }
          : { role: to === 'unit' ? unitPeople : to, unitIds: [submission.unitId] },
      kind,
      params: {
        cycle: submission.cycleCode,
        unit: submission.unitNames,
        ...(submission.due && { dueOn: submission.due.on }),
        ...params,
        ...(reason !== undefined && { reason }),
      },
      link: `/submissions/${submission.id}/show`,
    })),
  );
}
