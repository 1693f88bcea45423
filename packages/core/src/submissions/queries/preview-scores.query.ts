import type { PreviewedScores, PreviewFigures } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { criteriaSetVersion, scoreUnit } from '../../criteria/index.js';
import { Reader, type UserActor } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';
import type { FigureRow } from '../domain/figure-row.js';
import { readFigure } from '../domain/read-figure.js';
import { unitFigures, withSaved } from '../domain/unit-figures.js';
import { elsewhereFigures } from './elsewhere-figures.js';
import { submissionColumns, submissionTables, type SubmissionRow } from './submission-row.js';

type Recorded = Pick<FigureRow, 'element' | 'month' | 'state' | 'value'>;

/**
 * What a unit would get for the figures it is typing: the stored ones with these in their place, through the same
 * evaluation as a scoring run. What cannot be read yet counts as no data. Another unit's submission is NOT_FOUND.
 */
@Injectable()
export class PreviewScores {
  constructor(private readonly reader: Reader) {}

  async execute(
    { id, cells, language = 'vi' }: PreviewFigures & { readonly id: string },
    actor: UserActor,
  ): Promise<PreviewedScores> {
    const { administrationId, unitIds } = actor;
    const [row] = await this.reader.rows<SubmissionRow>(
      `select ${submissionColumns} from ${submissionTables}
        where s.administration_id = $1 and s.id = $2 and ($3::uuid[] is null or s.unit_id = any($3))`,
      [administrationId, id, unitIds === 'all' ? null : unitIds],
    );
    if (row === undefined) throw new DomainError('NOT_FOUND');
    const set = await criteriaSetVersion(this.reader, row.criteriaSetVersionId);
    const { content, compiled } = set;
    const stored = await this.reader.rows<Recorded>(
      `select element_code as element, month, state, value::text as value from figure
        where administration_id = $1 and cycle_id = $2 and unit_id = $3 and superseded_at is null`,
      [administrationId, row.cycle.id, row.unit.id],
    );
    const elements = new Map(content.dataElements.map((element) => [element.code, element]));
    const typed = cells.flatMap(({ element: code, month, state = 'value', value }): Recorded[] => {
      const element = elements.get(code);
      if (element === undefined) return [];
      const read = readFigure(element, { state, value }, language);
      const figure = read.ok ? read : ({ state: 'missing', value: null } as const);
      const day = month === undefined ? null : (`${month}-01` as FigureRow['month']);
      return [{ element: code, month: day, state: figure.state, value: figure.value }];
    });
    const figures = unitFigures(content, row.unitType, row.period, withSaved(stored, typed));
    const elsewhere = await elsewhereFigures(this.reader, set, {
      administrationId,
      cycleId: row.cycle.id,
      period: row.period,
      unitIds: [row.unit.id],
      recordedAt: null,
    });
    const { scores, total } = scoreUnit(compiled, {
      ...figures,
      elsewhere: elsewhere(row.unit.id, figures.figures),
    });
    return {
      indicators: [...scores.values()].map(({ indicator, state, shownValue, shownPoints }) => ({
        indicator,
        state,
        shownValue: shownValue ?? null,
        shownPoints: shownPoints ?? null,
      })),
      shownTotal: total.shownPoints ?? null,
      noTotal: total.shownPoints === undefined ? (total.unranked ?? null) : null,
      maxPoints: content.totals.maxPoints,
    };
  }
}
