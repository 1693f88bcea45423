import type { NoticeKind } from '@nhip/contracts';
import { notify } from '../notices/index.js';
import type { Transaction } from '../platform/index.js';
import type { Extension } from './domain/extension.js';
import { Tasks, type Task } from './persistence/tasks.repository.js';

/** Those who decide on a request hear of it: the secretariat, of a requirement the auditors. */
export async function tellDeciders(
  tx: Transaction,
  kind: Extract<NoticeKind, `task.extension-${string}`>,
  task: Task,
  extension: Extension,
): Promise<void> {
  const units = await tx.use(Tasks).unitNames([task.unitId], extension.fromDueOn);
  await notify(tx, [
    {
      to: { role: task.kind === 'requirement' ? 'auditor' : 'secretariat', unitIds: [task.unitId] },
      kind,
      params: { ...wordsOf(task, extension), unit: units.get(task.unitId) ?? '' },
      link: `/tasks/${task.id}/show`,
    },
  ]);
}

const kinds = {
  approved: 'task.extension-approved',
  rejected: 'task.extension-rejected',
  countered: 'task.extension-countered',
} as const;

/** The unit hears how its request was decided. */
export async function tellUnit(tx: Transaction, task: Task, extension: Extension): Promise<void> {
  const kind = kinds[extension.state as keyof typeof kinds];
  await notify(tx, [
    {
      to: { role: ['unit-leader', 'unit-officer'], unitIds: [task.unitId, ...task.coUnitIds] },
      kind,
      params: wordsOf(task, extension),
      link: `/tasks/${task.id}/show`,
    },
  ]);
}

const wordsOf = (task: Task, extension: Extension) => ({
  title: task.title,
  dueOn: extension.fromDueOn,
  askedDueOn: extension.askedDueOn,
  number: extension.number,
  reason: extension.decisionReason ?? extension.reason,
  ...(extension.counteredDueOn !== null && { counteredDueOn: extension.counteredDueOn }),
});
