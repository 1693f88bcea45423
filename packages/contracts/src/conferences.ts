import { z } from 'zod';
import { unitShown } from './follow-up-parts.js';
import { reason, uuid } from './lists.js';

/** What a point of the agenda is about; where it came from the cycle's results, which of them. */
export const agendaSubjects = ['results', 'findings', 'requirements', 'recommendations', 'other'] as const;
export type AgendaSubject = (typeof agendaSubjects)[number];
export const presences = ['present', 'substitute', 'excused', 'absent'] as const;
export type Presence = (typeof presences)[number];
export const presenceNames = {
  present: { vi: 'Có mặt', en: 'Present' },
  substitute: { vi: 'Cử người dự thay', en: 'Sent a substitute' },
  excused: { vi: 'Vắng có lý do', en: 'Excused' },
  absent: { vi: 'Vắng không lý do', en: 'Absent' },
} as const satisfies Record<Presence, { vi: string; en: string }>;

const agendaPoint = z.strictObject({
  about: z.enum(agendaSubjects),
  text: z.string().trim().min(3).max(2000),
});
const attendant = z.strictObject({
  /** The unit the person came for; null for a guest or the chair. */
  unitId: uuid.nullish(),
  name: z.string().trim().max(200).nullish(),
  position: z.string().trim().max(300).nullish(),
  presence: z.enum(presences),
});
const opinion = z.strictObject({
  unitId: uuid.nullish(),
  speaker: z.string().trim().min(2).max(200),
  text: z.string().trim().min(3).max(20_000),
});

/** The minutes whole: what is given replaces what stood. */
export const writeMinutes = z.strictObject({
  secretary: z.string().trim().max(200).nullish(),
  agenda: z.array(agendaPoint).max(100).default([]),
  attendance: z.array(attendant).max(5000).default([]),
  course: z.string().trim().max(50_000).default(''),
  opinions: z.array(opinion).max(500).default([]),
  reason: reason.optional(),
});
export type WriteMinutes = z.input<typeof writeMinutes>;

/** Revision 0: not written yet. */
export const minutesView = z.object({
  conclusionId: uuid,
  secretary: z.string().nullable(),
  agenda: z.array(z.object({ about: z.enum(agendaSubjects), text: z.string() })),
  attendance: z.array(
    z.object({
      unit: unitShown.nullable(),
      name: z.string().nullable(),
      position: z.string().nullable(),
      presence: z.enum(presences),
    }),
  ),
  course: z.string(),
  opinions: z.array(z.object({ unit: unitShown.nullable(), speaker: z.string(), text: z.string() })),
  revision: z.number().int(),
});
export type MinutesView = z.infer<typeof minutesView>;
