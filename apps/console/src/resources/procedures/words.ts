import type { Language, Names, ProcedureDefinition } from '@nhip/contracts';
import { nameIn } from '../../session/language.js';

/** Events that no person sends from a button, so that the definitions give them no name. */
const automatic: Readonly<Record<string, Names>> = {
  remind: { vi: 'Nhắc việc', en: 'Remind' },
  'deadline-passed': { vi: 'Ghi nhận quá hạn', en: 'Record as overdue' },
  urge: { vi: 'Đôn đốc', en: 'Urge' },
  'mark-criticism': { vi: 'Đề nghị phê bình', en: 'Propose criticism' },
  'check-due': { vi: 'Đến kỳ kiểm tra', en: 'Check is due' },
  lapse: { vi: 'Hết hạn thu thập', en: 'The collection ends' },
  excuse: { vi: 'Miễn nộp', en: 'Excuse' },
  include: { vi: 'Đưa trở lại', en: 'Include again' },
  resume: { vi: 'Được nộp tiếp', en: 'Resume' },
  withdraw: { vi: 'Rút cùng đợt', en: 'Withdraw with the cycle' },
  'move-deadline': { vi: 'Đổi thời hạn', en: 'Move the deadline' },
  'add-participants': { vi: 'Thêm đơn vị', en: 'Add units' },
  'excuse-participant': { vi: 'Miễn một đơn vị', en: 'Excuse a unit' },
};

/** What an event is called where the definition names it; else its own name, readable. */
export function eventName(
  definition: ProcedureDefinition,
  state: string,
  event: string,
  language: Language,
): string {
  const named = definition.states[state]?.on[event]?.names ?? automatic[event];
  return named ? nameIn(named, language) : event.replaceAll('-', ' ');
}
