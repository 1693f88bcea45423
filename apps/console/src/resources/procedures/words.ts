import type { Language, ProcedureDefinition } from '@nhip/contracts';
import { nameIn } from '../../session/language.js';

/** What an event is called where the definition names it; else its own name, readable. */
export function eventName(
  definition: ProcedureDefinition,
  state: string,
  event: string,
  language: Language,
): string {
  const named = definition.states[state]?.on[event]?.names;
  return named ? nameIn(named, language) : event.replaceAll('-', ' ');
}
