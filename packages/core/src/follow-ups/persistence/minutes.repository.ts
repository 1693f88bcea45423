import type { AgendaSubject, Presence } from '@nhip/contracts';
import type { Transaction } from '../../platform/index.js';

export interface Minutes {
  /** The conclusion whose conference they are of. */
  readonly id: string;
  readonly secretary: string | null;
  readonly agenda: readonly { readonly about: AgendaSubject; readonly text: string }[];
  readonly attendance: readonly {
    readonly unitId: string | null;
    readonly name: string | null;
    readonly position: string | null;
    readonly presence: Presence;
  }[];
  readonly course: string;
  readonly opinions: readonly {
    readonly unitId: string | null;
    readonly speaker: string;
    readonly text: string;
  }[];
  readonly revision: number;
}

export class MinutesOfConferences {
  constructor(private readonly tx: Transaction) {}

  /** The caller holds the conclusion, and with it its minutes. */
  async find(id: string): Promise<Minutes | undefined> {
    const [row] = await this.tx.rows<Minutes>(
      `select conclusion_id as id, secretary, agenda, attendance, course, opinions, revision
         from conference_minutes where administration_id = $1 and conclusion_id = $2`,
      [this.tx.administrationId, id],
    );
    return row;
  }

  async save(minutes: Minutes): Promise<void> {
    await this.tx.rows(
      `insert into conference_minutes (administration_id, conclusion_id, secretary, agenda, attendance, course,
         opinions, revision) values ($1, $2, $3, $4::jsonb, $5::jsonb, $6, $7::jsonb, $8)
       on conflict (administration_id, conclusion_id) do update set secretary = $3, agenda = $4::jsonb,
         attendance = $5::jsonb, course = $6, opinions = $7::jsonb, revision = $8`,
      [
        this.tx.administrationId,
        minutes.id,
        minutes.secretary,
        JSON.stringify(minutes.agenda),
        JSON.stringify(minutes.attendance),
        minutes.course,
        JSON.stringify(minutes.opinions),
        minutes.revision,
      ],
    );
  }
}
