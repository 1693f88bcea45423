import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  discussFigure,
  messageSent,
  previewedScores,
  previewFigures,
  saveFigures,
  savedFigures,
  submissionForm,
  submissionList,
  submissionPage,
  uuid,
  type DiscussFigure as Discussion,
  type PreviewedScores,
  type PreviewFigures,
  type SaveFigures as SaveCommand,
  type SubmissionForm,
  type SubmissionItem,
  type SubmissionList,
  type Page,
} from '@nhip/contracts';
import { CountOpenFindings, ListFindings } from '@nhip/core/findings';
import type { Call, UserActor } from '@nhip/core/platform';
import {
  DiscussFigure,
  GetSubmissionForm,
  ListSubmissions,
  PreviewScores,
  SaveFigures,
} from '@nhip/core/submissions';
import { Calling, CurrentUser, Revision } from '../http/caller.js';
import { Answers, Permission } from '../http/permission.js';
import { withFindings, withOpenFindings } from './submissions.presenter.js';

const Id = () => Param('id', { schema: uuid });

@Controller('submissions')
export class SubmissionsController {
  constructor(
    private readonly listSubmissions: ListSubmissions,
    private readonly getForm: GetSubmissionForm,
    private readonly listFindings: ListFindings,
    private readonly countFindings: CountOpenFindings,
    private readonly previewScores: PreviewScores,
    private readonly save: SaveFigures,
    private readonly discuss: DiscussFigure,
  ) {}

  @Get()
  @Permission('submissions.read')
  @Answers(submissionPage)
  async list(
    @Query({ schema: submissionList }) query: SubmissionList,
    @CurrentUser() user: UserActor,
    @Calling() { now }: Call,
  ): Promise<Page<SubmissionItem>> {
    const page = await this.listSubmissions.execute(query, user, now);
    const places = page.items.map(({ cycle, unit }) => ({ cycleId: cycle.id, unitId: unit.id }));
    return withOpenFindings(page, await this.countFindings.execute(places, user));
  }

  @Get(':id')
  @Permission('submissions.read')
  @Answers(submissionForm)
  async get(
    @Id() id: string,
    @CurrentUser() user: UserActor,
    @Calling() { now }: Call,
  ): Promise<SubmissionForm> {
    const form = await this.getForm.execute(id, user, now);
    return withFindings(form, await this.listFindings.listForForm(form.cycle.id, form.unit.id, user));
  }

  /** Reads only: nothing is kept of what is sent. */
  @Post(':id/preview')
  @HttpCode(200)
  @Permission('submissions.read')
  @Answers(previewedScores)
  preview(
    @Id() id: string,
    @Body({ schema: previewFigures }) command: PreviewFigures,
    @CurrentUser() user: UserActor,
  ): Promise<PreviewedScores> {
    return this.previewScores.execute({ ...command, id }, user);
  }

  @Post(':id/figures')
  @HttpCode(200)
  @Permission('submissions.fill')
  @Answers(savedFigures)
  saveFigures(
    @Id() id: string,
    @Body({ schema: saveFigures }) command: SaveCommand,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.save.execute({ ...command, id, revision }, call);
  }

  @Post(':id/messages')
  @Permission('submissions.discuss')
  @Answers(messageSent)
  discussFigure(
    @Id() id: string,
    @Body({ schema: discussFigure }) command: Discussion,
    @Calling() call: Call,
  ) {
    return this.discuss.execute({ ...command, id }, call);
  }
}
