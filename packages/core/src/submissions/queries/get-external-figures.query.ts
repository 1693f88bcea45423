import type { DataElement, ExternalFigures } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { criteriaSetVersion } from '../../criteria/index.js';
import { Reader, type UserActor } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';
import { cellKey, cellsOf } from '../domain/cells.js';
import { readEarlierFigures } from './earlier-figures.js';
import { formElementOf } from './form-element.js';
import { externalFiguresOf } from './form-figures.js';
import { submissionColumns, submissionTables, type SubmissionRow } from './submission-row.js';

/** Elements filled by the secretariat, with their figures of every unit that takes part; in the order of the units. */
@Injectable()
export class GetExternalFigures {
  constructor(private readonly reader: Reader) {}

  async execute(cycleId: string, { administrationId, unitIds }: UserActor): Promise<ExternalFigures> {
    const rows = await this.reader.rows<SubmissionRow>(
      `select ${submissionColumns} from ${submissionTables}
        where s.administration_id = $1 and s.cycle_id = $2 and ($3::uuid[] is null or s.unit_id = any($3))
          and i.state not in ('excused', 'withdrawn')
        order by coalesce(g.sort, 99999), u.code collate "C"`,
      [administrationId, cycleId, unitIds === 'all' ? null : unitIds],
    );
    const [first] = rows;
    if (first === undefined) throw new DomainError('NOT_FOUND');
    const { content } = await criteriaSetVersion(this.reader, first.criteriaSetVersionId);
    const figures = await externalFiguresOf(this.reader, { administrationId, cycleId });
    const own = content.dataElements.filter(({ filledBy }) => filledBy === 'secretariat');
    const earlierOf = await readEarlierFigures(
      this.reader,
      { administrationId, cycleId, unitIds: rows.map(({ unit }) => unit.id) },
      first.period,
      own.map(({ code }) => code),
    );
    const used = new Set<DataElement>();
    const units = rows.flatMap(({ id, unit, unitType, period, cycleOver }) => {
      const cells = cellsOf(content, unitType, period).filter(
        ({ element }) => element.filledBy === 'secretariat',
      );
      for (const { element } of cells) used.add(element);
      const ofUnit = figures.get(unit.id);
      const earlier = earlierOf(unit.id);
      const filled = cells.map(({ element, month, start, end }) => ({
        element: element.code,
        month: month?.slice(0, 7) ?? null,
        period: { start, end },
        editable: !cycleOver,
        current: ofUnit?.get(cellKey(element.code, month)) ?? null,
        previous: earlier.previous(element.code, month),
      }));
      return filled.length === 0 ? [] : [{ unit, submissionId: id, rows: filled }];
    });
    const elements = content.dataElements.filter((element) => used.has(element)).map(formElementOf);
    return { cycle: first.cycle, elements, units };
  }
}
