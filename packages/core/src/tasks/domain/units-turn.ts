import type { ProcedureDefinition, RoleName } from '@nhip/contracts';

const ofUnit: readonly RoleName[] = ['unit-officer', 'unit-leader'];

/** Whether the unit is to act: the task is neither handed in, nor suspended, nor over. */
export function unitsTurn({ states }: Pick<ProcedureDefinition, 'states'>, name: string): boolean {
  const state = states[name];
  return state !== undefined && !state.final && state.owner !== undefined && ofUnit.includes(state.owner);
}
