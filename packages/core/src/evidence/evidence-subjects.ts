import type { EvidenceSubject } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { reaches, type Actor } from '../platform/index.js';
import type { Sql } from '../shared/index.js';

/** Of what evidence is given: a record, and with a submission one figure of it. */
export interface EvidencePlace {
  readonly administrationId: string;
  readonly id: string;
  readonly element?: string | undefined;
  readonly month?: string | undefined;
}

export interface FoundSubject {
  /** Whose it is: the unit that may give evidence, and whose evidence it becomes. */
  readonly unitId: string;
  /** Other units that work on it: they read what was handed in. */
  readonly readers?: readonly string[];
  /** Whether it takes evidence now. */
  readonly open: boolean;
}

/** Whether the actor may know of the record at all. */
export const mayRead = (actor: Actor, { unitId, readers = [] }: FoundSubject): boolean =>
  reaches(actor, unitId) || readers.some((reader) => reaches(actor, reader));

/** Undefined where there is no such record, or no such figure in it. */
export type FindSubject = (sql: Sql, place: EvidencePlace) => Promise<FoundSubject | undefined>;

/** What evidence can be given for; features above register their records at the start. */
@Injectable()
export class EvidenceSubjects {
  private readonly kinds = new Map<EvidenceSubject, FindSubject>();

  register(kind: EvidenceSubject, find: FindSubject): void {
    if (this.kinds.has(kind)) throw new Error(`Two features take evidence for "${kind}".`);
    this.kinds.set(kind, find);
  }

  find(sql: Sql, kind: EvidenceSubject, place: EvidencePlace): Promise<FoundSubject | undefined> {
    const find = this.kinds.get(kind);
    if (find === undefined) throw new Error(`No feature takes evidence for "${kind}".`);
    return find(sql, place);
  }
}
