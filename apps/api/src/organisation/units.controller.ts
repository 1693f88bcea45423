import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  changed,
  changeUnitCommand,
  createdIds,
  createUnitsCommand,
  day,
  importReport,
  listUnitsQuery,
  unitDetail,
  unitPage,
  uuid,
  type ChangeUnitCommand,
  type CreateUnitsCommand,
  type ImportReport,
  type Language,
  type ListUnitsQuery,
} from '@nhip/contracts';
import { ChangeUnit, CreateUnits, GetUnit, ImportUnits, ListUnits } from '@nhip/core/organisation';
import type { Call, UserActor } from '@nhip/core/platform';
import type { Day } from '@nhip/core/shared';
import { z } from 'zod';
import { Calling, CurrentUser, ReaderLanguage, Revision } from '../http/caller.js';
import { importForm, type ImportForm } from '../http/forms.js';
import { Answers, Permission } from '../http/permission.js';
import { reportOf } from './import.presenter.js';

const asOf = z.strictObject({ on: day.optional() });

@Controller('units')
export class UnitsController {
  constructor(
    private readonly listUnits: ListUnits,
    private readonly getUnit: GetUnit,
    private readonly createUnits: CreateUnits,
    private readonly changeUnit: ChangeUnit,
    private readonly importUnits: ImportUnits,
  ) {}

  @Get()
  @Permission('units.read')
  @Answers(unitPage)
  list(@Query({ schema: listUnitsQuery }) query: ListUnitsQuery, @CurrentUser() user: UserActor) {
    return this.listUnits.execute(query, user);
  }

  @Get(':id')
  @Permission('units.read')
  @Answers(unitDetail)
  get(
    @Param('id', { schema: uuid }) id: string,
    @Query({ schema: asOf }) { on }: { on?: Day },
    @CurrentUser() user: UserActor,
  ) {
    return this.getUnit.execute({ id, on }, user);
  }

  @Post()
  @Permission('units.manage')
  @Answers(createdIds)
  create(@Body({ schema: createUnitsCommand }) command: CreateUnitsCommand, @Calling() call: Call) {
    return this.createUnits.execute(command, call);
  }

  @Post('import')
  @HttpCode(200)
  @Permission('units.manage')
  @Answers(importReport)
  async import(
    @Body({ schema: importForm }) form: ImportForm,
    @Calling() call: Call,
    @ReaderLanguage() language: Language,
  ): Promise<ImportReport> {
    return reportOf(await this.importUnits.execute(form, call), language);
  }

  @Post(':id/change')
  @HttpCode(200)
  @Permission('units.manage')
  @Answers(changed)
  change(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: changeUnitCommand }) command: ChangeUnitCommand,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.changeUnit.execute({ ...command, id, revision }, call);
  }
}
