import type { AppraisalKind, AppraisalVersion, AppraisalView } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { criteriaSetVersion } from '../../criteria/index.js';
import { Reader, reaches, type Actor } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';
import { stateOf } from '../../workflow/index.js';
import { decidedRange, isSelfScored, isWithUnit } from '../domain/check-decided-points.js';
import { ratioOf } from '../domain/rank-totals.js';
import { computedPoints } from './computed-points.js';

interface UnitPart {
  readonly criteriaSetVersionId: string;
  readonly state: string;
  readonly locked: boolean;
  readonly cycleOver: boolean;
  readonly revision: number;
}

interface FinalScore {
  readonly indicator: string;
  readonly run: number;
  readonly pointsNum: string | null;
  readonly pointsDen: string | null;
  readonly shownPoints: string | null;
  readonly reason: string | null;
  readonly author: string | null;
}

/**
 * Self-score → appraised → final of one unit, indicator by indicator, with every version. Units see what others decided
 * about them as it is decided; throws NOT_FOUND outside the reader's scope.
 */
@Injectable()
export class GetAppraisal {
  constructor(private readonly reader: Reader) {}

  async execute(
    { cycleId, unitId }: { readonly cycleId: string; readonly unitId: string },
    caller: Actor,
  ): Promise<AppraisalView> {
    const { administrationId } = caller;
    const part = reaches(caller, unitId) ? await this.partOf(administrationId, cycleId, unitId) : undefined;
    if (part === undefined) throw new DomainError('NOT_FOUND');
    const { content } = await criteriaSetVersion(this.reader, part.criteriaSetVersionId);
    const key = { cycleId, unitId, criteriaSetVersionId: part.criteriaSetVersionId };
    const computed = await computedPoints(this.reader, administrationId, key);
    const versions = await this.versionsOf(administrationId, cycleId, unitId);
    const finals = new Map(
      (await this.finalsOf(administrationId, cycleId, unitId)).map((row) => [row.indicator, row]),
    );
    return {
      cycleId,
      unitId,
      revision: part.revision,
      canSelfScore: !part.cycleOver && isWithUnit(part),
      canAppraise: !part.cycleOver && !isWithUnit(part),
      items: content.indicators
        .filter(({ rule }) => rule.type !== 'threshold-only')
        .map((indicator) => {
          const own = versions
            .filter((version) => version.indicator === indicator.code)
            .map(({ indicator: _, ...version }) => version);
          const holding = (kind: AppraisalKind) =>
            own.find((version) => version.kind === kind && !version.superseded) ?? null;
          const final = finals.get(indicator.code);
          return {
            indicator: indicator.code,
            names: indicator.names,
            maxPoints: indicator.maxPoints,
            range: decidedRange(indicator),
            selfScored: isSelfScored(indicator, content),
            computed: computed.get(indicator.code)?.toString() ?? null,
            self: holding('self'),
            appraised: holding('appraised'),
            final:
              final === undefined
                ? null
                : {
                    run: final.run,
                    points: ratioOf(final.pointsNum, final.pointsDen)?.toString() ?? null,
                    shownPoints: final.shownPoints,
                    reason: final.reason,
                    author: final.author,
                  },
            versions: own,
          };
        }),
    };
  }

  private async partOf(
    administrationId: string,
    cycleId: string,
    unitId: string,
  ): Promise<UnitPart | undefined> {
    const [row] = await this.reader.rows<UnitPart>(
      `select c.criteria_set_version_id as "criteriaSetVersionId", i.state, s.locked, coalesce(a.revision, 0) as revision,
              cst.final as "cycleOver"
         from submission s
         join procedure_instance i on i.administration_id = s.administration_id and i.id = s.id
         join review_cycle c on c.administration_id = s.administration_id and c.id = s.cycle_id
         join procedure_instance ci on ci.administration_id = c.administration_id and ci.id = c.id
         ${stateOf('ci', 'cst')}
         left join appraisal_part a on a.administration_id = s.administration_id and a.cycle_id = s.cycle_id
          and a.unit_id = s.unit_id
        where s.administration_id = $1 and s.cycle_id = $2 and s.unit_id = $3`,
      [administrationId, cycleId, unitId],
    );
    return row;
  }

  private versionsOf(
    administrationId: string,
    cycleId: string,
    unitId: string,
  ): Promise<(AppraisalVersion & { readonly indicator: string })[]> {
    return this.reader.rows(
      `select a.indicator_code as indicator, a.kind, trim_scale(a.points)::text as points, a.reason, a.author,
              p.full_name as "authorName", a.at, a.superseded_at is not null as superseded
         from appraisal a
         left join account on 'user:' || account.id = a.author
         left join person p on p.id = account.person_id
        where a.administration_id = $1 and a.cycle_id = $2 and a.unit_id = $3
        order by a.id desc`,
      [administrationId, cycleId, unitId],
    );
  }

  /** Of the newest run that is final. */
  private finalsOf(administrationId: string, cycleId: string, unitId: string): Promise<FinalScore[]> {
    return this.reader.rows<FinalScore>(
      `select s.indicator_code as indicator, r.number as run, s.points_num::text as "pointsNum",
              s.points_den::text as "pointsDen", s.shown_points as "shownPoints", r.reason, r.frozen_by as author
         from (select * from scoring_run where administration_id = $1 and cycle_id = $2 and status <> 'open'
                order by number desc limit 1) r
         join score s on s.administration_id = r.administration_id and s.run_id = r.id and s.unit_id = $3
          and s.superseded_at is null`,
      [administrationId, cycleId, unitId],
    );
  }
}
