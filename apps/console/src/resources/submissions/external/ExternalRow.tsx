import TableCell from '@mui/material/TableCell';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { Theme } from '@mui/material/styles';
import type { ExternalFigures } from '@nhip/contracts';
import { Fragment } from 'react';
import { useLanguage, useText } from '../../../i18n/use-text.js';
import { nameIn } from '../../../session/language.js';
import { entryIn } from '../../../shared/figure-grid/draft.js';
import { blankEntry } from '../../../shared/figure-grid/entry.js';
import { FigureInput } from '../../../shared/figure-grid/FigureInput.js';
import { CellValue } from '../entry/CellValue.js';
import { EntryRemarks, hasRemarks } from '../entry/EntryRemarks.js';
import type { CellView, Refused } from '../entry/entry-view.js';
import { faultIn, type EntryDraft } from '../entry/use-entry-draft.js';
import { externalKey, type ExternalColumn } from './external-cells.js';

interface ExternalRowProps {
  readonly unit: ExternalFigures['units'][number]['unit'];
  readonly submissionId: string;
  readonly columns: readonly ExternalColumn[];
  readonly nameOf: (column: ExternalColumn) => string;
  readonly entry: EntryDraft;
  readonly refused: Refused;
}

type View = Omit<CellView, 'messages' | 'files'>;

/** One unit's cells, and under them what there is to say. */
export function ExternalRow({ unit, submissionId, columns, nameOf, entry, refused }: ExternalRowProps) {
  const text = useText();
  const language = useLanguage();
  const name = nameIn(unit.names, language);
  const views = new Map(columns.map((column) => [column, viewOf(unit.id, column, entry, refused)]));
  const remarked = [...views].flatMap(([column, view]) =>
    view && hasRemarks(view, language) ? [{ column, view }] : [],
  );
  const remarksId = `remarks-${submissionId}`;
  return (
    <>
      <TableRow hover sx={remarked.length > 0 ? { '& > *': { borderBottom: 0 } } : {}}>
        <TableCell component="th" scope="row" sx={{ minWidth: 180 }}>
          {name}
        </TableCell>
        {columns.map((column) => {
          const view = views.get(column);
          if (!view)
            return (
              <Fragment key={column.column}>
                <TableCell sx={onDesk} />
                <TableCell />
              </Fragment>
            );
          const { cell, typed } = view;
          const invalid = view.conflict || view.refused !== undefined;
          const before = cell.row.previous;
          return (
            <Fragment key={column.column}>
              <TableCell align="right" sx={[onDesk, { color: 'text.secondary', whiteSpace: 'nowrap' }]}>
                <CellValue element={cell.element} figure={before} />
              </TableCell>
              <TableCell align="right" sx={[{ width: 190, minWidth: 150 }, typed && mark]}>
                {cell.row.editable ? (
                  <FigureInput
                    cell={unit.id}
                    column={column.column}
                    element={cell.element}
                    entry={view.entry}
                    label={`${nameOf(column)}: ${name}`}
                    invalid={invalid || (typed && faultIn(cell, view.entry, language) !== undefined)}
                    describedBy={remarksId}
                    onType={(_unit, words) => entry.type(cell.cell, words)}
                    onState={(_unit, state) => entry.state(cell.cell, state)}
                    onLeave={() => entry.left(cell.cell)}
                  />
                ) : (
                  <CellValue element={cell.element} figure={cell.row.current} />
                )}
                {before !== null && (
                  <Typography variant="caption" component="div" color="text.secondary" sx={onPhone}>
                    {text('resources.submissions.grid.previous')}:{' '}
                    <CellValue element={cell.element} figure={before} />
                  </Typography>
                )}
              </TableCell>
            </Fragment>
          );
        })}
      </TableRow>
      {remarked.length > 0 && (
        <TableRow id={remarksId}>
          <TableCell colSpan={2 * columns.length + 1} sx={{ pt: 0 }}>
            {remarked.map(({ column, view }) => (
              <EntryRemarks
                key={column.column}
                id={`${remarksId}-${column.column.replace(/\W/g, '-')}`}
                {...view}
                onDecide={entry.decide}
              />
            ))}
          </TableCell>
        </TableRow>
      )}
    </>
  );
}

/** Undefined where the unit has no such element. */
function viewOf(
  unitId: string,
  { column }: ExternalColumn,
  { cells, draft, changed }: EntryDraft,
  refused: Refused,
): View | undefined {
  const key = externalKey(unitId, column);
  const cell = cells.get(key);
  if (!cell) return undefined;
  const entry = entryIn(draft, key) ?? blankEntry;
  const refusal = refused.get(key);
  return {
    cell,
    entry,
    stored: draft.stored.get(key) ?? blankEntry,
    typed: changed.has(key),
    conflict: draft.conflicts.has(key),
    refused: refusal?.entry === entry ? refusal.message : undefined,
    findings: [],
  };
}

/** The period before: beside what is typed on a desk, below it on a phone. */
export const onDesk = { display: { xs: 'none', sm: 'table-cell' } } as const;
const onPhone = { display: { sm: 'none' } } as const;
const mark = { boxShadow: (theme: Theme) => `inset 3px 0 ${theme.palette.primary.main}` } as const;
