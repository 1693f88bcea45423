import type { INestApplicationContext, Type } from '@nestjs/common';
import type { RoleName } from '@nhip/contracts';
import { Reader, type Call, type UserActor } from '@nhip/core/platform';
import { DomainError, instant } from '@nhip/core/shared';
import { Cast } from './cast.js';
import type { Samples } from './read-samples.js';
import { repeatable } from './repeatable.js';
import type { Round } from './schemas.js';
import type { Step } from './steps.js';

/** Where a round is played: its administration, its people, and the records its steps have made. */
export class Stage {
  readonly reader: Reader;

  constructor(
    private readonly context: INestApplicationContext,
    private readonly cast: Cast,
    readonly samples: Samples,
    readonly round: Round,
  ) {
    this.reader = context.get(Reader);
  }

  get<Part>(part: Type<Part> | symbol): Part {
    return this.context.get<Part>(part);
  }

  get administrationId(): string {
    return this.cast.administrationId(this.round.administration);
  }

  unitId(code: string): string {
    return this.cast.unitId(this.administrationId, code);
  }

  named(userName: string): UserActor {
    return this.cast.named(this.administrationId, userName);
  }

  ofUnit(unitCode: string, role: RoleName): UserActor {
    return this.cast.ofUnit(this.administrationId, unitCode, role);
  }

  /** The call of a step; `part` names one of several commands of one step. */
  call(step: Step, actor: UserActor, part = ''): Call {
    const key = [`seed-${this.round.seed}`, step.at, step.do, part].filter(Boolean).join('/');
    return repeatable(actor, instant(step.at), key, step);
  }

  /** One row of a query that must give one. */
  async one<Row>(what: string, text: string, values: readonly unknown[]): Promise<Row> {
    const [row] = await this.reader.rows<Row>(text, values);
    if (row === undefined) throw new DomainError('NOT_FOUND', { round: this.round.seed, what });
    return row;
  }

  cycle(code = this.round.cycle.code): Promise<{ id: string; revision: number }> {
    return this.one(
      `cycle ${code}`,
      `select c.id, i.revision from review_cycle c
         join procedure_instance i on i.administration_id = c.administration_id and i.id = c.id
        where c.administration_id = $1 and c.code = $2`,
      [this.administrationId, code],
    );
  }

  submission(unitCode: string): Promise<{ id: string }> {
    return this.one(
      `submission of ${unitCode}`,
      `select s.id from submission s
         join review_cycle c on c.administration_id = s.administration_id and c.id = s.cycle_id
        where s.administration_id = $1 and c.code = $2 and s.unit_id = $3`,
      [this.administrationId, this.round.cycle.code, this.unitId(unitCode)],
    );
  }
}
