import type { ProcedureView } from '@nhip/contracts';

/** Address of the list of records of a procedure that stand in a state. A kind of task has a procedure of its name. */
export function standingList(
  { id, kind, code }: Pick<ProcedureView, 'id' | 'kind' | 'code'>,
  state: string,
): string {
  const query = new URLSearchParams({ ...(kind === 'task' && { kind: code }), state, procedure: id });
  return `/${kind}s?${query}`;
}
