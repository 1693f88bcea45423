import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PublishedFigure } from '@nhip/contracts';
import { identifyDenominator, rankBefore, readPrinted } from '@nhip/core/findings';
import { INSTALLATION } from '@nhip/core/platform';
import { instant, Ratio, valueOrThrow } from '@nhip/core/shared';
import { openTestProduct, systemCall, type TestProduct } from '@nhip/core/testing';
import { MoveDemoClock } from '@nhip/core/workflow';
import { DemoTime } from '../src/samples/demo-time.js';
import { followClock } from '../src/samples/follow-clock.js';
import { loadSamples } from '../src/samples/load.js';
import { readSamples } from '../src/samples/read-samples.js';

const samples = readSamples();
let product: TestProduct;
beforeAll(async () => {
  product = await openTestProduct();
});
afterAll(() => product.close());

const count = async (from: string): Promise<number> =>
  (await product.reader.rows<{ count: number }>(`select count(*)::int as count from ${from}`))[0]?.count ?? 0;
const cycleStates = async (): Promise<Record<string, string>> => {
  const rows = await product.reader.rows<{ code: string; state: string }>(
    'select c.code, i.state from review_cycle c join procedure_instance i on i.id = c.id order by c.code',
  );
  return Object.fromEntries(rows.map(({ code, state }) => [code, state]));
};

describe('the loader', () => {
  it('goes on where it was killed', async () => {
    const kill = (line: string): void => {
      if (line.startsWith('round 2')) throw new Error('killed');
    };
    await expect(loadSamples(product.context, samples, kill)).rejects.toThrow('killed');
    expect(await cycleStates()).toMatchObject({ 'GS-CCHC-2020': 'closed' });
    const begun = performance.now();
    await loadSamples(product.context, samples);
    expect(performance.now() - begun).toBeLessThan(60_000);
    expect(await cycleStates()).toEqual({
      'CCHC-9T-2023': 'prepared',
      'DVC-19-8-2022': 'closed',
      'GS-CCHC-2020': 'closed',
      'KQ-CCHC-2021': 'following-up',
      'RS-9T-2022': 'conferring',
    });
  });

  it('does nothing to a sample that stands', async () => {
    const before = await count('history');
    await loadSamples(product.context, samples);
    expect(await count('history')).toBe(before);
  });

  it('leaves the clock at Tuesday 11/10/2022 14:00, nothing due undone, round 3 ahead', async () => {
    const [clock] = await product.reader.rows('select at, target from demo_clock');
    expect(clock).toEqual({ at: '2022-10-11T07:00:00.000Z', target: '2022-10-11T07:00:00.000Z' });
    expect(await count('outbox where done_at is null')).toBe(0);
    expect(await count("timer where state = 'armed' and due_at <= business_now()")).toBe(0);
    expect(await count("sample_event where done_at is null and name like 'seed-3/%'")).toBe(7);
    expect(await count('sample_event where done_at is null')).toBe(7);
    expect(await count("notice where kind = 'task.urged'")).toBeGreaterThan(0);
  });

  it('writes nobody but the people of the rounds, the samples and the clock into history', async () => {
    const actors = await product.reader.rows<{ actor: string }>(
      `select distinct actor from history where actor not like 'user:%' order by 1`,
    );
    expect(actors.map(({ actor }) => actor)).toEqual([
      'system:installation',
      'system:samples',
      'system:workflow.fire-timer',
    ]);
  });

  it('leaves the dated tasks of round 2 as its story says: two done, one of them late and urged, two open', async () => {
    const tasks = await product.reader.rows(
      `select u.code, t.due_on::text as due, i.state, t.handed_in_at >= t.due_at as late,
              (select count(*)::int from task_step s where s.task_id = t.id and s.kind = 'urged') as urged
         from task t join procedure_instance i on i.id = t.id join unit u on u.id = t.unit_id
        where t.due_on is not null and t.source_kind = 'conclusion' order by t.due_on, u.code`,
    );
    expect(tasks).toEqual([
      { code: 'SKHDT', due: '2022-08-31', state: 'accepted', late: true, urged: 1 },
      { code: 'SNV', due: '2022-08-31', state: 'accepted', late: false, urged: 0 },
      { code: 'VPUBND', due: '2022-10-31', state: 'in-progress', late: null, urged: 0 },
      { code: 'SNV', due: '2022-11-30', state: 'in-progress', late: null, urged: 0 },
    ]);
    expect(
      await product.reader.rows(
        `select u.code, x.state, x.from_due_on::text as "from", x.asked_due_on::text as asked
           from task_extension x join task t on t.id = x.task_id join unit u on u.id = t.unit_id`,
      ),
    ).toEqual([{ code: 'SKHDT', state: 'rejected', from: '2022-08-31', asked: '2022-09-12' }]);
    expect(
      await product.reader.rows(
        `select u.code, e.subject_kind as kind, e.submitted_at is not null as submitted
           from evidence e join unit u on u.id = e.unit_id order by 1`,
      ),
    ).toEqual([
      { code: 'P1', kind: 'submission', submitted: true },
      { code: 'SNV', kind: 'task', submitted: true },
    ]);
  });
});

