import type { Transaction } from '../../platform/index.js';
import { DomainError } from '../../shared/index.js';
import type { Deadline } from '../../workflow/index.js';
import { ReviewCycle } from './review-cycle.entity.js';

export class ReviewCycles {
  constructor(private readonly tx: Transaction) {}

  async find(id: string): Promise<ReviewCycle | null> {
    return this.tx.manager.findOneBy(ReviewCycle, { administrationId: this.tx.administrationId, id });
  }

  async get(id: string): Promise<ReviewCycle> {
    const cycle = await this.find(id);
    if (cycle === null) throw new DomainError('NOT_FOUND');
    return cycle;
  }

  async listByIds(ids: readonly string[]): Promise<ReviewCycle[]> {
    return this.tx.manager
      .createQueryBuilder(ReviewCycle, 'cycle')
      .where('cycle.administrationId = :administrationId and cycle.id = any(:ids)', {
        administrationId: this.tx.administrationId,
        ids,
      })
      .getMany();
  }

  async insert(cycle: ReviewCycle): Promise<void> {
    const { raw } = await this.tx.manager
      .createQueryBuilder()
      .insert()
      .into(ReviewCycle)
      .values(cycle)
      .orIgnore()
      .returning('id')
      .updateEntity(false)
      .execute();
    if ((raw as unknown[]).length === 0) throw new DomainError('CYCLE_CODE_TAKEN', { code: cycle.code });
  }

  async change(id: string, columns: Partial<ReviewCycle>): Promise<void> {
    if (Object.keys(columns).length === 0) return;
    await this.tx.manager.update(ReviewCycle, { administrationId: this.tx.administrationId, id }, columns);
  }

  async participantIds(cycleId: string): Promise<string[]> {
    const rows = await this.tx.rows<{ id: string }>(
      `select unit_id as id from cycle_participant where administration_id = $1 and cycle_id = $2 and status = 'active'`,
      [this.tx.administrationId, cycleId],
    );
    return rows.map(({ id }) => id);
  }

  /** Adds units, and takes excused ones back. Refuses units that do not exist on the day. */
  async addParticipants(cycleId: string, unitIds: readonly string[], on: string): Promise<void> {
    const known = await this.tx.rows<{ id: string }>(
      `select unit_id as id from unit_version
        where administration_id = $1 and unit_id = any($2::uuid[]) and valid_from <= $3 and (valid_to is null or valid_to > $3)`,
      [this.tx.administrationId, unitIds, on],
    );
    const count = new Set(unitIds).size - known.length;
    if (count > 0) throw new DomainError('PARTICIPANTS_UNKNOWN', { count });
    await this.tx.rows(
      `insert into cycle_participant (administration_id, cycle_id, unit_id)
       select $1, $2, unit_id from unnest($3::uuid[]) as given(unit_id)
       on conflict (administration_id, cycle_id, unit_id) do update set status = 'active', reason = null`,
      [this.tx.administrationId, cycleId, unitIds],
    );
  }

  async removeParticipants(cycleId: string): Promise<void> {
    await this.tx.rows('delete from cycle_participant where administration_id = $1 and cycle_id = $2', [
      this.tx.administrationId,
      cycleId,
    ]);
  }

  async excuse(cycleId: string, unitId: string, reason: string): Promise<void> {
    const rows = await this.tx.rows(
      `update cycle_participant set status = 'excused', reason = $4
        where administration_id = $1 and cycle_id = $2 and unit_id = $3 and status = 'active' returning unit_id`,
      [this.tx.administrationId, cycleId, unitId, reason],
    );
    if (rows.length === 0) throw new DomainError('UNIT_TAKES_NO_PART');
  }

  async setDue(cycleId: string, unitIds: readonly string[], due: Deadline): Promise<void> {
    const rows = await this.tx.rows(
      `update cycle_participant set due = $4::jsonb
        where administration_id = $1 and cycle_id = $2 and unit_id = any($3::uuid[]) and status = 'active' returning unit_id`,
      [this.tx.administrationId, cycleId, unitIds, JSON.stringify(due)],
    );
    if (rows.length !== new Set(unitIds).size) throw new DomainError('UNIT_TAKES_NO_PART');
  }
}
