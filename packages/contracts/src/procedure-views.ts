import { z } from 'zod';
import { day, listQuery, names, pageOf, uuid } from './lists.js';
import { procedureDefinition, procedureKinds } from './procedures.js';
import { roleName } from './roles.js';

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

/** How many records the reader may see stand in each state, over all versions of a procedure. */
export const procedureStanding = z.object({
  states: z.array(z.object({ state: z.string(), count: z.number().int() })),
});
export type ProcedureStanding = z.infer<typeof procedureStanding>;

/** Where one record stands in its procedure. */
export const instanceView = z.object({
  id: uuid,
  kind: z.enum(procedureKinds),
  procedure: z.object({ id: uuid, names, version: z.number().int() }),
  definition: procedureDefinition,
  state: z.string(),
  /** When it came into the state. */
  enteredAt: z.iso.datetime(),
  /** Whose turn it is; null where the state is an end. */
  holder: z
    .object({ role: roleName, unit: z.object({ id: uuid, names }).nullable(), people: z.array(z.string()) })
    .nullable(),
  /** Deadlines by name, with their last day. */
  deadlines: z.array(z.object({ name: z.string(), on: day, at: z.iso.datetime() })),
  /** What happens by itself next, the soonest first. */
  timers: z.array(z.object({ name: z.string(), event: z.string(), dueAt: z.iso.datetime() })),
  /** States it has been in, in order, each with the time it came into it. */
  path: z.array(z.object({ state: z.string(), at: z.iso.datetime() })),
});
export type InstanceView = z.infer<typeof instanceView>;
