import { Global, Module } from '@nestjs/common';
import { ListHistory } from './queries/list-history.query.js';

@Global()
@Module({ providers: [ListHistory], exports: [ListHistory] })
export class AuditModule {}
