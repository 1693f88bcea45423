import { criteriaSetContent, type CriteriaSetVersionView } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { INSTALLATION, Reader, type Actor } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';
import { lint } from '../domain/lint.js';

/** One version, draft or issued, whole, with the linter's remarks. */
@Injectable()
export class GetCriteriaSetVersion {
  constructor(private readonly reader: Reader) {}

  async execute(
    { id }: { readonly id: string },
    caller: Pick<Actor, 'administrationId'>,
  ): Promise<CriteriaSetVersionView> {
    const [row] = await this.reader.rows<Omit<CriteriaSetVersionView, 'remarks'>>(
      `select v.id, v.version, v.status, v.content_hash as "contentHash", v.issued_at as "issuedAt",
              s.id as "setId", s.code, s.names, s.revision, v.content,
              s.administration_id = '${INSTALLATION}' as ready
         from criteria_set_version v
         join criteria_set s on s.administration_id = v.administration_id and s.id = v.set_id
        where v.id = $2 and v.administration_id in ($1, '${INSTALLATION}')`,
      [caller.administrationId, id],
    );
    if (row === undefined) throw new DomainError('NOT_FOUND');
    const content = criteriaSetContent.parse(row.content);
    return { ...row, content, remarks: lint(content) };
  }
}
