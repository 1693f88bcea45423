import type { NoticeKind } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { criteriaSetVersion } from '../../criteria/index.js';
import { submitEvidence } from '../../evidence/index.js';
import { UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { DomainError, type Instant } from '../../shared/index.js';
import { Instances, procedureVersion, WorkflowEngine } from '../../workflow/index.js';
import { collectionOver } from '../domain/collection-over.js';
import { openCells } from '../domain/open-cells.js';
import { holdSubmission } from '../held-submission.js';
import { GetSubmissionForm } from '../queries/get-submission-form.query.js';
import { tell } from '../notices.js';
import { Figures } from '../persistence/figures.repository.js';
import {
  Submissions,
  type Submission,
  type SubmissionColumns,
} from '../persistence/submissions.repository.js';

export type SubmissionEvent = 'submit' | 'approve' | 'return' | 'recall' | 'accept' | 'reopen';

type Recipient = Parameters<typeof tell>[1];

interface Step {
  /** History action. */
  readonly action: string;
  readonly columns: (now: Instant) => SubmissionColumns;
  /** Whom it touches: of some steps it depends on where the submission stood. */
  readonly tells: {
    readonly to: Recipient | ((before: Submission) => Recipient);
    readonly kind: NoticeKind;
  };
}

const steps: Readonly<Record<SubmissionEvent, Step>> = {
  submit: {
    action: 'submission.submitted',
    columns: (now) => ({ submittedAt: now }),
    tells: { to: 'unit-leader', kind: 'submission.waits-for-approval' },
  },
  approve: {
    action: 'submission.approved',
    columns: (now) => ({ approvedAt: now }),
    tells: { to: 'secretariat', kind: 'submission.handed-in' },
  },
  return: {
    action: 'submission.returned',
    columns: () => ({ submittedAt: null, approvedAt: null }),
    tells: { to: 'unit', kind: 'submission.returned' },
  },
  recall: {
    action: 'submission.recalled',
    columns: () => ({ submittedAt: null, approvedAt: null }),
    // Whoever was to act next need not any more.
    tells: {
      to: ({ state }) => (state === 'approved' ? 'secretariat' : 'unit-leader'),
      kind: 'submission.recalled',
    },
  },
  accept: {
    action: 'submission.accepted',
    columns: (now) => ({ acceptedAt: now }),
    tells: { to: 'unit', kind: 'submission.accepted' },
  },
  reopen: {
    action: 'submission.reopened',
    columns: () => ({ submittedAt: null, approvedAt: null, acceptedAt: null }),
    tells: { to: 'unit', kind: 'submission.reopened' },
  },
};

/** Approved at one level of the unit: the next one is to approve before it is handed in. */
const passedOn: Step = {
  action: 'submission.approved-at-level',
  columns: () => ({}),
  tells: { to: 'unit-leader', kind: 'submission.waits-for-approval' },
};

interface Command {
  readonly id: string;
  readonly revision?: number | undefined;
  readonly event: SubmissionEvent;
  readonly reason?: string | undefined;
}

/**
 * One level hands the submission on, or back. Who may do which, and when, says its procedure. Refused besides:
 * to submit with cells left open (CELLS_LEFT_OPEN), to recall once the collection is over (RECALL_TOO_LATE): what is
 * open then would stay so.
 */
@Injectable()
export class MoveSubmission {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly engine: WorkflowEngine,
    private readonly forms: GetSubmissionForm,
  ) {}

  execute(command: Command, call: Call): Promise<{ revision: number }> {
    return this.unitOfWork.run(call, (tx) => this.step(tx, command));
  }

  private async step(tx: Transaction, { id, revision, event, reason }: Command) {
    const submission = await holdSubmission(tx, this.forms, { id, revision });
    if (event === 'recall' && collectionOver(submission, tx.now)) throw new DomainError('RECALL_TOO_LATE');
    const within = event === 'approve' && (await approvedFurther(tx, id));
    const { action, columns, tells } = within ? passedOn : steps[event];
    const [after] = await this.engine.act(tx, {
      ids: [id],
      event,
      action,
      reason,
      change: async () => {
        if (event === 'submit') await refuseOpenCells(tx, submission);
        const late = event === 'submit' && isLate(submission, tx.now);
        if (!within) await tx.use(Submissions).change([id], { ...columns(tx.now), ...(late && { late }) });
        if (event === 'approve' && !within) await submitEvidence(tx, 'submission', [id]);
      },
    });
    const to = typeof tells.to === 'function' ? tells.to(submission) : tells.to;
    await tell(tx, to, tells.kind, [submission], reason ? { reason } : {});
    return { revision: after?.revision ?? submission.revision };
  }
}

/** Whether the procedure has another level of approval after the present one. */
async function approvedFurther(tx: Transaction, id: string): Promise<boolean> {
  const [instance] = await tx.use(Instances).lock([id]);
  if (instance === undefined) return false;
  const { states } = (await procedureVersion(tx, instance.procedureVersionId)).content;
  const next = states[instance.state]?.on['approve']?.to;
  return next !== undefined && states[next]?.on['approve'] !== undefined;
}

/** What was handed in on time and given back after the deadline is not late for it. */
function isLate({ state, enteredAt, due }: Submission, now: Instant): boolean {
  return due !== null && now >= due.at && (state === 'open' || enteredAt < due.at);
}

async function refuseOpenCells(
  tx: Transaction,
  { cycleId, unitId, unitType, period, criteriaSetVersionId }: Submission,
): Promise<void> {
  const { content } = await criteriaSetVersion(tx, criteriaSetVersionId);
  const open = openCells(content, unitType, period, await tx.use(Figures).listCurrent(cycleId, [unitId]));
  if (open.length > 0) throw new DomainError('CELLS_LEFT_OPEN', { count: open.length });
}
