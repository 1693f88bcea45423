import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  changed,
  changePeerGroupCommand,
  createdIds,
  createPeerGroupsCommand,
  listPeerGroupsQuery,
  peerGroupPage,
  peerGroupView,
  uuid,
  type ChangePeerGroupCommand,
  type CreatePeerGroupsCommand,
  type ListPeerGroupsQuery,
} from '@nhip/contracts';
import { ChangePeerGroup, CreatePeerGroups, GetPeerGroup, ListPeerGroups } from '@nhip/core/organisation';
import type { Call, UserActor } from '@nhip/core/platform';
import { Calling, CurrentUser, Revision } from '../http/caller.js';
import { Answers, Permission } from '../http/permission.js';

@Controller('peer-groups')
export class PeerGroupsController {
  constructor(
    private readonly listPeerGroups: ListPeerGroups,
    private readonly getPeerGroup: GetPeerGroup,
    private readonly createPeerGroups: CreatePeerGroups,
    private readonly changePeerGroup: ChangePeerGroup,
  ) {}

  @Get()
  @Permission('units.read')
  @Answers(peerGroupPage)
  list(@Query({ schema: listPeerGroupsQuery }) query: ListPeerGroupsQuery, @CurrentUser() user: UserActor) {
    return this.listPeerGroups.execute(query, user);
  }

  @Get(':id')
  @Permission('units.read')
  @Answers(peerGroupView)
  get(@Param('id', { schema: uuid }) id: string, @CurrentUser() user: UserActor) {
    return this.getPeerGroup.execute({ id }, user);
  }

  @Post()
  @Permission('units.manage')
  @Answers(createdIds)
  create(@Body({ schema: createPeerGroupsCommand }) command: CreatePeerGroupsCommand, @Calling() call: Call) {
    return this.createPeerGroups.execute(command, call);
  }

  @Post(':id/change')
  @HttpCode(200)
  @Permission('units.manage')
  @Answers(changed)
  change(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: changePeerGroupCommand }) command: ChangePeerGroupCommand,
    @Revision() revision: number,
    @Calling() call: Call,
  ) {
    return this.changePeerGroup.execute({ ...command, id, revision }, call);
  }
}
