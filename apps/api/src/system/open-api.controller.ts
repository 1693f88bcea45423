import { Controller, Get } from '@nestjs/common';
import { openApiOf } from '../http/open-api.js';
import { Public } from '../http/permission.js';
import { RouteTable } from '../http/route-table.js';

/** The description of the API. Public: it tells nothing that the source does not. */
@Controller()
export class OpenApiController {
  private document: object | undefined;

  constructor(private readonly table: RouteTable) {}

  @Get('openapi.json')
  @Public()
  describe(): object {
    this.document ??= openApiOf(this.table.routes, '1.0.0');
    return this.document;
  }
}
