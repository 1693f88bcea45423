import type { conclusionItemInput } from '@nhip/contracts';
import type { z } from 'zod';
import type { Ids } from '../platform/index.js';
import { readTaskDeadline, type DeadlineSurroundings } from '../tasks/index.js';
import type { ConclusionItem } from './persistence/conclusions.repository.js';

/** Items as typed → as kept: numbered in their order, deadlines read from the day of the conference. */
export const readItems = (
  items: readonly (z.output<typeof conclusionItemInput> & { readonly illustrative?: boolean })[],
  surroundings: DeadlineSurroundings,
  ids: Ids,
): ConclusionItem[] =>
  items.map((item, index) => {
    const { due, phrase, reading } = readTaskDeadline(item.deadline, surroundings);
    return {
      id: ids.next(),
      number: index + 1,
      kind: item.kind,
      title: item.title,
      text: item.text,
      assignees: item.assignees,
      coUnitIds: item.coUnitIds,
      indicatorCodes: item.indicators,
      causeUnitIds: item.causeUnitIds,
      product: item.product ?? null,
      responsibility: item.responsibility ?? null,
      phrase,
      reading,
      dueOn: due?.on ?? null,
      dueAt: due?.at ?? null,
      illustrative: item.illustrative ?? false,
    };
  });
