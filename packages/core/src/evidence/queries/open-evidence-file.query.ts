import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { reaches, Reader, type UserActor } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';
import { FILE_STORE, type FileStore } from '../file-store.js';
import { ofUnit } from './list-evidence.query.js';

export interface EvidenceFile {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly bytes: Readable;
}

/** The bytes of one file, to whom its row is shown; what was taken back is gone (NOT_FOUND). */
@Injectable()
export class OpenEvidenceFile {
  constructor(
    private readonly reader: Reader,
    @Inject(FILE_STORE) private readonly store: FileStore,
  ) {}

  async execute(id: string, actor: UserActor): Promise<EvidenceFile> {
    const [row] = await this.reader.rows<{ unitId: string; name: string; mediaType: string; sha256: string }>(
      `select unit_id as "unitId", name, media_type as "mediaType", encode(sha256, 'hex') as sha256 from evidence
        where administration_id = $1 and id = $2 and withdrawn_at is null and ($3 or submitted_at is not null)`,
      [actor.administrationId, id, ofUnit(actor)],
    );
    if (row === undefined || !reaches(actor, row.unitId)) throw new DomainError('NOT_FOUND');
    const file = await this.store.open(row.sha256);
    if (file === undefined) throw new DomainError('EVIDENCE_FILE_MISSING');
    return { name: row.name, mediaType: row.mediaType, ...file };
  }
}
