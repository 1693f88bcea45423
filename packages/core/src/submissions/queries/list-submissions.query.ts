import { searchKey, type Page, type SubmissionList } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { criteriaSetVersion } from '../../criteria/index.js';
import { Reader, readPage, type UserActor } from '../../platform/index.js';
import type { Instant } from '../../shared/index.js';
import {
  submissionColumns,
  submissionTables,
  toSubmission,
  type BareSubmission,
  type SubmissionRow,
} from './submission-row.js';
import { UNIT_AT_CUT_OFF } from '../unit-at-cut-off.js';

const orders: Readonly<Record<SubmissionList['sort'], string>> = {
  unit: `coalesce(g.sort, 99999) {order}, u.code collate "C" {order}`,
  state: 'i.state {order}',
  deadline: `i.deadlines->'due'->>'at' {order} nulls last`,
  submittedAt: 's.submitted_at {order} nulls last',
};

/** Submissions, newest cycle first where none is chosen; a unit's people see those of their units. */
@Injectable()
export class ListSubmissions {
  constructor(
    private readonly reader: Reader,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  async execute(
    { page = 1, perPage = 25, sort = 'unit', order = 'ASC', ...filter }: Partial<SubmissionList>,
    actor: UserActor,
    now: Instant,
  ): Promise<Page<BareSubmission>> {
    const { q, cycleId, unitId, peerGroupId, state, late } = filter;
    const by = orders[sort].replaceAll('{order}', order === 'DESC' ? 'desc' : 'asc');
    const { items: places, total } = await readPage<{ id: string }>(
      this.reader,
      `select s.id, count(*) over()::int as total
         from submission s
         join procedure_instance i on i.administration_id = s.administration_id and i.id = s.id
         join review_cycle c on c.administration_id = s.administration_id and c.id = s.cycle_id
         join unit u on u.administration_id = s.administration_id and u.id = s.unit_id
         ${UNIT_AT_CUT_OFF}
         left join peer_group g on g.administration_id = v.administration_id and g.id = v.peer_group_id
        where s.administration_id = $1
          and ($2::uuid[] is null or s.unit_id = any($2))
          and ($3::uuid is null or s.cycle_id = $3)
          and ($4::uuid is null or s.unit_id = $4)
          and ($5::uuid is null or v.peer_group_id = $5)
          and ($6::text is null or i.state = $6)
          and ($7::boolean is null or s.late = $7)
          and ($8::text is null or strpos(v.search, $8) > 0)
        order by c.created_at desc, ${by}, s.id`,
      [
        actor.administrationId,
        actor.unitIds === 'all' ? null : actor.unitIds,
        cycleId ?? null,
        unitId ?? null,
        peerGroupId ?? null,
        state ?? null,
        late ?? null,
        q ? searchKey(q) : null,
      ],
      { page, perPage },
    );
    const items = await this.read(
      places.map(({ id }) => id),
      actor,
      now,
    );
    return { items, total };
  }

  /** The rows of one page, in the order of the ids: what is dear to read is read for these only. */
  private async read(
    ids: readonly string[],
    { administrationId }: UserActor,
    now: Instant,
  ): Promise<BareSubmission[]> {
    const rows = await this.reader.rows<SubmissionRow>(
      `select ${submissionColumns} from ${submissionTables}
        where s.administration_id = $1 and s.id = any($2::uuid[]) order by array_position($2::uuid[], s.id)`,
      [administrationId, ids],
    );
    const calendar = await this.calendars.of(this.reader, administrationId);
    const reading = { calendar, now, zone: this.calendars.zone };
    return Promise.all(
      rows.map(async (row) => {
        const { content } = await criteriaSetVersion(this.reader, row.criteriaSetVersionId);
        return toSubmission(row, content, reading);
      }),
    );
  }
}
