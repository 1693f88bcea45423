import { editConclusion, type EditConclusion as Edit } from '@nhip/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { CALENDARS, type Calendars } from '../../calendar/index.js';
import { UnitOfWork, type Call, type Transaction } from '../../platform/index.js';
import { readTaskDeadline, type DeadlineSurroundings } from '../../tasks/index.js';
import { lockDraft } from '../lock-draft.js';
import { Conclusions, type Conclusion, type ConclusionItem } from '../persistence/conclusions.repository.js';
import { readItems } from '../read-items.js';
import { recordConclusion } from '../record-conclusion.js';

/**
 * The secretariat edits a draft; the items are given as a whole list, in which those whose text stays keep the mark of
 * having been invented. Where the day of the conference changes, the
 * deadlines are read again from it. Refused as lockDraft says.
 */
@Injectable()
export class EditConclusion {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CALENDARS) private readonly calendars: Calendars,
  ) {}

  execute(
    { id, revision, edit }: { readonly id: string; readonly revision?: number; readonly edit: Edit },
    call: Call,
  ): Promise<{ revision: number }> {
    return this.unitOfWork.run(call, (tx) => this.step(tx, id, revision, edit));
  }

  private async step(
    tx: Transaction,
    id: string,
    revision: number | undefined,
    input: Edit,
  ): Promise<{ revision: number }> {
    const before = await lockDraft(tx, id, revision);
    const { items: typed, reason, ...given } = editConclusion.parse(input);
    const conclusion: Conclusion = {
      ...before.conclusion,
      ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
      revision: before.conclusion.revision + 1,
    };
    const surroundings: DeadlineSurroundings = {
      documentDay: conclusion.heldOn,
      calendar: await this.calendars.of(tx, tx.administrationId),
      zone: this.calendars.zone,
    };
    const items =
      typed === undefined
        ? before.items.map((item) => readAgain(item, surroundings))
        : readItems(typed.map(marked(before.items)), surroundings, tx.ids);
    const conclusions = tx.use(Conclusions);
    await conclusions.replaceItems(id, items);
    await conclusions.save(conclusion);
    recordConclusion(tx, 'conclusion.edited', { conclusion, items }, { before, reason });
    return { revision: conclusion.revision };
  }
}

const marked = (before: readonly ConclusionItem[]) => {
  const invented = new Set(before.filter(({ illustrative }) => illustrative).map(({ text }) => text));
  return <Item extends { readonly text: string }>(item: Item) => ({
    ...item,
    illustrative: invented.has(item.text),
  });
};

/** A day chosen by hand stays; a phrase is read from the new day. */
function readAgain(item: ConclusionItem, surroundings: DeadlineSurroundings): ConclusionItem {
  const { due, reading } = readTaskDeadline(
    { phrase: item.phrase, dueOn: item.reading?.override?.dueOn ?? null },
    surroundings,
  );
  return { ...item, reading: reading ?? item.reading, dueOn: due?.on ?? null, dueAt: due?.at ?? null };
}
