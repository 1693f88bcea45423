import {
  formatDecimal,
  type AgendaSubject,
  type AgendaView,
  type Language,
  type MinutesView,
  type Presence,
  type WeakResult,
  type WriteMinutes,
} from '@nhip/contracts';
import { nameIn } from '../../session/language.js';
import type { UnitChoice } from '../tasks/UnitsField.js';

export interface MinutesForm {
  secretary: string;
  agenda: { about: AgendaSubject; text: string }[];
  attendance: { unit: UnitChoice | null; name: string; position: string; presence: Presence }[];
  course: string;
  opinions: { unit: UnitChoice | null; speaker: string; text: string }[];
}

export const formOf = (minutes: MinutesView): MinutesForm => ({
  secretary: minutes.secretary ?? '',
  agenda: [...minutes.agenda],
  attendance: minutes.attendance.map(({ unit, name, position, presence }) => ({
    unit,
    name: name ?? '',
    position: position ?? '',
    presence,
  })),
  course: minutes.course,
  opinions: [...minutes.opinions],
});

export const commandOf = (form: MinutesForm): WriteMinutes => ({
  secretary: form.secretary || null,
  agenda: form.agenda ?? [],
  attendance: (form.attendance ?? []).map(({ unit, name, position, presence }) => ({
    unitId: unit?.id ?? null,
    name: name || null,
    position: position || null,
    presence,
  })),
  course: form.course ?? '',
  opinions: (form.opinions ?? []).map(({ unit, speaker, text }) => ({
    unitId: unit?.id ?? null,
    speaker,
    text,
  })),
});

export interface Proposed {
  readonly weak: readonly WeakResult[];
  readonly findings: number;
  readonly agenda: AgendaView | undefined;
}

type Say = (
  key: 'weakPoint' | 'findingsPoint' | 'requirementsPoint' | 'recommendationsPoint',
  params: Record<string, string | number>,
) => string;

/** The points the cycle's results and what earlier cycles left ask for; in the reader's words, who may change them. */
export function proposedAgenda(
  { weak, findings, agenda }: Proposed,
  say: Say,
  language: Language,
): MinutesForm['agenda'] {
  const thresholds = new Map(weak.map((result) => [`${result.indicator} ${result.threshold}`, result]));
  const results = [...thresholds].map(([key, first]) => {
    const units = weak.filter((result) => `${result.indicator} ${result.threshold}` === key);
    return {
      about: 'results' as const,
      text: say('weakPoint', {
        indicator: nameIn(first.indicatorNames, language),
        limit: `${formatDecimal(first.limit, language)} ${nameIn(first.measure, language)}`,
        count: units.length,
        units: units
          .map((one) => `${nameIn(one.unitNames, language)} ${formatDecimal(one.shownValue, language)}`)
          .join(', '),
      }),
    };
  });
  const open = agenda?.tasks ?? [];
  const recommendations = agenda?.recommendations.length ?? 0;
  const overdue = open.filter(({ status }) => status.official === 'open-overdue').length;
  return [
    ...results,
    ...(findings === 0
      ? []
      : [{ about: 'findings' as const, text: say('findingsPoint', { count: findings }) }]),
    ...(open.length === 0
      ? []
      : [
          {
            about: 'requirements' as const,
            text: say('requirementsPoint', { count: open.length, overdue }),
          },
        ]),
    ...(recommendations === 0
      ? []
      : [
          {
            about: 'recommendations' as const,
            text: say('recommendationsPoint', { count: recommendations }),
          },
        ]),
  ];
}
