import { searchKey } from '@nhip/contracts';
import type { Transaction } from '../../platform/index.js';
import { DomainError, type Day } from '../../shared/index.js';
import type { UnitVersion } from '../domain/unit-version.js';

export interface Unit {
  readonly id: string;
  readonly code: string;
  readonly revision: number;
}

/** A unit with all its names and places over time, oldest first. */
export interface UnitRecord extends Unit {
  readonly versions: readonly UnitVersion[];
}

/** Units and their versions, written set-based. */
export class Units {
  constructor(private readonly tx: Transaction) {}

  async insert(records: readonly UnitRecord[]): Promise<void> {
    await this.tx.rows(
      `insert into unit (id, administration_id, code, revision)
       select id, $1, code, revision from unnest($2::uuid[], $3::text[], $4::bigint[]) as u(id, code, revision)`,
      [
        this.tx.administrationId,
        records.map((record) => record.id),
        records.map((record) => record.code),
        records.map((record) => record.revision),
      ],
    );
    await this.saveVersions(records);
  }

  async save(record: UnitRecord): Promise<void> {
    await this.tx.rows('update unit set revision = $3 where administration_id = $1 and id = $2', [
      this.tx.administrationId,
      record.id,
      record.revision,
    ]);
    await this.saveVersions([record]);
  }

  /** The unit, locked, with its versions. Throws NOT_FOUND. */
  async getForUpdate(id: string): Promise<UnitRecord> {
    const [unit] = await this.tx.rows<Unit>(
      'select id, code, revision from unit where administration_id = $1 and id = $2 for update',
      [this.tx.administrationId, id],
    );
    if (unit === undefined) throw new DomainError('NOT_FOUND');
    const versions = await this.tx.rows<UnitVersion>(
      `select valid_from as "validFrom", valid_to as "validTo", names, short_name as "shortName",
              unit_type as "unitType", parent_id as "parentId", peer_group_id as "peerGroupId"
         from unit_version where administration_id = $1 and unit_id = $2 order by valid_from`,
      [this.tx.administrationId, id],
    );
    return { ...unit, versions };
  }

  /** Whether the unit lies below itself on that day or on any later one on which a version begins. */
  async liesBelowItself(id: string, from: Day): Promise<boolean> {
    const rows = await this.tx.rows(
      `with recursive days as (
         select $3::date as on_day
         union
         select valid_from from unit_version where administration_id = $1 and valid_from > $3::date),
       above as (
         select d.on_day, v.parent_id from days d
           join unit_version v on v.administration_id = $1 and v.unit_id = $2
            and v.valid_from <= d.on_day and (v.valid_to is null or v.valid_to > d.on_day)
         union
         select a.on_day, v.parent_id from above a
           join unit_version v on v.administration_id = $1 and v.unit_id = a.parent_id
            and v.valid_from <= a.on_day and (v.valid_to is null or v.valid_to > a.on_day))
       select from above where parent_id = $2 limit 1`,
      [this.tx.administrationId, id, from],
    );
    return rows.length > 0;
  }

  private async saveVersions(records: readonly UnitRecord[]): Promise<void> {
    const rows = records.flatMap(({ id, code, versions }) =>
      versions.map((version) => ({ id, code, ...version })),
    );
    await this.tx.rows(
      `insert into unit_version (administration_id, unit_id, valid_from, valid_to, names, short_name, unit_type,
                                 parent_id, peer_group_id, search)
       select $1, unit_id, valid_from, valid_to, names::jsonb, short_name, unit_type, parent_id, peer_group_id, search
         from unnest($2::uuid[], $3::date[], $4::date[], $5::text[], $6::text[], $7::text[], $8::uuid[], $9::uuid[],
                     $10::text[])
           as v(unit_id, valid_from, valid_to, names, short_name, unit_type, parent_id, peer_group_id, search)
       on conflict (administration_id, unit_id, valid_from) do update
          set valid_to = excluded.valid_to, names = excluded.names, short_name = excluded.short_name,
              unit_type = excluded.unit_type, parent_id = excluded.parent_id,
              peer_group_id = excluded.peer_group_id, search = excluded.search`,
      [
        this.tx.administrationId,
        rows.map((row) => row.id),
        rows.map((row) => row.validFrom),
        rows.map((row) => row.validTo),
        rows.map((row) => JSON.stringify(row.names)),
        rows.map((row) => row.shortName),
        rows.map((row) => row.unitType),
        rows.map((row) => row.parentId),
        rows.map((row) => row.peerGroupId),
        rows.map((row) => searchKey(row.names.vi, row.names.en, row.shortName, row.code)),
      ],
    );
  }
}
