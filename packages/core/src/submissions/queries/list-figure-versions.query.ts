import type { FigureVersion } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { Reader, type Actor } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';

/**
 * Every version of a unit's figure in a cycle, the newest first: what it was, who recorded it, until when it stood.
 * Throws NOT_FOUND outside the reader's units.
 */
@Injectable()
export class ListFigureVersions {
  constructor(private readonly reader: Reader) {}

  async execute(
    place: { readonly cycleId: string; readonly unitId: string; readonly element: string },
    caller: Actor,
  ): Promise<FigureVersion[]> {
    const scope = caller.kind === 'system' ? 'all' : caller.unitIds;
    if (scope !== 'all' && !scope.includes(place.unitId)) throw new DomainError('NOT_FOUND');
    return this.reader.rows<FigureVersion>(
      `select f.id::text as id, to_char(f.month, 'YYYY-MM') as month, f.state, trim_scale(f.value)::text as value,
              f.note, f.source, coalesce(n.full_name, f.recorded_by) as "recordedBy", f.at,
              f.superseded_at is null as current
         from figure f
         left join account a on f.recorded_by = 'user:' || a.id::text
         left join person n on n.id = a.person_id
        where f.administration_id = $1 and f.cycle_id = $2 and f.unit_id = $3 and f.element_code = $4
        order by f.recorded_at desc, f.id desc limit 200`,
      [caller.administrationId, place.cycleId, place.unitId, place.element],
    );
  }
}
