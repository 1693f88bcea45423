import type { DiscussFigure as Discussion } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { criteriaSetVersion } from '../../criteria/index.js';
import { actorName, UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { FieldFaults } from '../../shared/index.js';
import { WorkflowEngine } from '../../workflow/index.js';
import { cellsOf } from '../domain/cells.js';
import { holdSubmission } from '../held-submission.js';
import { GetSubmissionForm } from '../queries/get-submission-form.query.js';
import { tell } from '../notices.js';

const unitRoles = new Set(['unit-officer', 'unit-leader']);

/**
 * Unit and secretariat (or appraiser) ask and answer on a figure; the other side is told. The submission stays
 * where it is. Refused for a cell that is not in the form.
 */
@Injectable()
export class DiscussFigure {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly engine: WorkflowEngine,
    private readonly forms: GetSubmissionForm,
  ) {}

  execute(
    command: Discussion & { readonly id: string },
    call: Call,
  ): Promise<{ id: string; messageId: string; revision: number }> {
    return this.unitOfWork.run(call, (tx) => this.step(tx, command));
  }

  private async step(tx: Transaction, { id, element, month, text }: Discussion & { readonly id: string }) {
    const submission = await holdSubmission(tx, this.forms, { id });
    const { content } = await criteriaSetVersion(tx, submission.criteriaSetVersionId);
    const cell = cellsOf(content, submission.unitType, submission.period).find(
      (one) => one.element.code === element && (month === undefined || one.month?.slice(0, 7) === month),
    );
    if (cell === undefined)
      throw new FieldFaults([{ path: 'element', code: 'ELEMENT_NOT_IN_SET', params: { element } }]);
    const side = tx.actor.kind === 'user' && unitRoles.has(tx.actor.role) ? 'unit' : 'secretariat';
    const messageId = tx.ids.next();
    const [after] = await this.engine.act(tx, {
      ids: [id],
      action: side === 'unit' ? 'submission.figure-answered' : 'submission.figure-asked',
      change: async () => {
        await tx.rows(
          `insert into figure_message (id, administration_id, submission_id, element_code, month, side, author, text, at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
          [
            messageId,
            tx.administrationId,
            id,
            element,
            month === undefined ? null : `${month}-01`,
            side,
            actorName(tx.actor),
            text,
            tx.now,
          ],
        );
      },
    });
    await tell(
      tx,
      side === 'unit' ? 'secretariat' : 'unit',
      side === 'unit' ? 'submission.answered' : 'submission.asked',
      [submission],
      { element: cell.element.names, text },
    );
    return { id, messageId, revision: after?.revision ?? submission.revision };
  }
}
