import { describeProcedureFault, procedureSource, type ProcedureDefinitionInput } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Call } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';
import { workOut } from '../domain/work-out.js';
import { faultsOf, faultsOfSource } from '../domain/validate-procedure.js';
import { hashOf, Procedures } from '../persistence/procedures.repository.js';
import { Registries } from '../registries.js';

/**
 * Issues a procedure under its code: version n + 1 when its content differs from the current one, otherwise
 * nothing. Refused with PROCEDURE_FAULTY naming every fault. An issued version never changes.
 */
@Injectable()
export class IssueProcedure {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly registries: Registries,
  ) {}

  async execute(
    command: { readonly code: string; readonly definition: ProcedureDefinitionInput },
    call: Call,
  ): Promise<{ id: string }> {
    const source = procedureSource.parse(command.definition);
    const content = workOut(source);
    const faults = [...faultsOfSource(source), ...faultsOf(content, this.registries.known())];
    if (faults.length > 0) {
      const inWords = (language: 'vi' | 'en') =>
        faults.map((fault) => describeProcedureFault(fault, language)).join('; ');
      throw new DomainError('PROCEDURE_FAULTY', {
        code: command.code,
        faults: { vi: inWords('vi'), en: inWords('en') },
      });
    }
    return this.unitOfWork.run(call, async (tx) => {
      const procedures = tx.use(Procedures);
      const current = await procedures.findCurrent(command.code);
      if (current?.contentHash === hashOf(content)) return { id: current.id };
      const id = tx.ids.next();
      const version = (current?.version ?? 0) + 1;
      await procedures.insertIssued(id, command.code, version, content);
      tx.history([
        {
          stream: 'procedures',
          subject: { kind: 'procedure', id },
          revision: 1,
          action: 'procedure.issued',
          after: { code: command.code, version, content },
        },
      ]);
      return { id };
    });
  }
}
