import { permissionsOf, type EvidenceItem, type EvidenceList, type EvidencePage } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { Reader, type UserActor } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';
import { EvidenceSubjects, mayRead } from '../evidence-subjects.js';

/**
 * The evidence of one record, by number. A unit's people see their own, also what they took back; everybody else in
 * scope, and units that work on the record with it, see what left the unit. A record out of reach: NOT_FOUND.
 */
@Injectable()
export class ListEvidence {
  constructor(
    private readonly reader: Reader,
    private readonly subjects: EvidenceSubjects,
  ) {}

  async execute({ subjectKind, subjectId }: EvidenceList, actor: UserActor): Promise<EvidencePage> {
    const { administrationId } = actor;
    const subject = await this.subjects.find(this.reader, subjectKind, { administrationId, id: subjectId });
    if (subject === undefined || !mayRead(actor, subject)) throw new DomainError('NOT_FOUND');
    const items = await this.reader.rows<EvidenceItem>(
      `select e.id, e.number, e.unit_id as "unitId", e.subject_kind as "subjectKind", e.subject_id as "subjectId",
              e.element_code as element, to_char(e.month, 'YYYY-MM') as month, e.name, e.media_type as "mediaType",
              e.size, encode(e.sha256, 'hex') as sha256, e.document_number as "documentNumber",
              e.document_on as "documentOn", e.page, e.note,
              (select p.full_name from account a join person p on p.id = a.person_id where a.id = e.given_by) as "givenBy",
              e.given_at as "givenAt", e.submitted_at as "submittedAt", e.withdrawn_at as "withdrawnAt",
              coalesce(e.given_by = $4 and e.submitted_at is null and e.withdrawn_at is null, false) as "mayWithdraw"
         from evidence e
        where e.administration_id = $1 and e.subject_kind = $2 and e.subject_id = $3
          and (e.unit_id = any($5::uuid[]) or e.submitted_at is not null)
        order by e.unit_id, e.number`,
      [administrationId, subjectKind, subjectId, actor.id, ownUnits(actor)],
    );
    const own = ownUnits(actor).includes(subject.unitId);
    const mayGive = subject.open && own && permissionsOf(actor.role).includes('evidence.give');
    return { items, total: items.length, mayGive };
  }
}

/** The units the actor acts for; none for who reads over all of them. */
export const ownUnits = ({ unitIds }: UserActor): readonly string[] => (unitIds === 'all' ? [] : unitIds);
