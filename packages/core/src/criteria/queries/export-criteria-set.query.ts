import { criteriaSetContent, type CriteriaSetFile, type Language } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { INSTALLATION, Reader, type Actor } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';
import { criteriaSetWorkbook } from '../exchange/write-workbook.js';

/** A version of a set, draft or issued, as a file. Throws NOT_FOUND for one of another administration. */
@Injectable()
export class ExportCriteriaSet {
  constructor(private readonly reader: Reader) {}

  /** Everything that the import takes. */
  async file(
    { id }: { readonly id: string },
    caller: Pick<Actor, 'administrationId'>,
  ): Promise<CriteriaSetFile> {
    const [row] = await this.reader.rows<CriteriaSetFile>(
      `select s.code, s.names, v.version, v.content_hash as "contentHash", v.content
         from criteria_set_version v
         join criteria_set s on s.administration_id = v.administration_id and s.id = v.set_id
        where v.id = $2 and v.administration_id in ($1, '${INSTALLATION}')`,
      [caller.administrationId, id],
    );
    if (row === undefined) throw new DomainError('NOT_FOUND');
    return { ...row, content: criteriaSetContent.parse(row.content) };
  }

  async workbook(
    query: { readonly id: string; readonly language: Language },
    caller: Pick<Actor, 'administrationId'>,
  ): Promise<{ name: string; bytes: Buffer }> {
    const file = await this.file(query, caller);
    return {
      name: `${file.code}-v${file.version ?? 1}`,
      bytes: await criteriaSetWorkbook(file, query.language),
    };
  }
}
