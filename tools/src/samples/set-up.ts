import type { INestApplicationContext } from '@nestjs/common';
import { RecordDaysOff, readDaysOff } from '@nhip/core/calendar';
import { IssueReadyCriteriaSet } from '@nhip/core/criteria';
import { CreateAdministration, CreatePeerGroups, CreateUnits } from '@nhip/core/organisation';
import { createAccounts, hashPassword } from '@nhip/core/people';
import { INSTALLATION, UnitOfWork, type SystemActor } from '@nhip/core/platform';
import { installReadyMade } from '@nhip/core/product';
import { instant, valueOrThrow, type Instant } from '@nhip/core/shared';
import type { Samples } from './read-samples.js';
import { repeatable } from './repeatable.js';
import type { SampleAdministration } from './schemas.js';

const system = (administrationId: string): SystemActor => ({
  kind: 'system',
  id: 'samples',
  administrationId,
});

/** What stands before the first round: ready-made parts, calendar, administrations with units, people and sets. */
export async function setUp(context: INestApplicationContext, samples: Samples): Promise<void> {
  const now = instant(samples.sample.begins);
  await installReadyMade(context);
  const days = valueOrThrow(readDaysOff(samples.daysOff));
  await context.get(RecordDaysOff).execute({ days }, repeatable(system(INSTALLATION), now, 'days-off', days));
  const passwordHash = await hashPassword(samples.sample.password);
  for (const administration of samples.administrations)
    await setUpAdministration(context, samples, administration, passwordHash, now);
}

async function setUpAdministration(
  context: INestApplicationContext,
  samples: Samples,
  { code, names, peerGroups, units, accounts }: SampleAdministration,
  passwordHash: string,
  now: Instant,
): Promise<void> {
  const { id } = await context
    .get(CreateAdministration)
    .execute({ code, names }, repeatable(system(INSTALLATION), now, `administration/${code}`, names));
  const call = (what: string, data: unknown) => repeatable(system(id), now, `${code}/${what}`, data);
  await context.get(CreatePeerGroups).execute({ peerGroups }, call('peer-groups', peerGroups));
  await context.get(CreateUnits).execute({ units }, call('units', units));
  const prepared = accounts.map((account) => ({ ...account, language: 'vi' as const, passwordHash }));
  await context
    .get(UnitOfWork)
    .run(call('accounts', accounts), (tx) => createAccounts(tx, { accounts: prepared }));
  for (const set of samples.criteriaSets.get(code) ?? [])
    await context.get(IssueReadyCriteriaSet).execute(set, call(`sets/${set.code}`, set));
}
