import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  Post,
  Query,
  StreamableFile,
  UseInterceptors,
} from '@nestjs/common';
import {
  changed,
  evidenceGiven,
  evidenceList,
  evidencePage,
  uuid,
  withdrawEvidence,
  type EvidenceList,
} from '@nhip/contracts';
import { GiveEvidence, ListEvidence, OpenEvidenceFile, WithdrawEvidence } from '@nhip/core/evidence';
import type { Call, UserActor } from '@nhip/core/platform';
import type { z } from 'zod';
import { Calling, CurrentUser } from '../http/caller.js';
import { anyFile, attachment } from '../http/files.js';
import { evidenceForm, StreamedForm, type EvidenceForm } from '../http/forms.js';
import { Answers, Permission } from '../http/permission.js';
import { TakeEvidenceFile } from './take-evidence-file.js';

const Id = () => Param('id', { schema: uuid });

/** Files that prove a figure or a task. */
@Controller('evidence')
export class EvidenceController {
  constructor(
    private readonly listEvidence: ListEvidence,
    private readonly openFile: OpenEvidenceFile,
    private readonly giveEvidence: GiveEvidence,
    private readonly withdrawEvidence: WithdrawEvidence,
  ) {}

  @Get()
  @Permission('evidence.read')
  @Answers(evidencePage)
  list(@Query({ schema: evidenceList }) query: EvidenceList, @CurrentUser() user: UserActor) {
    return this.listEvidence.execute(query, user);
  }

  @Post()
  @Permission('evidence.give')
  @Answers(evidenceGiven)
  @StreamedForm()
  @UseInterceptors(TakeEvidenceFile)
  give(@Body({ schema: evidenceForm }) { file, ...words }: EvidenceForm, @Calling() call: Call) {
    return this.giveEvidence.execute({ words, name: file.name, file: file.received }, call);
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @Permission('evidence.give')
  @Answers(changed)
  withdraw(
    @Id() id: string,
    @Body({ schema: withdrawEvidence }) { reason }: z.infer<typeof withdrawEvidence>,
    @Calling() call: Call,
  ) {
    return this.withdrawEvidence.execute({ id, reason }, call);
  }

  /** Always to be saved, never to be shown as a page of ours. */
  @Get(':id/file')
  @Permission('evidence.read')
  @Answers(anyFile)
  @Header('content-security-policy', "default-src 'none'; sandbox")
  async download(@Id() id: string, @CurrentUser() user: UserActor): Promise<StreamableFile> {
    const { name, mediaType, size, bytes } = await this.openFile.execute(id, user);
    return attachment(bytes, { name, mediaType, size });
  }
}
