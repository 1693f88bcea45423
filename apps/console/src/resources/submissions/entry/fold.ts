import type { Language } from '@nhip/contracts';
import { readEntry } from '../../../shared/figure-grid/entry.js';
import type { CellView } from './entry-view.js';
import type { FormCell, FormGroup } from './form-cells.js';
import { faultIn } from './use-entry-draft.js';

export interface Filling {
  readonly filled: number;
  readonly total: number;
  /** Something in it must be mended or decided before it can be saved: it is not folded away. */
  readonly wrong: boolean;
  /** The person has cells to fill in it. */
  readonly waiting: boolean;
}

/** How far the cells of a section are filled. */
export function fillingOf(
  { lines }: FormGroup,
  viewOf: (cell: FormCell) => CellView,
  language: Language,
): Filling {
  const views = lines.flatMap(({ cells }) => cells.map(viewOf));
  const blank = views.filter(({ cell, entry }) => readEntry(cell.element, entry, language).kind === 'blank');
  return {
    filled: views.length - blank.length,
    total: views.length,
    wrong: views.some(
      ({ cell, entry, typed, conflict, refused }) =>
        conflict || refused !== undefined || (typed && faultIn(cell, entry, language) !== undefined),
    ),
    waiting: blank.some(({ cell }) => cell.row.editable),
  };
}
