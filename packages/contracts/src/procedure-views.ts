import { z } from 'zod';
import { listQuery, names, pageOf, uuid } from './lists.js';
import { procedureDefinition, procedureKinds } from './procedures.js';

export const listProceduresQuery = listQuery.extend({
  sort: z.enum(['code', 'name', 'kind', 'issuedAt']).default('code'),
  kind: z.enum(procedureKinds).optional(),
  /** Only the version in force of each procedure, or all. */
  versions: z.enum(['current', 'all']).default('current'),
});
export type ListProceduresQuery = z.infer<typeof listProceduresQuery>;

/** One issued version of a procedure. */
export const procedureView = z.object({
  id: uuid,
  code: z.string(),
  kind: z.enum(procedureKinds),
  names,
  version: z.number().int(),
  status: z.enum(['issued', 'retired']),
  issuedAt: z.iso.datetime(),
  /** Whether it is the version that new records of the administration follow. */
  current: z.boolean(),
  /** SHA-256 of its content. */
  contentHash: z.string(),
});
export type ProcedureView = z.infer<typeof procedureView>;
export const procedurePage = pageOf(procedureView);

export const procedureDetail = procedureView.extend({ definition: procedureDefinition });
export type ProcedureDetail = z.infer<typeof procedureDetail>;
