import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  changed,
  conclusionList,
  conclusionPage,
  conclusionPreview,
  conclusionView,
  created,
  deadlineReadingView,
  discardConclusion,
  draftConclusion,
  editConclusion,
  issueConclusion,
  issuedConclusion,
  readDeadlineQuery,
  taskList,
  taskPage,
  uuid,
  type ConclusionList,
  type DraftConclusion as DraftCommand,
  type EditConclusion as EditCommand,
  type ReadDeadlineQuery,
  type TaskList,
} from '@nhip/contracts';
import {
  DiscardConclusion,
  DraftConclusion,
  EditConclusion,
  GetConclusion,
  IssueConclusion,
  ListConclusions,
  PreviewConclusion,
  ReadDeadlinePhrase,
} from '@nhip/core/follow-ups';
import type { Call, UserActor } from '@nhip/core/platform';
import type { z } from 'zod';
import { Calling, CurrentUser, Revision } from '../http/caller.js';
import { Answers, Permission } from '../http/permission.js';

const Id = () => Param('id', { schema: uuid });

@Controller('conclusions')
export class ConclusionsController {
  constructor(
    private readonly listConclusions: ListConclusions,
    private readonly getConclusion: GetConclusion,
    private readonly previewConclusion: PreviewConclusion,
  ) {}

  @Get()
  @Permission('follow-ups.read')
  @Answers(conclusionPage)
  list(
    @Query({ schema: conclusionList }) query: ConclusionList,
    @CurrentUser() user: UserActor,
    @Calling() { now }: Call,
  ) {
    return this.listConclusions.execute(query, user, now);
  }

  @Get(':id')
  @Permission('follow-ups.read')
  @Answers(conclusionView)
  get(@Id() id: string, @CurrentUser() user: UserActor, @Calling() { now }: Call) {
    return this.getConclusion.execute(id, user, now);
  }

  @Get(':id/tasks')
  @Permission('follow-ups.read')
  @Answers(taskPage)
  tasks(
    @Id() id: string,
    @Query({ schema: taskList }) query: TaskList,
    @CurrentUser() user: UserActor,
    @Calling() { now }: Call,
  ) {
    return this.getConclusion.tasks(id, query, user, now);
  }

  @Get(':id/preview')
  @Permission('follow-ups.read')
  @Answers(conclusionPreview)
  preview(@Id() id: string, @CurrentUser() user: UserActor, @Calling() { now }: Call) {
    return this.previewConclusion.execute(id, user, now);
  }
}

/** Writing a conclusion, and issuing it. */
@Controller('conclusions')
export class ConclusionWriterController {
  constructor(
    private readonly draftConclusion: DraftConclusion,
    private readonly editConclusion: EditConclusion,
    private readonly issueConclusion: IssueConclusion,
    private readonly discardConclusion: DiscardConclusion,
    private readonly readPhrase: ReadDeadlinePhrase,
  ) {}

  @Post()
  @Permission('follow-ups.draft')
  @Answers(created)
  draft(@Body({ schema: draftConclusion }) command: DraftCommand, @Calling() call: Call) {
    return this.draftConclusion.execute(command, call);
  }

  @Get('deadlines/read')
  @Permission('follow-ups.read')
  @Answers(deadlineReadingView)
  read(
    @Query({ schema: readDeadlineQuery }) query: ReadDeadlineQuery,
    @CurrentUser() user: UserActor,
    @Calling() { now }: Call,
  ) {
    return this.readPhrase.execute(query, user, now);
  }

  @Post(':id/edit')
  @HttpCode(200)
  @Permission('follow-ups.draft')
  @Answers(changed)
  edit(
    @Id() id: string,
    @Body({ schema: editConclusion }) edit: EditCommand,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.editConclusion.execute({ id, revision, edit }, call);
  }

  @Post(':id/discard')
  @HttpCode(200)
  @Permission('follow-ups.draft')
  @Answers(changed)
  discard(
    @Id() id: string,
    @Body({ schema: discardConclusion }) { reason }: z.infer<typeof discardConclusion>,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.discardConclusion.execute({ id, revision, reason }, call);
  }

  @Post(':id/issue')
  @HttpCode(200)
  @Permission('follow-ups.issue')
  @Answers(issuedConclusion)
  issue(
    @Id() id: string,
    @Body({ schema: issueConclusion }) command: z.infer<typeof issueConclusion>,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.issueConclusion.execute({ ...command, id, revision }, call);
  }
}
