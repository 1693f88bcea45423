import { writeMinutes, type WriteMinutes as Command } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { changedFields } from '../../history/index.js';
import { checkRevision } from '../../organisation/index.js';
import { UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';
import { lockDraft } from '../lock-draft.js';
import { MinutesOfConferences, type Minutes } from '../persistence/minutes.repository.js';

interface Request {
  /** The conclusion of the conference. */
  readonly id: string;
  /** 0 where nothing was written yet. */
  readonly revision: number;
  readonly minutes: Command;
}

/**
 * The secretariat writes the minutes of a conference, as a whole: agenda, attendance, course, opinions. They have a
 * revision of their own, so one may write them while another writes the conclusion; once that is issued they change no
 * more. Refused as lockDraft says; units that are none (CONFERENCE_UNIT_UNKNOWN).
 */
@Injectable()
export class WriteMinutes {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(request: Request, call: Call): Promise<{ revision: number }> {
    return this.unitOfWork.run(call, (tx) => this.step(tx, request));
  }

  private async step(tx: Transaction, { id, revision, minutes }: Request): Promise<{ revision: number }> {
    const { conclusion } = await lockDraft(tx, id);
    const repository = tx.use(MinutesOfConferences);
    const before = await repository.find(id);
    checkRevision(revision, before ?? { revision: 0 });
    const { reason, ...given } = writeMinutes.parse(minutes);
    const after: Minutes = {
      id,
      secretary: given.secretary ?? null,
      agenda: given.agenda,
      attendance: given.attendance.map(({ unitId, name, position, presence }) => ({
        unitId: unitId ?? null,
        name: name ?? null,
        position: position ?? null,
        presence,
      })),
      course: given.course,
      opinions: given.opinions.map(({ unitId, speaker, text }) => ({
        unitId: unitId ?? null,
        speaker,
        text,
      })),
      revision: revision + 1,
    };
    await checkUnits(tx, after);
    await repository.save(after);
    tx.history([
      {
        stream: conclusion.cycleId === null ? 'follow-ups' : `cycle/${conclusion.cycleId}`,
        subject: { kind: 'minutes', id },
        revision: after.revision,
        action: 'conference.minutes-written',
        reason,
        before: before && changedFields(before, after),
        after,
      },
    ]);
    return { revision: after.revision };
  }
}

async function checkUnits(tx: Transaction, { attendance, opinions }: Minutes): Promise<void> {
  const ids = new Set([...attendance, ...opinions].flatMap(({ unitId }) => unitId ?? []));
  const known = await tx.rows('select from unit where administration_id = $1 and id = any($2::uuid[])', [
    tx.administrationId,
    [...ids],
  ]);
  if (known.length < ids.size) throw new DomainError('CONFERENCE_UNIT_UNKNOWN');
}
