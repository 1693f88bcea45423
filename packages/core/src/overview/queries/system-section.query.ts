import type { OverviewCard, OverviewTile, SelfCheck } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { Reader } from '../../platform/index.js';
import { CARD_ITEMS, type Asking } from '../asking.js';
import { card, tile } from '../domain/cards.js';

/** What an auditor looks at first: decisions, and what was moved, returned or taken back. */
const sensitive =
  '[.](criticised|spared|withdrawn|deadline-moved|reopened|excused|published|issued|cancelled|role-assigned|role-withdrawn|password-reset|settled|closed)$';

/** Seconds after which a lag is looked at, and after which it is a fault. */
const LAG = { watch: 60, bad: 600 } as const;

interface Readings {
  readonly timerLag: number;
  readonly outboxLag: number;
  readonly outboxFailed: number;
  readonly fsync: string;
  readonly synchronousCommit: string;
  readonly fullPageWrites: string;
  readonly now: string;
}

/** The installation itself, on the homes of administrator and auditor. */
@Injectable()
export class SystemSection {
  constructor(private readonly reader: Reader) {}

  /** Late timers by business time, the outbox by the machine's; settings that decide whether a commit lasts. */
  async checks(): Promise<SelfCheck[]> {
    const [row] = await this.reader.rows<Readings>(
      `select coalesce((select greatest(0, extract(epoch from business_now() - min(due_at)))::int from timer
                where state = 'armed' and due_at <= business_now()), 0) as "timerLag",
              coalesce((select extract(epoch from clock_timestamp() - min(created_at))::int from outbox
                where done_at is null and failed_at is null), 0) as "outboxLag",
              (select count(*)::int from outbox where failed_at is not null) as "outboxFailed",
              current_setting('fsync') as fsync, current_setting('synchronous_commit') as "synchronousCommit",
              current_setting('full_page_writes') as "fullPageWrites", business_now() as now`,
    );
    if (row === undefined) return [];
    const lag = (seconds: number): SelfCheck['state'] =>
      seconds < LAG.watch ? 'good' : seconds < LAG.bad ? 'watch' : 'bad';
    const setting = (value: string): SelfCheck['state'] => (value === 'off' ? 'bad' : 'good');
    return [
      { check: 'timer-lag', state: lag(row.timerLag), value: String(row.timerLag) },
      { check: 'outbox-lag', state: lag(row.outboxLag), value: String(row.outboxLag) },
      {
        check: 'outbox-failed',
        state: row.outboxFailed === 0 ? 'good' : 'bad',
        value: String(row.outboxFailed),
      },
      { check: 'fsync', state: setting(row.fsync), value: row.fsync },
      { check: 'synchronous-commit', state: setting(row.synchronousCommit), value: row.synchronousCommit },
      { check: 'full-page-writes', state: setting(row.fullPageWrites), value: row.fullPageWrites },
      { check: 'clock', state: 'good', value: row.now },
    ];
  }

  /** Accounts with a role in the administration. */
  async people({ actor, today }: Asking): Promise<OverviewTile[]> {
    const [row] = await this.reader.rows<Record<'active' | 'disabled' | 'unused' | 'sessions', number>>(
      `select count(*) filter (where a.disabled_at is null)::int as active,
              count(*) filter (where a.disabled_at is not null)::int as disabled,
              count(*) filter (where a.disabled_at is null and a.must_change_password)::int as unused,
              count(*) filter (where exists (select from session s
                where s.account_id = a.id and s.expires_at > clock_timestamp()))::int as sessions
         from account a
        where exists (select from role_assignment r where r.account_id = a.id and r.administration_id = $1
                and r.valid_from <= $2::date and (r.valid_to is null or r.valid_to > $2::date))`,
      [actor.administrationId, today],
    );
    return [
      tile('accounts', row?.active ?? 0, { link: '/accounts' }),
      tile('accounts-never-used', row?.unused ?? 0, { link: '/accounts' }),
      tile('accounts-disabled', row?.disabled ?? 0, { link: '/accounts' }),
      tile('sessions', row?.sessions ?? 0),
    ];
  }

  /** Commands, not records: what one command did to many is one line. */
  async recentActions({ actor }: Asking): Promise<OverviewCard> {
    const rows = await this.reader.rows<{
      id: string;
      action: string;
      at: string;
      by: string | null;
      subject: string | null;
      records: number;
      kind: string;
      subjectId: string;
    }>(
      `select min(h.stream || '#' || h.seq) as id, h.action, h.at, p.full_name as by, count(*)::int as records,
              min(h.subject_kind) as kind, min(h.subject_id) as "subjectId",
              min(coalesce(h.body::jsonb #>> '{after,title}', h.body::jsonb #>> '{after,names,vi}')) as subject
         from history h
         left join account a on h.actor = 'user:' || a.id
         left join person p on p.id = a.person_id
        where h.administration_id = $1 and h.action ~ $2
        group by h.action, h.at, h.actor, p.full_name
        order by h.at desc, max(h.recorded_at) desc limit ${CARD_ITEMS}`,
      [actor.administrationId, sensitive],
    );
    return card(
      'recent-actions',
      rows.map(({ id, action, at, by, subject, records, kind, subjectId }) => ({
        id,
        kind: 'action',
        title: { vi: records === 1 && subject !== null ? subject : '–' },
        detail: {
          code: records === 1 ? 'action' : 'actions',
          params: { action, at, by: by ?? '–', records },
        },
        deadline: null,
        pressing: false,
        link: records > 1 || pages[kind] === undefined ? null : `/${pages[kind]}/${subjectId}/show`,
        illustrative: false,
      })),
    );
  }
}

/** Where the console shows a record of this kind. */
const pages: Readonly<Record<string, string>> = {
  task: 'tasks',
  'review-cycle': 'review-cycles',
  conclusion: 'conclusions',
  recommendation: 'recommendations',
  supervision: 'supervisions',
  submission: 'submissions',
  account: 'accounts',
};
