import { INSTALLATION } from '../platform/index.js';
import type { Sql } from '../shared/index.js';
import type { RecordedDay } from './domain/calendar-change.js';

/** Days as they are recorded now, the installation's and the administration's own. */
export function recordedDays(sql: Sql, administrationId: string): Promise<RecordedDay[]> {
  return sql.rows<RecordedDay>(
    `select day, kind, name, name_en as "nameEn", confidence, source, administration_id = $1 as own
       from calendar_day where administration_id in ($1, '${INSTALLATION}') and superseded_at is null order by day`,
    [administrationId],
  );
}
