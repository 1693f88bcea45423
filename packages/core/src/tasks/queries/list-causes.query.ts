import type { CauseItem } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { INSTALLATION, Reader, type Actor } from '../../platform/index.js';

/** The causes an explanation chooses from: the administration's own before the installation's of the same code. */
@Injectable()
export class ListCauses {
  constructor(private readonly reader: Reader) {}

  execute(caller: Pick<Actor, 'administrationId'>): Promise<CauseItem[]> {
    return this.reader.rows<CauseItem>(
      `select code, names, citation from (
         select distinct on (code) code, names, citation, sort from cause
          where administration_id in ($1, '${INSTALLATION}') and retired_at is null
          order by code, administration_id = $1 desc) c
        order by sort, code`,
      [caller.administrationId],
    );
  }
}
