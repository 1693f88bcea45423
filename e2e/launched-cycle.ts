import type { Page as ListOf, ReviewCycleView, SubmissionItem } from '@nhip/contracts';
import { Person } from './person.js';
import type { Whole } from './whole.js';

interface Prepared {
  readonly code?: string;
  /** Codes of the units that take part; left out: all of the office. */
  readonly units?: readonly string[];
  readonly collecting?: string;
}

/** Nine months of 2022 as the office's secretariat prepares them: what `POST /review-cycles` takes. */
export function nineMonths(
  { office }: Pick<Whole, 'office'>,
  { code = 'RS-9T', units, collecting }: Prepared,
) {
  return {
    code,
    names: { vi: `Rà soát ${code}` },
    period: {
      preset: 'calendar',
      kind: 'nine-months',
      start: '2022-01-01',
      end: '2022-09-30',
      asOf: '2022-09-30',
    },
    criteriaSetVersionId: office.criteriaSetVersionId,
    unitIds: (units ?? Object.keys(office.units)).map((unit) => office.units[unit]),
    stages: [
      { stage: 'collecting', phrase: collecting ?? 'đến hết ngày 10/10/2022' },
      { stage: 'explaining', phrase: 'trước ngày 18/10/2022' },
    ],
  };
}

export interface LaunchedCycle {
  readonly id: string;
  /** `/review-cycles/ID`, of the console and of the API. */
  readonly address: string;
  /** `/submissions/ID` of a unit's form. */
  submissionOf(unitCode: string): Promise<string>;
}

/** A cycle prepared by `noivu` and launched by `btv`, both employed before, over HTTP. */
export async function launchCycle(
  whole: Pick<Whole, 'url' | 'office'>,
  prepared: Prepared = {},
): Promise<LaunchedCycle> {
  const secretariat = await Person.signIn(whole.url, 'noivu');
  const committee = await Person.signIn(whole.url, 'btv');
  const { id } = await secretariat.post<Pick<ReviewCycleView, 'id'>>(
    '/review-cycles',
    nineMonths(whole, prepared),
  );
  const address = `/review-cycles/${id}`;
  await committee.act(address, 'launch');
  return {
    id,
    address,
    async submissionOf(unitCode) {
      const list = `/submissions?perPage=100&cycleId=${id}`;
      const { items } = await secretariat.get<ListOf<SubmissionItem>>(list);
      const own = items.find(({ unit }) => unit.code === unitCode);
      if (own === undefined) throw new Error(`${unitCode} has no form in the cycle.`);
      return `/submissions/${own.id}`;
    },
  };
}
