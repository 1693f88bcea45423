import type { Names, WhatIfItem, WhatIfView } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { criteriaSetVersion, lint } from '../../criteria/index.js';
import { Reader, type Actor } from '../../platform/index.js';
import { supposedContent } from '../domain/supposed-content.js';
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
    const {
      run,
      figuresAsOf: _figuresAsOf,
      ...whatIf
    } = await findWhatIf(this.reader, caller.administrationId, cycleId, id);
    const { content } = await criteriaSetVersion(this.reader, run.criteriaSetVersionId);
    return {
      ...whatIf,
      run: run.number,
      criteriaSetVersionId: run.criteriaSetVersionId,
      remarks: lint(supposedContent(content, whatIf.changes)),
      unitNames: await this.namesOf(
        caller,
        whatIf.changes.figures.map(({ unitId }) => unitId),
      ),
    };
  }

  private async namesOf(
    { administrationId }: Actor,
    unitIds: readonly string[],
  ): Promise<Record<string, Names>> {
    if (unitIds.length === 0) return {};
    const rows = await this.reader.rows<{ unitId: string; names: Names }>(
      `select distinct on (unit_id) unit_id as "unitId", names from unit_version
        where administration_id = $1 and unit_id = any($2::uuid[]) order by unit_id, valid_from desc`,
      [administrationId, unitIds],
    );
    return Object.fromEntries(rows.map(({ unitId, names }) => [unitId, names]));
  }
}
