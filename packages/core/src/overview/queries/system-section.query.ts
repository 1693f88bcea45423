import type { Names, OverviewCard, OverviewTile, SelfCheck } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { INSTALLATION, Reader } from '../../platform/index.js';
import { CARD_ITEMS, type Asking } from '../asking.js';
import { card, tile } from '../domain/cards.js';

/** What an auditor looks at first: decisions, and what was moved, returned or taken back. Launches stand on a card of their own. */
const sensitive =
  '([.](launch-withdrawn|stage-ended|stage-reopened|participants-added|participant-excused|concluded|closed|discarded|published|frozen|issued|presented|criticised|spared|withdrawn|cancelled|suspended|deadline-moved|reopened|returned|excused|settled|answered|role-assigned|role-withdrawn|password-reset|disabled|enabled)|role-assignment[.]assigned)$';

/** As many as an auditor reads at a glance. */
const RECENT = 10;

const system: Names = { vi: 'Hệ thống', en: 'The system' };

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

  recentActions(asking: Asking): Promise<OverviewCard> {
    return this.actions('recent-actions', sensitive, RECENT, asking);
  }

  /** Cycles that were launched lately, by whom. */
  launches(asking: Asking): Promise<OverviewCard> {
    return this.actions('launches', '^review-cycle[.]launched$', CARD_ITEMS, asking);
  }

  /** Commands, not records: what one command did to many is one line. A record without a title goes by its unit. */
  private async actions(
    kind: OverviewCard['kind'],
    matching: string,
    most: number,
    { actor, today }: Asking,
  ): Promise<OverviewCard> {
    const rows = await this.reader.rows<{
      id: string;
      action: string;
      at: string;
      by: string | null;
      subject: Names | null;
      records: number;
      kind: string;
      subjectId: string;
    }>(
      `select min(h.stream || '#' || h.seq) as id, h.action, h.at, p.full_name as by, count(*)::int as records,
              min(h.subject_kind) as kind,
              min(case when h.subject_kind = 'role-assignment' then h.after ->> 'accountId' else h.subject_id end) as "subjectId",
              (array_agg(coalesce(h.after -> 'names',
                case when h.after ? 'title' then jsonb_build_object('vi', h.after ->> 'title') end, w.names)))[1]
                as subject
         from (select *, body::jsonb -> 'after' as after from history
                where administration_id = $1 and action ~ $2
               union all
               select *, body::jsonb -> 'after' from history
                where administration_id = '${INSTALLATION}' and action ~ $2 and subject_kind = 'account' and exists (
                  select from role_assignment r where r.administration_id = $1 and r.account_id::text = subject_id)) h
         left join account a on h.actor = 'user:' || a.id
         left join person p on p.id = a.person_id
         left join lateral (
           select names from unit_version v
            where v.administration_id = $1 and v.unit_id::text = h.after ->> 'unitId'
            order by (v.valid_from <= $3::date) desc, abs(v.valid_from - $3::date) limit 1) w on true
        group by h.action, h.at, h.actor, p.full_name
        order by h.at desc, max(h.recorded_at) desc limit ${most}`,
      [actor.administrationId, matching, today],
    );
    return card(
      kind,
      rows.map(({ id, action, at, by, subject, records, kind: subjectKind, subjectId }) => ({
        id,
        kind: 'action',
        title: records === 1 && subject !== null ? subject : { vi: '–' },
        detail: {
          code: records === 1 ? 'action' : 'actions',
          params: { action, at, by: by ?? system, records, of: pages[subjectKind] ?? '' },
        },
        deadline: null,
        pressing: false,
        link: linkTo(pages[subjectKind], records === 1 ? subjectId : undefined),
        illustrative: false,
      })),
    );
  }
}

/** To the record, or to the list where one command moved several. */
function linkTo(page: string | undefined, id: string | undefined): string | null {
  if (page === undefined) return null;
  return id === undefined ? `/${page}` : `/${page}/${id}/show`;
}

/** Where the console shows a record of this kind. */
const pages: Readonly<Record<string, string>> = {
  task: 'tasks',
  'review-cycle': 'review-cycles',
  conclusion: 'conclusions',
  recommendation: 'recommendations',
  supervision: 'supervisions',
  submission: 'submissions',
  finding: 'findings',
  'criteria-set': 'criteria-sets',
  account: 'accounts',
  'role-assignment': 'accounts',
};
