import { Module } from '@nestjs/common';
import { AccountAccessController } from './account-access.controller.js';
import { AccountsController } from './accounts.controller.js';
import { MeController } from './me.controller.js';
import { SessionController } from './session.controller.js';

@Module({ controllers: [SessionController, MeController, AccountsController, AccountAccessController] })
export class PeopleApiModule {}
