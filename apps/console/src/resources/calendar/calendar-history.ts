import { calendarKindNames, formatDay, type HistoryItem, type Language } from '@nhip/contracts';
import type { ToldChange } from '../../shared/history.js';

interface Recorded {
  readonly days?: readonly {
    readonly day: string;
    readonly kind: keyof typeof calendarKindNames;
    readonly name: string;
    readonly source?: string;
  }[];
  readonly removed?: readonly string[];
}

/** The days a change recorded or took back, in words; a long list by its first ones. */
export function calendarChanges(
  { after }: HistoryItem,
  language: Language,
  takenBack: string,
): readonly ToldChange[] {
  const { days = [], removed = [] } = after as Recorded;
  const told = [
    ...days.map(({ day, kind, name, source }) =>
      [formatDay(day), calendarKindNames[kind][language], name, ...(source ? [source] : [])].join(' · '),
    ),
    ...removed.map((day) => `${formatDay(day)} · ${takenBack}`),
  ];
  const shown = told.slice(0, 20);
  return [...shown, ...(told.length > shown.length ? [`… (${told.length})`] : [])].map((to) => ({
    field: 'day',
    to,
  }));
}
