import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { ANOTHER_PERSON, isAnotherPerson } from './another-person.js';
import { WorkflowEngine } from './engine.js';
import { GetProcedure, ListProcedures } from './queries/list-procedures.query.js';
import { Registries } from './registries.js';
import { FireTimer } from './use-cases/fire-timer.use-case.js';
import { FireTimers } from './use-cases/fire-timers.use-case.js';
import { MoveDemoClock } from './use-cases/move-demo-clock.use-case.js';
import { StartDemoClock } from './use-cases/start-demo-clock.use-case.js';
import { IssueProcedure } from './use-cases/issue-procedure.use-case.js';

@Global()
@Module({
  providers: [
    ListProcedures,
    GetProcedure,
    Registries,
    WorkflowEngine,
    FireTimer,
    FireTimers,
    IssueProcedure,
    MoveDemoClock,
    StartDemoClock,
  ],
  exports: [
    ListProcedures,
    GetProcedure,
    Registries,
    WorkflowEngine,
    FireTimer,
    FireTimers,
    IssueProcedure,
    MoveDemoClock,
    StartDemoClock,
  ],
})
export class WorkflowModule implements OnModuleInit {
  constructor(private readonly registries: Registries) {}

  onModuleInit(): void {
    this.registries.fact(ANOTHER_PERSON, isAnotherPerson);
  }
}
