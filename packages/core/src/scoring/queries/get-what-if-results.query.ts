import {
  searchKey,
  supposedContent,
  type WhatIfResults,
  type WhatIfResultsQuery,
  type WhatIfRow,
} from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { asText, criteriaSetVersion, type IssuedSetVersion } from '../../criteria/index.js';
import { Reader, Recent, type Actor } from '../../platform/index.js';
import { Ratio } from '../../shared/index.js';
import { ratioOf } from '../domain/rank-totals.js';
import { findWhatIf, type StoredWhatIf } from './find-what-if.js';
import { rankedTotals, type RankedTotal } from './ranked-totals.js';
import { supposedTotals, type SupposedTotal } from './what-if-results.js';

type Moved = WhatIfRow & { readonly order: number; readonly exact: Ratio | undefined };

/**
 * Scores and ranks of a what-if beside those of the cycle. Computed when first asked for at a revision of the what-if
 * and of the run, and kept in mind for the next pages. A reader with a scope of units sees only those.
 */
@Injectable()
export class GetWhatIfResults {
  /** By what-if, its revision and the run's. */
  private readonly computed = new Recent<readonly Moved[]>(8);

  constructor(private readonly reader: Reader) {}

  async execute(
    filter: WhatIfResultsQuery & { readonly cycleId: string; readonly id: string },
    caller: Actor,
  ): Promise<WhatIfResults> {
    const whatIf = await findWhatIf(this.reader, caller.administrationId, filter.cycleId, filter.id);
    const all = await this.movedUnits(whatIf, caller.administrationId);
    const { content } = await criteriaSetVersion(this.reader, whatIf.run.criteriaSetVersionId);
    const scope = caller.kind === 'system' ? 'all' : caller.unitIds;
    const visible = scope === 'all' ? all : all.filter(({ id }) => scope.includes(id));
    const key = filter.q === undefined ? '' : searchKey(filter.q);
    const rows = visible.filter(
      ({ unit, group }) =>
        (filter.groupId === undefined || group?.id === filter.groupId) &&
        searchKey(`${unit.code} ${unit.names.vi} ${unit.names.en ?? ''}`).includes(key),
    );
    rows.sort(orders[filter.sort]);
    if (filter.order === 'DESC') rows.reverse();
    const first = (filter.page - 1) * filter.perPage;
    return {
      items: rows.slice(first, first + filter.perPage).map(({ order: _order, exact: _exact, ...row }) => row),
      total: rows.length,
      groups: groupsOf(visible),
      sameRanking: sameRanking(content, supposedContent(content, whatIf.changes)),
      moved: {
        up: visible.filter(({ places }) => (places ?? 0) > 0).length,
        down: visible.filter(({ places }) => (places ?? 0) < 0).length,
        points: visible.filter(({ exact }) => exact !== undefined && !exact.isZero()).length,
        class: visible.filter(({ before, after }) => before.classCode !== after.classCode).length,
      },
    };
  }

  private async movedUnits(whatIf: StoredWhatIf, administrationId: string): Promise<readonly Moved[]> {
    const key = `${whatIf.id} ${whatIf.revision} ${whatIf.run.revision} ${whatIf.figuresAsOf}`;
    const known = this.computed.get(key) ?? (await this.compute(whatIf, administrationId));
    this.computed.set(key, known);
    return known;
  }

  private async compute(whatIf: StoredWhatIf, administrationId: string): Promise<readonly Moved[]> {
    const { run, cycleId, figuresAsOf, changes } = whatIf;
    const set = await criteriaSetVersion(this.reader, run.criteriaSetVersionId);
    const before = await rankedTotals(this.reader, administrationId, run, set);
    const after = await supposedTotals(this.reader, {
      administrationId,
      cycleId,
      figuresAsOf,
      set,
      changes,
    });
    const contents = { was: set.content, is: supposedContent(set.content, changes) };
    return before.flatMap((total, order) => {
      const supposed = after.get(total.unitId);
      return supposed === undefined ? [] : [movedUnit(total, supposed, contents, order)];
    });
  }
}

/** Peer groups in the order of the ranking, each with its number of units. */
function groupsOf(rows: readonly WhatIfRow[]): WhatIfResults['groups'] {
  const groups = new Map<string, WhatIfResults['groups'][number]>();
  for (const { group } of rows) {
    if (group !== null) groups.set(group.id, { ...group, units: (groups.get(group.id)?.units ?? 0) + 1 });
  }
  return [...groups.values()];
}

type Content = IssuedSetVersion['content'];

/** Ranks of a peer group and of all units say nothing of each other. */
const sameRanking = (was: Content, is: Content): boolean => was.ranking.within === is.ranking.within;

function movedUnit(
  before: RankedTotal,
  { total, place }: SupposedTotal,
  { was: content, is: supposed }: { readonly was: Content; readonly is: Content },
  order: number,
): Moved {
  const was = ratioOf(before.pointsNum, before.pointsDen);
  const is = ratioOf(total.pointsNum, total.pointsDen);
  const exact = was === undefined || is === undefined ? undefined : is.minus(was);
  const { place: stood } = before;
  return {
    id: before.unitId,
    unit: before.unit,
    group: before.group,
    before: standing(before.shownPoints, stood, content.classification),
    after: standing(total.shownPoints, place, supposed.classification),
    points: exact === undefined ? null : asText(exact),
    places:
      stood.rank === null || place.rank === null || !sameRanking(content, supposed)
        ? null
        : stood.rank - place.rank,
    order,
    exact,
  };
}

const standing = (
  shownPoints: string | null,
  { rank, tied, ranked, unranked, classCode }: SupposedTotal['place'],
  classes: Content['classification'],
): WhatIfRow['before'] => ({
  shownPoints,
  rank,
  tied,
  ranked,
  unranked,
  classCode,
  classNames: classes?.bands.find(({ code }) => code === classCode)?.names ?? null,
});

const LAST = Number.MAX_SAFE_INTEGER;
const size = (value: Ratio | undefined): Ratio =>
  value === undefined ? Ratio.zero : value.sign() < 0 ? value.negated() : value;

/** Rows come in the order of the ranking; what is equal stays in it. */
const orders: Readonly<Record<WhatIfResultsQuery['sort'], (a: Moved, b: Moved) => number>> = {
  movement: (a, b) =>
    Math.abs(b.places ?? 0) - Math.abs(a.places ?? 0) ||
    size(b.exact).compare(size(a.exact)) ||
    a.order - b.order,
  before: (a, b) => a.order - b.order,
  after: (a, b) => (a.after.rank ?? LAST) - (b.after.rank ?? LAST) || a.order - b.order,
  name: (a, b) => (searchKey(a.unit.names.vi) < searchKey(b.unit.names.vi) ? -1 : 1),
};
