import type { EvidenceWords } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { reaches, UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';
import { checkContent } from '../check-content.js';
import { fileName } from '../domain/file-name.js';
import { evidenceEntry } from '../evidence-history.js';
import { EvidenceSubjects } from '../evidence-subjects.js';
import { FILE_STORE, type FileStore, type ReceivedFile } from '../file-store.js';
import { EvidenceRepository, type Evidence } from '../persistence/evidence.repository.js';

/** More of one record is no evidence but an archive. */
const MOST = 200;

export interface GiveEvidenceCommand {
  readonly words: EvidenceWords;
  /** As the sender calls it. */
  readonly name: string;
  readonly file: ReceivedFile;
}

/**
 * A unit gives a file as evidence for a figure, a task or an answer of its own. The file is looked at before anything is written;
 * its bytes are kept in the same step as its row. Refused: a record out of reach (NOT_FOUND) or that takes nothing now
 * (EVIDENCE_CLOSED), and as checkContent says.
 */
@Injectable()
export class GiveEvidence {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly subjects: EvidenceSubjects,
    @Inject(FILE_STORE) private readonly store: FileStore,
  ) {}

  async execute(command: GiveEvidenceCommand, call: Call): Promise<{ id: string; number: number }> {
    const name = fileName(command.name);
    if (command.file.size === 0) throw new DomainError('EVIDENCE_EMPTY', { name });
    const mediaType = await checkContent(command.file.path, name);
    return this.unitOfWork.run(call, (tx) => this.step(tx, { ...command, name }, mediaType));
  }

  private async step(tx: Transaction, { words, name, file }: GiveEvidenceCommand, mediaType: string) {
    const { subjectKind, subjectId, element, month } = words;
    const place = { administrationId: tx.administrationId, id: subjectId, element, month };
    const subject = await this.subjects.find(tx, subjectKind, place);
    if (subject === undefined || !reaches(tx.actor, subject.unitId)) throw new DomainError('NOT_FOUND');
    if (!subject.open) throw new DomainError('EVIDENCE_CLOSED');
    const rows = tx.use(EvidenceRepository);
    const number = await rows.nextNumber(subject.unitId);
    if ((await rows.countOf(subjectKind, subjectId)) >= MOST)
      throw new DomainError('EVIDENCE_TOO_MANY', { most: MOST });
    const evidence: Evidence = {
      ...words,
      id: tx.ids.next(),
      unitId: subject.unitId,
      number,
      month: month === undefined ? null : `${month}-01`,
      name,
      mediaType,
      size: file.size,
      sha256: file.sha256,
      givenBy: tx.actor.kind === 'user' ? tx.actor.id : null,
      givenAt: tx.now,
      submittedAt: null,
      withdrawnAt: null,
      revision: 1,
    };
    await rows.insert(evidence);
    tx.history([evidenceEntry('evidence.given', evidence)]);
    await this.store.keep(file);
    return { id: evidence.id, number };
  }
}
