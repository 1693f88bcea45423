import { fill } from './fill.js';
import type { Language } from './errors.js';

/** What can be wrong with a procedure; `{state}`, `{event}`, `{timer}` are shown by name and code. */
export const procedureFaultTexts = {
  INITIAL_UNKNOWN: {
    vi: 'bước đầu tiên {state} chưa được định nghĩa',
    en: 'the first state {state} is not defined',
  },
  STATE_UNREACHABLE: {
    vi: 'không có đường nào dẫn đến bước {state}',
    en: 'state {state} cannot be reached',
  },
  END_WITH_EXITS: {
    vi: 'bước kết thúc {state} vẫn còn hành động hoặc hẹn giờ',
    en: 'final state {state} has exits or timers',
  },
  NO_END: {
    vi: 'từ bước {state} không đi đến được bước kết thúc nào',
    en: 'no end can be reached from state {state}',
  },
  TARGET_UNKNOWN: {
    vi: 'hành động {event} tại bước {state} dẫn đến bước không có: “{name}”',
    en: 'event {event} of state {state} leads to unknown state “{name}”',
  },
  EFFECT_UNKNOWN: {
    vi: 'hành động {event} tại bước {state} gọi việc không có trong hệ thống: “{name}”',
    en: 'event {event} of state {state} sets off unknown effect “{name}”',
  },
  GUARD_UNKNOWN: {
    vi: 'hành động {event} tại bước {state} đòi điều kiện không có trong hệ thống: “{name}”',
    en: 'event {event} of state {state} asks for unknown fact “{name}”',
  },
  ENTRY_UNKNOWN: {
    vi: 'điều kiện vào bước {state} không có trong hệ thống: “{name}”',
    en: 'state {state} has unknown entry condition “{name}”',
  },
  EXIT_UNKNOWN: {
    vi: 'điều kiện rời bước {state} không có trong hệ thống: “{name}”',
    en: 'state {state} has unknown exit condition “{name}”',
  },
  DEADLINE_UNKNOWN: {
    vi: 'hẹn giờ “{timer}” tại bước {state} tính từ thời hạn không có: “{name}”',
    en: 'timer “{timer}” of state {state} counts from unknown deadline “{name}”',
  },
  TIMER_EVENT_UNKNOWN: {
    vi: 'hẹn giờ “{timer}” tại bước {state} gửi hành động mà bước không có: {event}',
    en: 'timer “{timer}” of state {state} sends {event}, which the state does not handle',
  },
  TIMER_WITHOUT_OWNER: {
    vi: 'bước {state} có thời hạn nhưng không có người chịu trách nhiệm',
    en: 'state {state} has a deadline and no owner',
  },
  TIMER_WITHOUT_EXIT: {
    vi: 'hẹn giờ “{timer}” tại bước {state} không có lối ra nào để hủy',
    en: 'timer “{timer}” of state {state} has no exit that cancels it',
  },
  PLAN_UNKNOWN: {
    vi: 'bước {state} theo kế hoạch nhắc việc không có: “{name}”',
    en: 'state {state} follows unknown reminder plan “{name}”',
  },
  LEVELS_EVENT_UNKNOWN: {
    vi: 'các cấp duyệt của bước {state} dùng hành động mà bước không có: {event}',
    en: 'the approval levels of state {state} use {event}, which the state does not handle',
  },
  NOT_OPTIONAL: {
    vi: 'bước {state} không được phép bỏ qua',
    en: 'state {state} may not be left out',
  },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

export interface ProcedureFault {
  readonly code: keyof typeof procedureFaultTexts;
  readonly params: Readonly<Record<string, string | Readonly<Record<Language, string>>>>;
}

export function describeProcedureFault({ code, params }: ProcedureFault, language: Language): string {
  const words = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : value[language],
  ]);
  return fill(procedureFaultTexts[code][language], Object.fromEntries(words));
}
