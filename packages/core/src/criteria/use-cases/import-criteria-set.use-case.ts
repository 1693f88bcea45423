import type { CriteriaImportReport, Language } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { Reader, UnitOfWork, type Call, type Sql, type Transaction } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';
import { lint } from '../domain/lint.js';
import { readSetFile, type ReadSetFile } from '../exchange/read-set-file.js';
import { createCriteriaSet } from './create-criteria-set.use-case.js';
import { draftCriteriaSetVersion } from './draft-criteria-set-version.use-case.js';
import { editCriteriaSet } from './edit-criteria-set.use-case.js';

export interface ImportCriteriaSetCommand {
  readonly file: { readonly name: string; readonly bytes: Uint8Array };
  readonly dryRun: boolean;
  /** The set it goes into; without one, the set of the file's code, or a new one. */
  readonly setId?: string | undefined;
  /** Of that set, as it was seen. */
  readonly revision?: number | undefined;
  readonly language: Language;
}

type Target = NonNullable<CriteriaImportReport['target']>;

/**
 * Secretariat or administrator. A whole set from a workbook or a JSON file: it becomes the draft of its set, or a new
 * set. In a dry run, and while the file has a problem, nothing is written and the draft stays as it is. Refused: a set
 * that is not there, another revision.
 */
@Injectable()
export class ImportCriteriaSet {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: Reader,
  ) {}

  async execute(command: ImportCriteriaSetCommand, call: Call): Promise<CriteriaImportReport> {
    const read = await readSetFile(command.file.bytes, command.language);
    const report = reportOf(read);
    const { administrationId } = call.actor;
    if (command.dryRun || read.content === undefined)
      return { ...report, target: await targetOf(this.reader, administrationId, command.setId, read.code) };
    return this.unitOfWork.run(call, async (tx) => {
      const target = await targetOf(tx, administrationId, command.setId, read.code);
      const { id, versionId } = await write(tx, read, target, command);
      return { ...report, target, written: true, id, versionId };
    });
  }
}

function reportOf(read: ReadSetFile): CriteriaImportReport {
  const { content } = read;
  return {
    written: false,
    code: read.code ?? null,
    names: read.names ?? null,
    target: null,
    problems: [...read.problems],
    remarks: (content === undefined ? [] : lint(content)).map((remark) => {
      const { sheet, row, cell } = read.placeOf(remark.path);
      return { ...remark, sheet, row, cell };
    }),
    content: content ?? null,
    id: null,
    versionId: null,
  };
}

async function targetOf(
  sql: Sql,
  administrationId: string,
  setId: string | undefined,
  code: string | undefined,
): Promise<Target | null> {
  const [found] = await sql.rows<Target>(
    `select s.id, s.code, s.names, s.revision::int as revision, v.status = 'draft' as draft, v.id as "versionId"
       from criteria_set s
       left join lateral (select id, status from criteria_set_version v
                           where v.administration_id = s.administration_id and v.set_id = s.id
                           order by version desc limit 1) v on true
      where s.administration_id = $1 and case when $2::uuid is null then s.code = $3 else s.id = $2 end`,
    [administrationId, setId ?? null, code ?? null],
  );
  if (found === undefined && setId !== undefined) throw new DomainError('NOT_FOUND');
  return found ?? null;
}

async function write(
  tx: Transaction,
  { code = '', names = { vi: code }, content }: ReadSetFile,
  target: Target | null,
  { revision, file }: ImportCriteriaSetCommand,
): Promise<{ id: string; versionId: string | null }> {
  if (target === null) return createCriteriaSet(tx, { code, names, ...(content && { content }) });
  const { id } = target;
  const reason = `Nhập từ tệp ${file.name}`.slice(0, 200);
  const expected = revision ?? target.revision;
  // A file of another set brings its content into this one, not its name.
  const renamed = code === target.code ? { names } : {};
  if (target.draft) {
    await editCriteriaSet(tx, { id, revision: expected, content, reason, ...renamed });
    return { id, versionId: target.versionId };
  }
  const begun = { content, ...renamed };
  const { versionId } = await draftCriteriaSetVersion(tx, { id, revision: expected, reason }, begun);
  return { id, versionId };
}
