import type { Page as ListAnswer } from '@nhip/contracts';
import type { ReactNode } from 'react';
import { useText } from '../i18n/use-text.js';
import type { Messages } from '../i18n/vi.js';
import { EmptyState } from './EmptyState.js';
import { ListFilters } from './ListFilters.js';
import { ListFrame } from './ListFrame.js';
import type { Column } from './column.js';
import { isBare, PagedTable } from './PagedTable.js';
import { Sheet } from './Sheet.js';
import { useAnswer } from './use-answer.js';
import type { ListAddress } from './use-list-address.js';

/** Resources whose words say what the list is for and what an empty one means. */
type Listed = Exclude<keyof Messages['resources'], 'scores' | 'tasks'>;

interface ListPageProps<Item> {
  /** As in `/api/<resource>`; its words are `resources.<resource>`. */
  readonly resource: Listed;
  readonly address: ListAddress;
  readonly columns: readonly Column<Item>[];
  /** The same item on a phone: a `PhoneRow`. */
  readonly renderPhone: (item: Item) => ReactNode;
  /** False where an item has no page of its own. */
  readonly opens?: false;
  /** Words in the search field; without them there is none. */
  readonly search?: string;
  /** Names of the filters in the address, and the fields that choose them. */
  readonly filters?: readonly string[];
  readonly choices?: ReactNode;
  /** Buttons, one of them primary: what the reader may do here. */
  readonly actions?: ReactNode;
  /** What the empty list offers as the next step instead of the head; the actions, unless told; null: nothing. */
  readonly next?: ReactNode;
  /** For readers to whom the usual hint of the empty list does not apply. */
  readonly emptyHint?: string;
}

/** A list: page, order and filters live in the address and are the server's work. */
export function ListPage<Item extends { readonly id: string }>(props: ListPageProps<Item>) {
  const { resource, address, columns, renderPhone, opens, search, filters = [], choices, actions } = props;
  const text = useText();
  const answer = useAnswer<ListAnswer<Item>>(`/${resource}`, address.query(...filters));
  const next = props.next === undefined ? actions : props.next;
  const moved = (next === actions || next === null) && isBare(answer, address, filters);
  return (
    <ListFrame resource={resource} actions={moved ? undefined : actions}>
      <ListFilters address={address} search={search} columns={columns} table={resource}>
        {choices}
      </ListFilters>
      <Sheet>
        <PagedTable
          name={resource}
          columns={columns}
          answer={answer}
          address={address}
          filters={filters}
          keyOf={({ id }) => id}
          renderPhone={renderPhone}
          {...(opens !== false && { opens: ({ id }: Item) => `/${resource}/${id}/show` })}
          empty={
            <EmptyState
              title={text(`resources.${resource}.empty`)}
              hint={props.emptyHint ?? text(`resources.${resource}.emptyHint`)}
            >
              {next}
            </EmptyState>
          }
        />
      </Sheet>
    </ListFrame>
  );
}
