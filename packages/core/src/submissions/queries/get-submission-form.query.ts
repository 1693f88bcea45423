import type { SubmissionForm } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { criteriaSetVersion } from '../../criteria/index.js';
import { Reader, type Actor, type Sql } from '../../platform/index.js';
import { DomainError, type Instant } from '../../shared/index.js';
import { procedureVersion } from '../../workflow/index.js';
import { cellKey, cellsOf } from '../domain/cells.js';
import { offeredActions } from '../domain/offered-actions.js';
import { collectionOver } from '../domain/collection-over.js';
import { openCells } from '../domain/open-cells.js';
import { readEarlierFigures } from './earlier-figures.js';
import { formElementOf } from './form-element.js';
import { figureMessages, figuresOf } from './form-figures.js';
import { submissionColumns, submissionTables, toSubmission, type SubmissionRow } from './submission-row.js';

/** The form without what the detective says about it: findings stand above and are read beside. */
export type BareForm = Omit<SubmissionForm, 'findings' | 'openFindings'>;

/** Everything the entry screen needs of one submission; another unit's is NOT_FOUND. */
@Injectable()
export class GetSubmissionForm {
  constructor(
    private readonly reader: Reader,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  execute(id: string, actor: Actor, now: Instant): Promise<BareForm> {
    return this.read(this.reader, id, actor, now);
  }

  /** The same, as a transaction sees it: what a conflict answers with. */
  async read(sql: Sql, id: string, actor: Actor, now: Instant): Promise<BareForm> {
    const units = actor.kind === 'system' || actor.unitIds === 'all' ? null : actor.unitIds;
    const [row] = await sql.rows<SubmissionRow & { criteriaSet: BareForm['criteriaSet'] }>(
      `select ${submissionColumns},
              jsonb_build_object('versionId', sv.id, 'code', cs.code, 'names', cs.names, 'version', sv.version)
                as "criteriaSet"
         from ${submissionTables}
         join criteria_set_version sv on sv.id = c.criteria_set_version_id
         join criteria_set cs on cs.id = sv.set_id
        where s.administration_id = $1 and s.id = $2 and ($3::uuid[] is null or s.unit_id = any($3))`,
      [actor.administrationId, id, units],
    );
    if (row === undefined) throw new DomainError('NOT_FOUND');
    const { administrationId } = actor;
    const { content } = await criteriaSetVersion(sql, row.criteriaSetVersionId);
    const { content: procedure } = await procedureVersion(sql, row.procedureVersionId);
    const place = { administrationId, cycleId: row.cycle.id, unitId: row.unit.id };
    const figures = await figuresOf(sql, place);
    const earlier = (await readEarlierFigures(sql, { ...place, unitIds: [row.unit.id] }, row.period))(
      row.unit.id,
    );
    const cells = cellsOf(content, row.unitType, row.period);
    const open = openCells(content, row.unitType, row.period, [...figures.values()]);
    const sender = actor.kind === 'system' ? 'system' : actor.role;
    const actions = offeredActions(procedure, {
      state: row.state,
      sender,
      cycleOver: row.cycleOver,
      collectionOver: collectionOver(row, now),
      openCells: open.length,
    });
    const maySave = actions.some(({ event, allowed }) => event === 'save' && allowed);
    const mayEnter = !row.cycleOver && (sender === 'system' || sender === 'secretariat');
    const calendar = await this.calendars.of(sql, administrationId);
    return {
      ...toSubmission(row, content, { calendar, now, zone: this.calendars.zone }),
      period: row.period,
      unitType: row.unitType,
      criteriaSet: row.criteriaSet,
      actions,
      elements: [...new Set(cells.map(({ element }) => element))].map(formElementOf),
      calculated: content.dataElements.flatMap(({ code, names, formula }) =>
        formula === undefined ? [] : [{ code, names, formula }],
      ),
      rows: cells.map(({ element, month, start, end }) => ({
        element: element.code,
        month: month?.slice(0, 7) ?? null,
        period: { start, end },
        editable: element.filledBy === 'unit' ? maySave : mayEnter,
        current: figures.get(cellKey(element.code, month))?.view ?? null,
        previous: earlier.previous(element.code, month),
        lastYear: earlier.lastYear(element.code, month),
      })),
      indicators: content.indicators,
      messages: await figureMessages(sql, administrationId, id),
    };
  }
}
