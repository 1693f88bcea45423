import { whatIfChanges, type ScoringRunView, type WhatIfChanges, type WhatIfItem } from '@nhip/contracts';
import type { Sql } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';
import { changesCount } from '../domain/supposed-content.js';
import { visibleRun } from './visible-run.js';

/** With the run it is a copy of, as that stands now. */
export interface StoredWhatIf extends Omit<WhatIfItem, 'run'> {
  readonly run: ScoringRunView;
  /** Text of the database: the figures the run has read. */
  readonly figuresAsOf: string;
  readonly changes: WhatIfChanges;
}

type Row = Omit<StoredWhatIf, 'run' | 'changed'> & { readonly number: number };

const select = `select w.id, w.cycle_id as "cycleId", w.name, w.note, w.status, w.changes, w.revision,
         coalesce(p.full_name, w.started_by) as "startedBy", w.started_at as "startedAt",
         r.number, r.figures_as_of::text as "figuresAsOf"
    from what_if w
    join scoring_run r on r.administration_id = w.administration_id and r.id = w.run_id
    left join account a on 'user:' || a.id::text = w.started_by
    left join person p on p.id = a.person_id
   where w.administration_id = $1 and w.cycle_id = $2`;

/** Throws NOT_FOUND. */
export async function findWhatIf(
  sql: Sql,
  administrationId: string,
  cycleId: string,
  id: string,
): Promise<StoredWhatIf> {
  const [row] = await sql.rows<Row>(`${select} and w.id = $3`, [administrationId, cycleId, id]);
  if (row === undefined) throw new DomainError('NOT_FOUND');
  const { number, ...whatIf } = row;
  const { run } = await visibleRun(sql, { kind: 'system', id: 'what-if', administrationId }, cycleId, number);
  const changes = whatIfChanges.parse(whatIf.changes);
  return { ...whatIf, run, changes, changed: changesCount(changes) };
}

/** Those not dropped, the newest first. */
export async function whatIfsOf(sql: Sql, administrationId: string, cycleId: string): Promise<WhatIfItem[]> {
  const rows = await sql.rows<Row>(
    `${select} and w.status <> 'dropped' order by w.started_at desc, w.id limit 200`,
    [administrationId, cycleId],
  );
  return rows.map(({ number, figuresAsOf: _figuresAsOf, changes, ...whatIf }) => ({
    ...whatIf,
    run: number,
    changed: changesCount(whatIfChanges.parse(changes)),
  }));
}
