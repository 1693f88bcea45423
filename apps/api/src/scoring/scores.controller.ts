import { Controller, Get, Param, Query } from '@nestjs/common';
import {
  criteriaCode,
  describeStep,
  figureVersionList,
  rankingFileQuery,
  rankingPage,
  rankingQuery,
  scoreMatrix,
  scoreMatrixQuery,
  scoreTraceQuery,
  scoreTraceView,
  unitScoresQuery,
  unitScoresView,
  uuid,
  weakResultList,
  type Language,
  type RankingQuery,
  type ScoreMatrixQuery,
  type ScoreTraceView,
  type TraceStep,
} from '@nhip/contracts';
import type { Call, UserActor } from '@nhip/core/platform';
import { GetReviewCycle } from '@nhip/core/review-cycles';
import {
  GetRanking,
  GetScoreMatrix,
  GetScoreTrace,
  GetUnitScores,
  ListWeakResults,
  rankingWorkbook,
} from '@nhip/core/scoring';
import { ListFigureVersions } from '@nhip/core/submissions';
import type { z } from 'zod';
import { Calling, CurrentUser, ReaderLanguage } from '../http/caller.js';
import { xlsx, xlsxFile } from '../http/files.js';
import { Answers, Permission } from '../http/permission.js';

const Id = () => Param('id', { schema: uuid });
const UnitId = () => Param('unitId', { schema: uuid });
/** A ranking goes into a file whole, not page by page. */
const WHOLE = { page: 1, perPage: 100_000, order: 'ASC' } as const;

@Controller('review-cycles/:id')
export class ScoresController {
  constructor(
    private readonly getCycle: GetReviewCycle,
    private readonly getRanking: GetRanking,
    private readonly getMatrix: GetScoreMatrix,
    private readonly getUnitScores: GetUnitScores,
    private readonly getTrace: GetScoreTrace,
    private readonly listWeak: ListWeakResults,
    private readonly listVersions: ListFigureVersions,
  ) {}

  @Get('ranking')
  @Permission('scores.read')
  @Answers(rankingPage)
  ranking(
    @Id() cycleId: string,
    @Query({ schema: rankingQuery }) query: RankingQuery,
    @CurrentUser() user: UserActor,
  ) {
    return this.getRanking.execute({ ...query, cycleId }, user);
  }

  @Get('ranking.xlsx')
  @Permission('scores.read')
  @Answers(xlsxFile)
  async rankingFile(
    @Id() cycleId: string,
    @Query({ schema: rankingFileQuery }) query: z.infer<typeof rankingFileQuery>,
    @CurrentUser() user: UserActor,
    @Calling() { now }: Call,
    @ReaderLanguage() accepted: Language,
  ) {
    const language = query.language ?? accepted;
    const { code, names } = await this.getCycle.execute(cycleId, user, now);
    const { items, run } = await this.getRanking.execute(
      { ...WHOLE, groupId: query.groupId, run: query.run, cycleId },
      user,
    );
    const title = (language === 'en' && names.en) || names.vi;
    return xlsx(`${code}-${run.number}`, await rankingWorkbook(title, items, language));
  }

  @Get('score-matrix')
  @Permission('scores.read')
  @Answers(scoreMatrix)
  matrix(
    @Id() cycleId: string,
    @Query({ schema: scoreMatrixQuery }) query: ScoreMatrixQuery,
    @CurrentUser() user: UserActor,
  ) {
    return this.getMatrix.execute({ ...query, cycleId }, user);
  }

  @Get('weak-results')
  @Permission('scores.read')
  @Answers(weakResultList)
  async weakResults(@Id() cycleId: string, @CurrentUser() user: UserActor) {
    return { items: await this.listWeak.execute({ cycleId }, user) };
  }

  @Get('units/:unitId/scores')
  @Permission('scores.read')
  @Answers(unitScoresView)
  unitScores(
    @Id() cycleId: string,
    @UnitId() unitId: string,
    @Query({ schema: unitScoresQuery }) query: z.infer<typeof unitScoresQuery>,
    @CurrentUser() user: UserActor,
  ) {
    return this.getUnitScores.execute({ ...query, cycleId, unitId }, user);
  }

  @Get('units/:unitId/trace')
  @Permission('scores.read')
  @Answers(scoreTraceView)
  async trace(
    @Id() cycleId: string,
    @UnitId() unitId: string,
    @Query({ schema: scoreTraceQuery }) query: z.infer<typeof scoreTraceQuery>,
    @CurrentUser() user: UserActor,
    @ReaderLanguage() language: Language,
  ) {
    return toldIn(language, await this.getTrace.execute({ ...query, cycleId, unitId }, user));
  }

  @Get('units/:unitId/figures/:element/versions')
  @Permission('submissions.read')
  @Answers(figureVersionList)
  async figureVersions(
    @Id() cycleId: string,
    @UnitId() unitId: string,
    @Param('element', { schema: criteriaCode }) element: string,
    @CurrentUser() user: UserActor,
  ) {
    return { items: await this.listVersions.execute({ cycleId, unitId, element }, user) };
  }
}

/** Every step also as a sentence. */
function toldIn(language: Language, trace: ScoreTraceView): ScoreTraceView {
  const told = (steps: readonly TraceStep[]) =>
    steps.map((step) => ({ ...step, text: describeStep(step, language, (code) => trace.names[code]) }));
  return {
    ...trace,
    indicators: trace.indicators.map((indicator) => ({ ...indicator, steps: told(indicator.steps) })),
    total: told(trace.total),
    place: told(trace.place),
  };
}
