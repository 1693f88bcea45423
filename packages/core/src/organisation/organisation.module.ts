import { Global, Module } from '@nestjs/common';
import { GetUnit } from './queries/get-unit.query.js';
import { GetPeerGroup, ListPeerGroups } from './queries/list-peer-groups.query.js';
import { ListUnits } from './queries/list-units.query.js';
import { ChangePeerGroup } from './use-cases/change-peer-group.use-case.js';
import { ChangeUnit } from './use-cases/change-unit.use-case.js';
import { CreateAdministration } from './use-cases/create-administration.use-case.js';
import { CreatePeerGroups } from './use-cases/create-peer-groups.use-case.js';
import { CreateUnits } from './use-cases/create-units.use-case.js';
import { ImportUnits } from './use-cases/import-units.use-case.js';

const parts = [
  CreateAdministration,
  CreatePeerGroups,
  ChangePeerGroup,
  CreateUnits,
  ChangeUnit,
  ImportUnits,
  ListUnits,
  GetUnit,
  ListPeerGroups,
  GetPeerGroup,
];

@Global()
@Module({ providers: parts, exports: parts })
export class OrganisationModule {}
