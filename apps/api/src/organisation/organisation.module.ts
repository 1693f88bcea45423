import { Module } from '@nestjs/common';
import { PeerGroupsController } from './peer-groups.controller.js';
import { UnitsController } from './units.controller.js';

@Module({ controllers: [UnitsController, PeerGroupsController] })
export class OrganisationApiModule {}
