import type { Names, ProcedureDefinition, SubmissionAction } from '@nhip/contracts';
import type { Sender } from '../../workflow/index.js';

type Event = SubmissionAction['event'];

const events = ['submit', 'approve', 'return', 'recall', 'accept', 'reopen'] as const;
const saveNames: Names = { vi: 'Lưu số liệu', en: 'Save the figures' };
const discussNames: Names = { vi: 'Hỏi, trả lời', en: 'Ask and answer' };
const tooLate: Names = { vi: 'đã hết thời gian thu thập', en: 'the collection is over' };
const talkers: readonly Sender[] = ['unit-officer', 'unit-leader', 'secretariat', 'appraiser'];

export interface Situation {
  readonly state: string;
  readonly sender: Sender;
  readonly cycleOver: boolean;
  /** The unit's time to hand in has ended. */
  readonly collectionOver: boolean;
  /** Cells the unit has still to fill. */
  readonly openCells: number;
}

/**
 * What the person may do now; what the role could do in another state is listed too, with the reason why not now.
 * What the role can never do is left out.
 */
export function offeredActions(
  definition: ProcedureDefinition,
  { state, sender, cycleOver, collectionOver, openCells }: Situation,
): SubmissionAction[] {
  const states = Object.values(definition.states);
  const may = (by: readonly string[] | undefined): boolean =>
    sender === 'system' || (by?.includes(sender) ?? false);
  const actions: SubmissionAction[] = [];
  const offer = (
    event: Event,
    names: Names,
    {
      why,
      here = true,
      reasonRequired = false,
    }: Partial<Omit<SubmissionAction, 'why'>> & { why: Names | null },
  ): void => void actions.push({ event, names, allowed: why === null, here, why, reasonRequired });

  const over: Names | null = cycleOver ? { vi: 'đợt đã kết thúc', en: 'the cycle is over' } : null;
  const elsewhere = standsAt(definition, state);
  const fills = states.some(({ on }) => may(on['submit']?.by));
  if (fills) {
    const here = definition.states[state]?.on['submit'] !== undefined;
    offer('save', saveNames, { why: over ?? (here ? null : elsewhere), here });
  }
  for (const event of events) {
    const arrow = definition.states[state]?.on[event];
    const known = states.find(({ on }) => may(on[event]?.by))?.on[event];
    if (known === undefined) continue;
    const here = arrow !== undefined && may(arrow.by);
    const why =
      over ??
      (here ? null : elsewhere) ??
      (event === 'recall' && collectionOver ? tooLate : null) ??
      unfilled(event, openCells);
    const { names = { vi: event }, reasonRequired } = arrow ?? known;
    offer(event, names, { why, here, reasonRequired });
  }
  if (talkers.includes(sender)) offer('discuss', discussNames, { why: over });
  return actions;
}

function standsAt({ states }: ProcedureDefinition, state: string): Names {
  const names = states[state]?.names ?? { vi: state };
  return { vi: `đang ở bước “${names.vi}”`, en: `it stands at “${names.en ?? names.vi}”` };
}

function unfilled(event: Event, count: number): Names | null {
  if (event !== 'submit' || count === 0) return null;
  return { vi: `còn ${count} ô chưa nhập`, en: `${count} cells are still empty` };
}
