import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestProduct, type TestProduct } from '@nhip/core/testing';
import { openSample, samplesOf } from './rounds.js';

let product: TestProduct;
let sample: Awaited<ReturnType<typeof openSample>>;
beforeAll(async () => {
  product = await openTestProduct();
  sample = await openSample(product, samplesOf(0));
});
afterAll(() => product.close());

const cycleState = async (code = 'RS-9T-2022') =>
  (
    await product.reader.rows<{ state: string }>(
      'select i.state from review_cycle c join procedure_instance i on i.id = c.id where c.code = $1',
      [code],
    )
  )[0]?.state;

/** Explanation tasks by code of the unit. */
const explanations = async () =>
  new Map(
    (
      await product.reader.rows<{
        code: string;
        state: string;
        dueOn: string;
        phrase: string;
        indicators: string[];
        steps: string[];
      }>(
        `select u.code, i.state, t.due_on as "dueOn", t.phrase,
                (select array_agg(e ->> 'indicator' order by 1) from jsonb_array_elements(t.explains) e) as indicators,
                coalesce((select array_agg(s.kind order by s.number) from task_step s where s.task_id = t.id), '{}') as steps
           from task t join unit u on u.id = t.unit_id join procedure_instance i on i.id = t.id
          where t.kind = 'explanation' order by u.code`,
      )
    ).map((row) => [row.code, row] as const),
  );

const ranking = (unitType: string) =>
  product.reader.rows<{ code: string; rank: number | null; shown: string }>(
    `select u.code, s.rank, s.shown_points as shown from total_score s
       join unit u on u.id = s.unit_id join unit_version v on v.unit_id = u.id and v.valid_to is null
      where s.superseded_at is null and v.unit_type = $1 order by s.rank nulls last, u.code`,
    [unitType],
  );

describe('round 0, in the order of its text', () => {
  it('stands at its conference: figures collected, locked, checked and scored', async () => {
    expect(await cycleState()).toBe('conferring');
    const states = await product.reader.rows(
      `select distinct i.state, s.locked from submission s join procedure_instance i on i.id = s.id`,
    );
    expect(states).toEqual([{ state: 'accepted', locked: true }]);
    expect((await explanations()).size).toBe(0);
    const [draft] = await product.reader.rows('select state, held_on::text as held from conclusion');
    expect(draft).toEqual({ state: 'draft', held: '2022-10-11' });
  });

  it('keeps seven indicators: five reviewed, two with thresholds', async () => {
    const codes = await product.reader.rows<{ code: string; breaches: string | null }>(
      `select s.indicator_code as code, array_to_string(array_agg(distinct u.code order by u.code)
         filter (where s.breaches <> '[]'), ' ') as breaches
         from score s join unit u on u.id = s.unit_id where s.superseded_at is null group by 1 order by 1`,
    );
    expect(codes).toEqual([
      { code: 'ddci', breaches: null },
      { code: 'e-processing', breaches: 'P3 P6 PQLDT' },
      { code: 'e-signing', breaches: null },
      { code: 'iso', breaches: null },
      { code: 'mobile-feedback', breaches: null },
      { code: 'portal-posting', breaches: 'P3 P4 PTP' },
      { code: 'portal-updating', breaches: null },
    ]);
  });

  it('is concluded on 11/10: one explanation for each unit under a threshold, due before 18/10', async () => {
    await sample.until('2022-10-12T08:00:00+07:00');
    expect(await cycleState()).toBe('explaining');
    const asked = await explanations();
    expect([...asked.keys()]).toEqual(['P3', 'P4', 'P6', 'PQLDT', 'PTP']);
    for (const task of asked.values())
      expect(task).toMatchObject({ dueOn: '2022-10-17', phrase: 'trước ngày 18/10', state: 'assigned' });
    expect(asked.get('P3')?.indicators).toEqual(['e-processing', 'portal-posting']);
    expect(asked.get('PTP')?.indicators).toEqual(['portal-posting']);
  });

  it('reminds, receives answers, accepts and returns', async () => {
    await sample.until('2022-10-14T17:00:00+07:00');
    const half = await explanations();
    expect(half.get('P3')?.state).toBe('returned');
    expect(half.get('P6')?.state).toBe('accepted');
    expect(half.get('PTP')).toMatchObject({ state: 'assigned', steps: ['reminded'] });
  });

  it('knows late from on time at midnight after 17/10; who is silent is overdue, urged, marked for criticism', async () => {
    await sample.until('2022-10-18T23:00:00+07:00');
    const after = await explanations();
    expect(after.get('P3')?.state).toBe('accepted');
    expect(after.get('PTP')?.steps.slice(0, 3)).toEqual(['reminded', 'overdue', 'urged']);
    expect(after.get('P3')?.steps).not.toContain('overdue');
    expect(await cycleState()).toBe('following-up');
    await sample.until('2022-10-21T12:00:00+07:00');
    expect((await explanations()).get('PTP')?.steps.at(-1)).toBe('marked-for-criticism');
  });

  it('consolidates the list, criticises, and gives directive tasks', async () => {
    await sample.until('2022-10-22T12:00:00+07:00');
    const [list] = await product.reader.rows<{ counts: Record<string, number> }>(
      'select counts from consolidation',
    );
    expect(list?.counts).toMatchObject({ total: 5, answered: 4, accepted: 4 });
    expect((await explanations()).get('PTP')?.steps.at(-1)).toBe('criticised');
    const directives = await product.reader.rows(
      `select t.due_on::text as due, count(*)::int as units from task t
        where t.title like 'Nâng tỷ lệ%' or t.title like 'Đăng đủ%' group by 1`,
    );
    expect(directives).toEqual([{ due: '2022-11-30', units: 6 }]);
  });

  it('publishes ranks within peer groups, ties 1-2-2-4, and goes on with the next cycle', async () => {
    await sample.until('2022-12-06T08:00:00+07:00');
    expect(await cycleState()).toBe('closed');
    const wards = await ranking('ward');
    expect(wards.map(({ code, rank }) => [code, rank])).toEqual([
      ['P1', 1],
      ['P2', 2],
      ['P5', 2],
      ['P4', 4],
      ['P6', 5],
      ['P3', 6],
    ]);
    expect(await cycleState('RS-NAM-2022')).toBe('prepared');
    const [carried] = await product.reader.rows<{ count: number }>(
      'select count(*)::int as count from carried_over',
    );
    expect(carried?.count).toBeGreaterThan(0);
  });
});
