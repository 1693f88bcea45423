import type { CriteriaSetContentInput, ProcedureDefinitionInput, RoleName } from '@nhip/contracts';
import { IssueReadyCriteriaSet } from '../criteria/index.js';
import { CreateAdministration, CreatePeerGroups, CreateUnits } from '../organisation/index.js';
import { randomIds, type Call, type UserActor } from '../platform/index.js';
import { instant } from '../shared/index.js';
import { IssueProcedure } from '../workflow/index.js';
import { systemCall, type TestProduct } from './product.js';

/** A small administration for specs: three wards and two divisions, one criteria set. */
export interface Office {
  readonly administrationId: string;
  /** Unit ids by code: `P1`, `P2`, `P3` (wards), `NV`, `VH` (divisions). */
  readonly units: Readonly<Record<string, string>>;
  readonly criteriaSetVersionId: string;
  /** A call of a person in a role at a time; unit roles name their units by code. */
  by(role: RoleName, now: string, ...unitCodes: string[]): Call;
  /** A call of the system at a time. */
  system(now: string): Call;
}

const criteria: CriteriaSetContentInput = {
  dataElements: [
    { code: 'received', names: { vi: 'Hồ sơ tiếp nhận' }, measure: { vi: 'hồ sơ' }, kind: 'count' },
    {
      code: 'e-processed',
      names: { vi: 'Văn bản, hồ sơ xử lý điện tử' },
      measure: { vi: 'hồ sơ' },
      kind: 'count',
    },
  ],
  indicators: [
    {
      code: 'e-rate',
      names: { vi: 'Tỷ lệ xử lý văn bản, hồ sơ điện tử' },
      measure: { vi: '%' },
      shownAs: 'percent',
      numerator: { plus: ['e-processed'] },
      denominator: { plus: ['received'] },
      rounding: { mode: 'half-up', dp: 2 },
      declaredPart: true,
      thresholds: [{ code: 'under-90', names: { vi: 'Dưới 90 %' }, comparison: '<', value: '90' }],
      rule: { type: 'linear', full: '100' },
      maxPoints: '10',
    },
  ],
  fields: [
    {
      code: 'F1',
      names: { vi: 'Chính quyền điện tử' },
      maxPoints: '10',
      criteria: [{ code: 'C1', names: { vi: 'Xử lý điện tử' }, maxPoints: '10', indicators: ['e-rate'] }],
    },
  ],
  totals: { maxPoints: '10' },
};

export async function openOffice(
  product: TestProduct,
  procedures: Record<string, ProcedureDefinitionInput> = {},
  code = `TP${randomIds.next().slice(-8).toUpperCase()}`,
): Promise<Office> {
  const start = '2022-01-01T00:00:00Z';
  const { id: administrationId } = await product
    .get(CreateAdministration)
    .execute({ code, names: { vi: 'Thành phố thử' } }, systemCall(start));
  const system = (now: string) => systemCall(now, administrationId);
  await product.get(CreatePeerGroups).execute(
    {
      peerGroups: [
        { code: 'PHUONG', names: { vi: 'Khối phường' } },
        { code: 'PHONG', names: { vi: 'Khối phòng, ban' } },
      ],
    },
    system(start),
  );
  const codes = ['P1', 'P2', 'P3', 'NV', 'VH'];
  const { ids } = await product.get(CreateUnits).execute(
    {
      units: codes.map((code) => ({
        code,
        names: { vi: code.startsWith('P') ? `Phường ${code}` : `Phòng ${code}` },
        unitType: code.startsWith('P') ? 'ward' : 'division',
        peerGroupCode: code.startsWith('P') ? 'PHUONG' : 'PHONG',
        from: '2020-01-01',
      })),
    },
    system(start),
  );
  for (const [code, definition] of Object.entries(procedures)) {
    await product.get(IssueProcedure).execute({ code, definition }, system(start));
  }
  const { versionId } = await product
    .get(IssueReadyCriteriaSet)
    .execute({ code: 'BTC-THU', names: { vi: 'Bộ tiêu chí thử' }, content: criteria }, system(start));
  const units = Object.fromEntries(codes.map((code, index) => [code, ids[index] ?? '']));
  const people = new Map<string, { id: string; assignmentId: string }>();
  return {
    administrationId,
    units,
    criteriaSetVersionId: versionId,
    system,
    by(role, now, ...unitCodes) {
      const key = [role, ...unitCodes].join(' ');
      const person = people.get(key) ?? { id: randomIds.next(), assignmentId: randomIds.next() };
      people.set(key, person);
      const actor: UserActor = {
        kind: 'user',
        ...person,
        administrationId,
        role,
        unitIds: unitCodes.length === 0 ? 'all' : unitCodes.map((code) => units[code] ?? ''),
      };
      return { actor, now: instant(now) };
    },
  };
}
