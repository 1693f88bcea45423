import type { ReactNode } from 'react';

/** A column of a list's table. */
export interface Column<Item> {
  /** Also the name under which the server sorts by it. */
  readonly name: string;
  readonly label: string;
  readonly sortable?: boolean;
  readonly numeric?: boolean;
  /** A date, a code: never broken over two lines. */
  readonly whole?: boolean;
  /** Left out on a narrow screen. */
  readonly wideOnly?: boolean;
  /** There to be chosen, but not shown at first. */
  readonly hidden?: boolean;
  readonly render: (item: Item) => ReactNode;
  /** The item's name: where items lead somewhere, a link there. */
  readonly link?: boolean;
  /** What follows the link: a mark. */
  readonly renderAside?: (item: Item) => ReactNode;
}
