import type { WhatIfItem, WhatIfView } from '@nhip/contracts';
import { Injectable } from '@nestjs/common';
import { criteriaSetVersion, lint } from '../../criteria/index.js';
import { Reader, type Actor } from '../../platform/index.js';
import { supposedContent } from '../domain/supposed-content.js';
import { findWhatIf, whatIfsOf } from './find-what-if.js';

/** The what-ifs of a cycle that were not dropped. */
@Injectable()
export class ListWhatIfs {
  constructor(private readonly reader: Reader) {}

  execute({ cycleId }: { readonly cycleId: string }, caller: Actor): Promise<WhatIfItem[]> {
    return whatIfsOf(this.reader, caller.administrationId, cycleId);
  }
}

/** One of them with all that is supposed, and what the linter says of the criteria it makes. */
@Injectable()
export class GetWhatIf {
  constructor(private readonly reader: Reader) {}

  async execute(
    { cycleId, id }: { readonly cycleId: string; readonly id: string },
    caller: Actor,
  ): Promise<WhatIfView> {
    const {
      run,
      figuresAsOf: _figuresAsOf,
      ...whatIf
    } = await findWhatIf(this.reader, caller.administrationId, cycleId, id);
    const { content } = await criteriaSetVersion(this.reader, run.criteriaSetVersionId);
    return {
      ...whatIf,
      run: run.number,
      criteriaSetVersionId: run.criteriaSetVersionId,
      remarks: lint(supposedContent(content, whatIf.changes)),
    };
  }
}
