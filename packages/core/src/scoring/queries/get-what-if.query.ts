import {
  supposedContent,
  type Names,
  type PresentFigure,
  type SupposedFigure,
  type WhatIfItem,
  type WhatIfView,
} from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { asText, criteriaSetVersion, lint, type IssuedSetVersion } from '../../criteria/index.js';
import { Reader, type Actor } from '../../platform/index.js';
import { cycleFigures, scoredCycle, scoredUnits } from './cycle-figures.js';
import { findWhatIf, whatIfsOf } from './find-what-if.js';

/** The what-ifs of a cycle that were not dropped. */
@Injectable()
export class ListWhatIfs {
  constructor(private readonly reader: Reader) {}

  execute({ cycleId }: { readonly cycleId: string }, caller: Actor): Promise<WhatIfItem[]> {
    return whatIfsOf(this.reader, caller.administrationId, cycleId);
  }
}

/** One of them with all that is supposed, and what the linter says of the criteria it makes. */
@Injectable()
export class GetWhatIf {
  constructor(private readonly reader: Reader) {}

  async execute(
    { cycleId, id }: { readonly cycleId: string; readonly id: string },
    caller: Actor,
  ): Promise<WhatIfView> {
    const { run, figuresAsOf, ...whatIf } = await findWhatIf(
      this.reader,
      caller.administrationId,
      cycleId,
      id,
    );
    const set = await criteriaSetVersion(this.reader, run.criteriaSetVersionId);
    const { figures } = whatIf.changes;
    return {
      ...whatIf,
      run: run.number,
      criteriaSetVersionId: run.criteriaSetVersionId,
      remarks: lint(supposedContent(set.content, whatIf.changes)),
      unitNames: await this.namesOf(caller, id),
      present: await this.presentFigures(caller, { cycleId, figuresAsOf }, set, figures),
    };
  }

  /** What the run has read where other figures are supposed. */
  private async presentFigures(
    { administrationId }: Actor,
    { cycleId, figuresAsOf }: { readonly cycleId: string; readonly figuresAsOf: string },
    set: IssuedSetVersion,
    supposed: readonly SupposedFigure[],
  ): Promise<PresentFigure[]> {
    const unitIds = [...new Set(supposed.map(({ unitId }) => unitId))];
    if (unitIds.length === 0) return [];
    const cycle = await scoredCycle(this.reader, administrationId, cycleId);
    const units = await scoredUnits(this.reader, administrationId, cycle, unitIds);
    const source = { administrationId, cycle, set, recordedAt: figuresAsOf };
    const read = await cycleFigures(this.reader, source, units);
    return supposed.map(({ unitId, element }) => {
      const figure = read.get(unitId)?.figures.get(element) ?? { state: 'missing' as const };
      const value = figure.state === 'value' ? asText(figure.value) : null;
      return { unitId, element, state: figure.state, value };
    });
  }

  private async namesOf({ administrationId }: Actor, id: string): Promise<Record<string, Names>> {
    const rows = await this.reader.rows<{ unitId: string; names: Names }>(
      `select distinct on (unit_id) unit_id as "unitId", names from unit_version
        where administration_id = $1 and unit_id in (
          select (figure ->> 'unitId')::uuid
            from history h
           cross join lateral jsonb_array_elements(h.body::jsonb #> '{after,changes,figures}') as figure
           where h.administration_id = $1 and h.subject_kind = 'what-if' and h.subject_id = $2)
        order by unit_id, valid_from desc`,
      [administrationId, id],
    );
    return Object.fromEntries(rows.map(({ unitId, names }) => [unitId, names]));
  }
}
