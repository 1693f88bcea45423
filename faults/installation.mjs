// An administration for virtual people: sixty wards under three districts, and the accounts of twelve persons.
import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { PlanSchedule } from '@nhip/core/operations';
import { CreateUnits } from '@nhip/core/organisation';
import { createAccounts, hashPassword, SignIn } from '@nhip/core/people';
import { UnitOfWork } from '@nhip/core/platform';
import { openProduct } from '@nhip/core/product';
import { CreateReviewCycle } from '@nhip/core/review-cycles';
import { createTestDatabase, openOffice, prepareTemplate } from '@nhip/core/testing';
import { BEGINS } from './business-clock.mjs';

const DISTRICTS = ['K1', 'K2', 'K3'];
const WARDS = 20;
const start = '2022-01-03T01:00:00.000Z';

/** Twelve: name, role, and the district of those who belong to one. */
const people = [
  ['secretary-1', 'secretariat'],
  ['secretary-2', 'secretariat'],
  ['secretary-3', 'secretariat'],
  ['committee', 'committee'],
  ['officer-1', 'unit-officer', 'K1'],
  ['officer-2', 'unit-officer', 'K2'],
  ['officer-3', 'unit-officer', 'K3'],
  ['officer-4', 'unit-officer', 'K1'],
  ['leader-1', 'unit-leader', 'K1'],
  ['leader-2', 'unit-leader', 'K2'],
  ['leader-3', 'unit-leader', 'K3'],
  ['auditor', 'auditor'],
];

/** Working days of the month on which a cycle is to begin by itself: some in each kind of trouble. */
const STARTS = [2, 3, 4, 5, 7, 9, 11, 13, 15, 17, 19, 21];
/** So many units take part in such a cycle. */
const FEW = 3;

/** Cycles that begin by themselves, each as a copy of one template, and the monthly check. */
async function planSchedules(product, office, unitIds) {
  const call = office.system(BEGINS);
  const { id: templateCycleId } = await product.get(CreateReviewCycle).execute(
    {
      code: 'MAU',
      names: { vi: 'Đợt mẫu' },
      period: {
        preset: 'calendar',
        kind: 'quarter',
        start: '2022-04-01',
        end: '2022-06-30',
        asOf: '2022-06-30',
      },
      criteriaSetVersionId: office.criteriaSetVersionId,
      unitIds,
      stages: [{ stage: 'collecting', dueOn: '2022-12-30' }],
    },
    call,
  );
  const plan = (kind, name, workingDay, more) =>
    product
      .get(PlanSchedule)
      .create(
        { kind, names: { vi: name }, rule: { every: 'month', workingDay, at: '09:00' }, ...more },
        call,
      );
  for (const workingDay of STARTS) {
    const codePrefix = `LICH${workingDay}`;
    const startCycle = { templateCycleId, covers: 'previous', codePrefix, collectingDays: 3, launch: true };
    await plan('start-cycle', codePrefix, workingDay, { startCycle });
  }
  await plan('monthly-check', 'Kiểm tra tháng', 6);
}

/** A migrated database with the administration in it. `wards`: ids of the units that take part in cycles. */
export async function makeInstallation(clusterUrl) {
  process.env.NHIP_TEST_POSTGRES_URL = clusterUrl;
  await prepareTemplate();
  const database = await createTestDatabase();
  const product = await openProduct({ url: database.url, pool: 4 });
  const office = await openOffice({ get: (part) => product.get(part) });
  const call = office.system(start);
  const unit = (code, parentCode) => ({
    code,
    names: { vi: `Đơn vị ${code}` },
    unitType: 'ward',
    peerGroupCode: 'PHUONG',
    ...(parentCode && { parentCode }),
    from: '2020-01-01',
  });
  const codes = DISTRICTS.flatMap((district) =>
    Array.from({ length: WARDS }, (_, n) => [`${district}-${n + 1}`, district]),
  );
  const { ids } = await product.get(CreateUnits).execute(
    {
      units: [
        ...DISTRICTS.map((code) => ({ ...unit(code), unitType: 'district' })),
        ...codes.map(([code, parent]) => unit(code, parent)),
      ],
    },
    call,
  );
  const wards = ids.slice(DISTRICTS.length);
  const reachOf = (district) => {
    const index = DISTRICTS.indexOf(district);
    return new Set([ids[index], ...wards.slice(index * WARDS, (index + 1) * WARDS)]);
  };
  const password = randomUUID();
  const passwordHash = await hashPassword(password);
  const created = await product.get(UnitOfWork).run(call, (tx) =>
    createAccounts(tx, {
      accounts: people.map(([userName, role, unitCode]) => ({
        userName,
        fullName: `Người ${userName}`,
        email: `${userName}@example.vn`,
        language: 'vi',
        passwordHash,
        roles: [{ role, unitCode: unitCode ?? null, from: '2020-01-01' }],
      })),
    }),
  );
  const persons = [];
  for (const [index, [name, role, district]] of people.entries()) {
    const { token } = await product.get(SignIn).execute({ userName: name, password }, { now: start });
    const reach = district === undefined ? 'all' : reachOf(district);
    const unitId = ids[DISTRICTS.indexOf(district)];
    persons.push({ name, role, accountId: created[index].id, token, reach, unitId });
  }
  await planSchedules(product, office, wards.slice(0, FEW));
  await product.close();
  return { database, office, persons, wards };
}