describe('round 3', () => {
  it('is played beside the worker when the clock passes its dates', async () => {
    const day = '2023-10-25T08:00:00+07:00';
    await product.get(MoveDemoClock).execute({ to: instant(day) }, systemCall(day, INSTALLATION));
    const worker = new DemoTime(product.context);
    const played: string[] = [];
    await followClock(product.context, samples, {
      ended: () => false,
      pause: async () => {
        await worker.settle();
        await worker.step();
      },
      say: (line) => played.push(line),
    });
    expect(played.map((line) => line.split(/[:,] ?/)[1])).toEqual([
      'launch',
      'fill',
      'submit',
      'approve',
      'accept',
      'draft-conclusion',
      'issue-conclusion',
    ]);
    expect(await cycleStates()).toMatchObject({ 'CCHC-9T-2023': 'following-up' });
  });
});

interface StoredFigure {
  readonly unit: string;
  readonly element: string;
  readonly value: string | null;
  readonly illustrative: boolean;
  readonly published: PublishedFigure | null;
}

describe('what was published', () => {
  const figures = (): Promise<StoredFigure[]> =>
    product.reader.rows<StoredFigure>(
      `select f.cycle_id || '/' || f.unit_id as unit, f.element_code as element, f.value::text as value,
              f.illustrative, f.published from figure f where f.superseded_at is null`,
    );

  it('reproduces from the stored figures with the verdicts known', async () => {
    const expected = JSON.parse(
      readFileSync(new URL('../../samples/percentages.json', import.meta.url), 'utf8'),
    ) as readonly { printed: string; num: number; den: number; verdict: string }[];
    const stored = await figures();
    const found = stored.flatMap(({ unit, value, published }) =>
      (published?.claims ?? []).flatMap((claim) => {
        if (claim.kind !== 'percent' || claim.of === undefined) return [];
        const whole = Ratio.sum(
          claim.of.map((code) =>
            Ratio.of(stored.find((one) => one.unit === unit && one.element === code)?.value ?? '0'),
          ),
        );
        const printed = valueOrThrow(readPrinted(claim.printed));
        const [reproduced] = identifyDenominator(printed, Ratio.of(value ?? '0'), [
          { name: '', value: whole },
        ]);
        return [
          {
            printed: claim.printed.replace(/ ?%$/, ''),
            num: Number(value),
            den: Number(whole.toDecimal(0)),
            verdict: reproduced?.verdict,
          },
        ];
      }),
    );
    const inOrder = (list: readonly { printed: string }[]) =>
      [...list].sort((a, b) => a.printed.localeCompare(b.printed));
    expect(inOrder(found)).toEqual(
      inOrder(expected.map(({ printed, num, den, verdict }) => ({ printed, num, den, verdict }))),
    );
  });

  it('puts the department 4th in 2018, one place below its rank of 2019', async () => {
    const rank = (await figures()).find(({ element, value }) => element === 'par-rank' && value === '3');
    expect(rankBefore(Number(rank?.value), 1)).toBe(4);
  });

  it('is never illustrative', async () => {
    const stored = await figures();
    expect(stored.filter(({ illustrative, published }) => illustrative && published !== null)).toEqual([]);
    expect(stored.filter(({ published }) => published !== null).length).toBeGreaterThan(30);
  });

  it.each([
    ['RS-9T-2022', 'BALANCE_UNKNOWN', 'implied', '427'],
    ['RS-9T-2022', 'AVG_IMPLAUSIBLE', 'days', '184'],
    ['RS-9T-2022', 'AVG_IMPLAUSIBLE', 'implied', '172.9'],
    ['RS-9T-2022', 'AVG_IMPLAUSIBLE', 'exact', '380.6'],
    ['RS-9T-2022', 'GROWTH_BASE_MISSING', 'toFrom', '73'],
    ['RS-9T-2022', 'GROWTH_BASE_MISSING', 'byFrom', '66'],
    ['DVC-19-8-2022', 'IMPLIED_DENOMINATOR', 'halfUp', 'từ 2.534 đến 2.548'],
    ['GS-CCHC-2020', 'PERIOD_FUTURE', 'end', '2021-12-31'],
    ['GS-CCHC-2020', 'PCT_ROUND_MODE', 'printed', '78.3'],
    ['CCHC-9T-2023', 'PCT_ROUND_MODE', 'printed', '63.97'],
    ['CCHC-9T-2023', 'BALANCE_UNKNOWN', 'implied', '40'],
    ['CCHC-9T-2023', 'PARTS_GAP', 'residual', '272'],
    ['CCHC-9T-2023', 'PARTS_GAP', 'residual', '76'],
    ['CCHC-9T-2023', 'SOURCE_CONFLICT', 'left', '93101'],
    ['CCHC-9T-2023', 'SOURCE_CONFLICT', 'right', '34253'],
    ['CCHC-9T-2023', 'LOWER_BOUND', 'printed', '4,7'],
  ])('%s raises %s with %s %s', async (cycle, code, name, value) => {
    const findings = await product.reader.rows<{ said: string | null }>(
      `select coalesce(f.params -> $3 ->> 'vi', f.params ->> $3) as said
         from finding f join review_cycle c on c.id = f.cycle_id where c.code = $1 and f.code = $2 and f.state <> 'void'`,
      [cycle, code, name],
    );
    expect(findings.map(({ said }) => said?.replace(/^-/, ''))).toContain(value);
  });

  it.each(['DENOMINATORS_DIFFER', 'MIXED_SEPARATORS'])('round 3 raises %s', async (code) => {
    expect(
      await count(
        `finding f join review_cycle c on c.id = f.cycle_id where c.code = 'CCHC-9T-2023' and f.code = '${code}'`,
      ),
    ).toBeGreaterThan(0);
  });
});
