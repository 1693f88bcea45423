import type { Readable } from 'node:stream';
import type { EvidenceSubject } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { reaches, Reader, type UserActor } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';
import { EvidenceSubjects, mayRead } from '../evidence-subjects.js';
import { FILE_STORE, type FileStore } from '../file-store.js';
import { ownUnits } from './list-evidence.query.js';

export interface EvidenceFile {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly bytes: Readable;
}

interface Row {
  readonly unitId: string;
  readonly subjectKind: EvidenceSubject;
  readonly subjectId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sha256: string;
}

/** The bytes of one file, to whom its row is shown; what was taken back is gone (NOT_FOUND). */
@Injectable()
export class OpenEvidenceFile {
  constructor(
    private readonly reader: Reader,
    private readonly subjects: EvidenceSubjects,
    @Inject(FILE_STORE) private readonly store: FileStore,
  ) {}

  async execute(id: string, actor: UserActor): Promise<EvidenceFile> {
    const [row] = await this.reader.rows<Row>(
      `select unit_id as "unitId", subject_kind as "subjectKind", subject_id as "subjectId", name,
              media_type as "mediaType", encode(sha256, 'hex') as sha256
         from evidence
        where administration_id = $1 and id = $2 and withdrawn_at is null
          and (unit_id = any($3::uuid[]) or submitted_at is not null)`,
      [actor.administrationId, id, ownUnits(actor)],
    );
    if (row === undefined || !(reaches(actor, row.unitId) || (await this.helps(row, actor))))
      throw new DomainError('NOT_FOUND');
    const file = await this.store.open(row.sha256);
    if (file === undefined) throw new DomainError('EVIDENCE_FILE_MISSING');
    return { name: row.name, mediaType: row.mediaType, ...file };
  }

  /** Whether the actor's unit works on the record the file proves, and so reads it. */
  private async helps({ subjectKind, subjectId }: Row, actor: UserActor): Promise<boolean> {
    const { administrationId } = actor;
    const subject = await this.subjects.find(this.reader, subjectKind, { administrationId, id: subjectId });
    return subject !== undefined && mayRead(actor, subject);
  }
}
