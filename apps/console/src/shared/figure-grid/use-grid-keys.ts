import type { ClipboardEvent, KeyboardEvent } from 'react';
import { isBlock, placeBlock, readBlock, type Placed } from './paste.js';

/** Columns of a grid that are typed in; a field says where it stands by `data-column` and `data-cell`. */
export interface GridKeys<Column extends string> {
  readonly columns: readonly Column[];
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onPaste: (placed: readonly Placed<Column>[], left: number) => void;
  /** How a pasted block lies over the fields; by default down the cells and across the columns. */
  readonly place?: (
    block: readonly (readonly string[])[],
    from: HTMLElement,
  ) => ReturnType<typeof placeBlock<Column>>;
}

/** Enter and arrows between the fields of a grid, undo, and blocks pasted from a spreadsheet. */
export function useGridKeys<Column extends string>({
  columns,
  onUndo,
  onRedo,
  onPaste,
  place,
}: GridKeys<Column>) {
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const from = fieldOf(event.target);
    if ((event.ctrlKey || event.metaKey) && !event.altKey) {
      const key = event.key.toLowerCase();
      const again = key === 'y' || (key === 'z' && event.shiftKey);
      if (!again && key !== 'z') return;
      event.preventDefault();
      if (again) onRedo();
      else onUndo();
      return;
    }
    if (!from || event.altKey) return;
    const to = neighbour(event, from, columns);
    if (!to) return;
    event.preventDefault();
    to.focus();
    if (to instanceof HTMLInputElement) to.select();
    to.scrollIntoView({ block: 'nearest' });
  };

  const paste = (event: ClipboardEvent<HTMLElement>) => {
    const from = fieldOf(event.target);
    const block = readBlock(event.clipboardData.getData('text/plain'));
    if (!from || !isBlock(block)) return;
    event.preventDefault();
    const { placed, left } = place
      ? place(block, from)
      : placeDown(block, from, event.currentTarget, columns);
    onPaste(placed, left);
  };
  return { onKeyDown, onPaste: paste };
}

function placeDown<Column extends string>(
  block: readonly (readonly string[])[],
  from: HTMLElement,
  grid: HTMLElement,
  columns: readonly Column[],
) {
  const column = columns.find((one) => one === from.dataset['column']) ?? columns[0];
  const cells = fieldsOf(grid, columns[0] ?? '').map((field) => field.dataset['cell'] ?? '');
  if (column === undefined) return { placed: [], left: 0 };
  return placeBlock(block, cells, columns, { row: from.dataset['cell'] ?? '', column });
}

const fieldOf = (target: EventTarget): HTMLElement | undefined =>
  target instanceof HTMLElement && target.dataset['cell'] !== undefined ? target : undefined;

const fieldsOf = (grid: Element, column: string): HTMLElement[] => [
  ...grid.querySelectorAll<HTMLElement>(`[data-cell][data-column="${CSS.escape(column)}"]`),
];

/** Where Enter or an arrow leads; sideways only from the edge of what is typed. */
function neighbour(
  event: KeyboardEvent<HTMLElement>,
  from: HTMLElement,
  columns: readonly string[],
): HTMLElement | undefined {
  const { currentTarget: grid, key } = event;
  const column = from.dataset['column'] ?? '';
  if (key === 'Enter' && !(from instanceof HTMLInputElement)) return undefined;
  const down = key === 'ArrowDown' || (key === 'Enter' && !event.shiftKey);
  const up = key === 'ArrowUp' || (key === 'Enter' && event.shiftKey);
  if (down || up) {
    const fields = fieldsOf(grid, column);
    return fields[fields.indexOf(from) + (down ? 1 : -1)];
  }
  const side = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
  if (side === 0 || event.shiftKey || !atEdge(from, side)) return undefined;
  const beside = columns[columns.indexOf(column) + side];
  return beside === undefined
    ? undefined
    : fieldsOf(grid, beside).find((field) => field.dataset['cell'] === from.dataset['cell']);
}

function atEdge(field: HTMLElement, side: 1 | -1): boolean {
  if (!(field instanceof HTMLInputElement)) return true;
  const { selectionStart, selectionEnd, value } = field;
  if (selectionStart === 0 && selectionEnd === value.length) return true;
  return selectionStart === selectionEnd && selectionStart === (side === 1 ? value.length : 0);
}
