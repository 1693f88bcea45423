import type { EvidenceItem, FigureSource, FigureState, FindingView, SubmissionForm } from '@nhip/contracts';
import { blankEntry, type Entry } from '../../../shared/figure-grid/entry.js';
import { isOfCell } from '../../../parts/evidence/evidence-of.js';
import type { FormCell, FormGroup } from './form-cells.js';
import type { LiveRate } from './live-rate.js';
import type { EntryDraft } from './use-entry-draft.js';

/** What the grid and the cards show of one cell. */
export interface CellView {
  readonly cell: FormCell;
  readonly entry: Entry;
  /** As the server has it. */
  readonly stored: Entry;
  readonly typed: boolean;
  readonly conflict: boolean;
  readonly refused: string | undefined;
  readonly findings: readonly FindingView[];
  readonly messages: number;
  /** Evidence files on this figure. */
  readonly files: number;
}

export interface CellHandlers {
  readonly type: (cell: string, text: string) => void;
  readonly state: (cell: string, state: FigureState) => void;
  readonly note: (cell: string, note: string) => void;
  readonly source: (cell: string, source: FigureSource | null) => void;
  readonly left: (cell: string) => void;
  readonly decide: (cell: string, kept: 'mine' | 'theirs') => void;
  readonly talk: (cell: FormCell) => void;
  readonly attach: (cell: FormCell) => void;
}

export interface Rates {
  readonly previous: LiveRate;
  readonly lastYear: LiveRate;
  readonly current: LiveRate;
}

/** The whole form as it is drawn, wide or narrow. */
export interface EntryView {
  readonly groups: readonly FormGroup[];
  readonly ratesOf: (indicator: string) => Rates | undefined;
  readonly viewOf: (cell: FormCell) => CellView;
  /** What the indicator would give; null where it cannot be said. */
  readonly pointsOf: (indicator: string) => string | null | undefined;
  /** A monthly element's months together, where all are there. */
  readonly sumOf: (element: string) => string | undefined;
  readonly talks: boolean;
  /** Whether evidence may be given on any figure. */
  readonly attaches: boolean;
  readonly handlers: CellHandlers;
}

/** What the server refused, by cell, as long as the cell says what it said then. */
export type Refused = ReadonlyMap<string, { readonly message: string; readonly entry: Entry }>;

const none: readonly FindingView[] = [];

/** Findings of an element stand under its last cell. */
export function viewsOf(
  groups: readonly FormGroup[],
  form: Pick<SubmissionForm, 'messages'>,
  { draft, changed }: Pick<EntryDraft, 'draft' | 'changed'>,
  refused: Refused,
  findings: ReadonlyMap<string, readonly FindingView[]>,
  evidence: readonly EvidenceItem[],
): (cell: FormCell) => CellView {
  const last = new Set(groups.flatMap(({ lines }) => lines.map(({ cells }) => cells.at(-1)?.cell)));
  return (of) => {
    const { cell, row } = of;
    const stored = draft.stored.get(cell) ?? blankEntry;
    const entry = draft.typed.get(cell) ?? stored;
    const refusal = refused.get(cell);
    return {
      cell: of,
      entry,
      stored,
      typed: changed.has(cell),
      conflict: draft.conflicts.has(cell),
      refused: refusal?.entry === entry ? refusal.message : undefined,
      findings: last.has(cell) ? (findings.get(row.element) ?? none) : none,
      messages: form.messages.filter(({ element, month }) => element === row.element && month === row.month)
        .length,
      files: evidence.filter((item) => item.withdrawnAt === null && isOfCell(item, row)).length,
    };
  };
}
