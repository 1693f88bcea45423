import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  accountImportReport,
  accountPage,
  accountView,
  changeAccountCommand,
  changed,
  createAccountsCommand,
  createdAccounts,
  listAccountsQuery,
  uuid,
  type ChangeAccountCommand,
  type CreateAccountsCommand,
  type Language,
  type ListAccountsQuery,
} from '@nhip/contracts';
import { ChangeAccount, CreateAccounts, GetAccount, ImportAccounts, ListAccounts } from '@nhip/core/people';
import type { Call, UserActor } from '@nhip/core/platform';
import { Calling, CurrentUser, ReaderLanguage, Revision } from '../http/caller.js';
import { importForm, type ImportForm } from '../http/forms.js';
import { Answers, Permission } from '../http/permission.js';
import { reportOf } from '../organisation/import.presenter.js';

@Controller('accounts')
export class AccountsController {
  constructor(
    private readonly listAccounts: ListAccounts,
    private readonly getAccount: GetAccount,
    private readonly createAccounts: CreateAccounts,
    private readonly importAccounts: ImportAccounts,
    private readonly changeAccount: ChangeAccount,
  ) {}

  @Get()
  @Permission('accounts.read')
  @Answers(accountPage)
  list(@Query({ schema: listAccountsQuery }) query: ListAccountsQuery, @CurrentUser() user: UserActor) {
    return this.listAccounts.execute(query, user);
  }

  @Get(':id')
  @Permission('accounts.read')
  @Answers(accountView)
  get(@Param('id', { schema: uuid }) id: string, @CurrentUser() user: UserActor) {
    return this.getAccount.execute({ id }, user);
  }

  @Post()
  @Permission('accounts.manage')
  @Answers(createdAccounts)
  create(@Body({ schema: createAccountsCommand }) command: CreateAccountsCommand, @Calling() call: Call) {
    return this.createAccounts.execute(command, call);
  }

  @Post('import')
  @HttpCode(200)
  @Permission('accounts.manage')
  @Answers(accountImportReport)
  async import(
    @Body({ schema: importForm }) form: ImportForm,
    @Calling() call: Call,
    @ReaderLanguage() language: Language,
  ) {
    const outcome = await this.importAccounts.execute(form, call);
    return { ...reportOf(outcome, language), accounts: outcome.accounts };
  }

  @Post(':id/change')
  @HttpCode(200)
  @Permission('accounts.manage')
  @Answers(changed)
  change(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: changeAccountCommand }) command: ChangeAccountCommand,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.changeAccount.execute({ ...command, id, revision }, call);
  }
}
