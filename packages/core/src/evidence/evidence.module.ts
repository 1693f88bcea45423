import { Global, Module } from '@nestjs/common';
import { EvidenceSubjects } from './evidence-subjects.js';
import { ListEvidence } from './queries/list-evidence.query.js';
import { OpenEvidenceFile } from './queries/open-evidence-file.query.js';
import { GiveEvidence } from './use-cases/give-evidence.use-case.js';
import { WithdrawEvidence } from './use-cases/withdraw-evidence.use-case.js';

const parts = [EvidenceSubjects, GiveEvidence, WithdrawEvidence, ListEvidence, OpenEvidenceFile];

@Global()
@Module({ providers: parts, exports: parts })
export class EvidenceModule {}
