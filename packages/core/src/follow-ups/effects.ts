import type { NoticeKind } from '@nhip/contracts';
import { notify, type NewNotice } from '../notices/index.js';
import type { Transaction } from '../platform/index.js';
import { ENDED, taskTables } from '../tasks/index.js';
import { stateOf, type Effect, type EffectItem, type Fact, type Registries } from '../workflow/index.js';
import { previousCycleId, standingTask } from './previous-cycle.js';
import { Recommendations, type Recommendation } from './persistence/recommendations.repository.js';

type To = NewNotice['to'];

/** The side that recommends: the unit, or the supervision's team. */
async function recommenderOf(tx: Transaction, { unitId, supervisionId }: Recommendation): Promise<To[]> {
  const [team] = await tx.rows<{ ids: string[] }>(
    'select member_ids as ids from supervision where administration_id = $1 and id = $2',
    [tx.administrationId, supervisionId],
  );
  return [
    ...(unitId === null ? [] : [{ role: ['unit-leader', 'unit-officer'], unitIds: [unitId] } as const]),
    ...(team === undefined ? [] : [{ accountIds: team.ids }]),
  ];
}
const authority = async (): Promise<To[]> => [{ role: ['committee', 'secretariat'] }];

/** An effect that tells one side about each recommendation. */
const tell =
  (kind: NoticeKind, side: (tx: Transaction, one: Recommendation) => Promise<To[]>): Effect =>
  async (tx, items) => {
    const params = new Map(items.map((item) => [item.id, item.params]));
    const notices: NewNotice[] = [];
    for (const one of await tx.use(Recommendations).list([...params.keys()])) {
      const reason = params.get(one.id)?.['reason'];
      for (const to of await side(tx, one))
        notices.push({
          to,
          kind,
          params: {
            title: one.title,
            ...(one.dueOn && { dueOn: one.dueOn }),
            ...(typeof reason === 'string' && { reason }),
          },
          link: `/recommendations/${one.id}/show`,
        });
    }
    await notify(tx, notices);
  };

/**
 * A cycle closes: its tasks and recommendations that are still open, and those it inherited and did not settle, are
 * noted for the agenda of the next, as they stand, with those of no cycle. They themselves do not change.
 */
const carryOver: Effect = async (tx: Transaction, items: readonly EffectItem[]) => {
  for (const { id: cycleId } of items) {
    const carried = await tx.rows<{ kind: 'task' | 'recommendation' }>(
      `insert into carried_over (administration_id, from_cycle_id, kind, record_id, state, due_on, at)
       select $1, $2, open.kind, open.id, open.state, open.due_on, $3
         from (select 'task' as kind, t.id, i.state, t.due_on, t.cycle_id, ${standingTask('t')} as standing
                 from ${taskTables}
                where t.administration_id = $1 and not ${ENDED}
               union all
               select 'recommendation', r.id, i.state, r.due_on, r.cycle_id, r.cycle_id is null
                 from recommendation r
                 join procedure_instance i on i.id = r.id
                 ${stateOf('i', 'st')}
                where r.administration_id = $1 and not ${ENDED}) open
        where open.cycle_id = $2 or open.standing
           or exists (select from carried_over e
                       where e.administration_id = $1 and e.kind = open.kind and e.record_id = open.id
                         and e.from_cycle_id = (select ${previousCycleId('c')} from review_cycle c
                                                 where c.administration_id = $1 and c.id = $2))
       returning kind`,
      [tx.administrationId, cycleId, tx.now],
    );
    const tasks = carried.filter(({ kind }) => kind === 'task').length;
    await notify(tx, [
      {
        to: { role: ['secretariat', 'committee'] },
        kind: 'follow-ups.carried-over',
        params: { tasks, recommendations: carried.length - tasks },
        link: `/review-cycles/${cycleId}/show`,
      },
    ]);
  }
};

/** Cycles with a conclusion that was issued. */
const concluded: Fact = async (tx, cycleIds) => {
  const rows = await tx.rows<{ id: string }>(
    `select distinct cycle_id as id from conclusion
      where administration_id = $1 and cycle_id = any($2::uuid[]) and state = 'issued'`,
    [tx.administrationId, cycleIds],
  );
  const found = new Set(rows.map(({ id }) => id));
  return new Map(cycleIds.map((id) => [id, found.has(id)]));
};

export function registerFollowUps(registries: Registries): void {
  const effects: Readonly<Record<string, Effect>> = {
    'follow-ups.carry-over': carryOver,
    'follow-ups.tell-answered': tell('recommendation.answered', recommenderOf),
    'follow-ups.tell-answer-returned': tell('recommendation.answer-returned', authority),
    'follow-ups.tell-done': tell('recommendation.done', recommenderOf),
    'follow-ups.remind-recommendation': tell('recommendation.reminder', authority),
    'follow-ups.tell-recommendation-overdue': tell('recommendation.overdue', async (tx, one) => [
      ...(await authority()),
      ...(await recommenderOf(tx, one)),
    ]),
  };
  for (const [name, run] of Object.entries(effects)) registries.effect(name, run);
  registries.fact('follow-ups.concluded', concluded);
}
