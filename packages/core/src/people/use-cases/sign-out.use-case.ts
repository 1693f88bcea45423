import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Call } from '../../platform/index.js';
import { Sessions } from '../persistence/sessions.repository.js';

/** Anybody signed in. The session is gone at once, on every process; repeating it does nothing. */
@Injectable()
export class SignOut {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute({ tokenHash }: { readonly tokenHash: Uint8Array }, call: Call): Promise<void> {
    return this.unitOfWork.run(call, async (tx) => {
      const session = await tx.use(Sessions).end(tokenHash);
      if (session === undefined) return;
      tx.history([
        {
          stream: 'auth',
          subject: { kind: 'session', id: session.id },
          revision: session.revision + 1,
          action: 'session.ended',
          after: { account: session.accountId, assignment: session.assignmentId, ended: true },
        },
      ]);
    });
  }
}
