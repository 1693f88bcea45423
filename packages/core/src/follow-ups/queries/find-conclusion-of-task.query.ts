import type { TaskConclusion } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { Reader, type UserActor } from '../../platform/index.js';

/** The issued conclusion whose item asks for a task. */
@Injectable()
export class FindConclusionOfTask {
  constructor(private readonly reader: Reader) {}

  async execute(
    { sourceKind, sourceId }: { readonly sourceKind: string; readonly sourceId: string | null },
    { administrationId }: UserActor,
  ): Promise<TaskConclusion | null> {
    if (sourceKind !== 'conclusion' || sourceId === null) return null;
    const [row] = await this.reader.rows<TaskConclusion>(
      `select c.id, c.title, c.number, c.held_on as "heldOn", n.number as item
         from conclusion_item n
         join conclusion c on c.administration_id = n.administration_id and c.id = n.conclusion_id
        where n.administration_id = $1 and n.id = $2 and c.state = 'issued'`,
      [administrationId, sourceId],
    );
    return row ?? null;
  }
}
