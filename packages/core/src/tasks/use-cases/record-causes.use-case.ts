import type { RecordCauses as Command } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Call, type Transaction } from '../../platform/index.js';

interface Recorded {
  readonly id: string;
  readonly code: string;
  readonly revision: number;
}

/**
 * System or administrator: the causes an explanation chooses from, in this order, of the caller's administration (the
 * nil one for the installation). The same again changes nothing; a code given before takes the new words.
 */
@Injectable()
export class RecordCauses {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(command: Command, call: Call): Promise<{ recorded: number }> {
    return this.unitOfWork.run(call, (tx) => recordCauses(tx, command));
  }
}

export async function recordCauses(tx: Transaction, { causes }: Command): Promise<{ recorded: number }> {
  const recorded = await tx.rows<Recorded>(
    `insert into cause (id, administration_id, code, names, sort, citation, revision)
     select id, $1, code, names::jsonb, sort, citation, 1
       from unnest($2::uuid[], $3::text[], $4::text[], $5::int[], $6::text[]) as c(id, code, names, sort, citation)
     on conflict (administration_id, code) do update
       set names = excluded.names, sort = excluded.sort, citation = excluded.citation, retired_at = null,
           revision = cause.revision + 1
       where (cause.names, cause.sort, cause.citation) is distinct from (excluded.names, excluded.sort, excluded.citation)
          or cause.retired_at is not null
     returning id, code, revision`,
    [
      tx.administrationId,
      causes.map(() => tx.ids.next()),
      causes.map(({ code }) => code),
      causes.map(({ names }) => JSON.stringify(names)),
      causes.map((_, index) => index),
      causes.map(({ citation }) => citation ?? null),
    ],
  );
  const given = new Map(causes.map((cause) => [cause.code, cause]));
  tx.history(
    recorded.map(({ id, code, revision }) => ({
      stream: 'causes',
      subject: { kind: 'cause', id },
      revision,
      action: 'cause.recorded',
      after: { ...given.get(code) },
    })),
  );
  return { recorded: recorded.length };
}
