import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { searchKey, type ExternalFigures, type FigureSource } from '@nhip/contracts';
import { useNotify } from 'ra-core';
import { Fragment, useMemo, useRef, useState } from 'react';
import { useLanguage, useText } from '../../../i18n/use-text.js';
import { nameIn } from '../../../session/language.js';
import { placeBlock } from '../../../shared/figure-grid/paste.js';
import { useGridKeys } from '../../../shared/figure-grid/use-grid-keys.js';
import { IllustrativeMark } from '../../../shared/IllustrativeMark.js';
import { ProblemAlert } from '../../../shared/ProblemAlert.js';
import { Sheet } from '../../../shared/Sheet.js';
import { monthName } from '../entry/CellParts.js';
import { SourceField } from '../entry/SourceField.js';
import { useEntryDraft } from '../entry/use-entry-draft.js';
import {
  columnOfKey,
  externalCells,
  externalColumns,
  externalKey,
  unitOfKey,
  type ExternalColumn,
} from './external-cells.js';
import { ExternalRow, onDesk } from './ExternalRow.js';
import { useSaveExternal } from './use-save-external.js';

/** Units down, elements across; blocks are pasted as they stand in the spreadsheet. */
export function ExternalGrid({ external }: { external: ExternalFigures }) {
  const text = useText();
  const language = useLanguage();
  const notify = useNotify();
  const grid = useRef<HTMLDivElement>(null);
  const [source, setSource] = useState<FigureSource | null>(null);
  const [asked, setAsked] = useState('');
  const cells = useMemo(() => externalCells(external), [external]);
  const columns = useMemo(() => externalColumns(external), [external]);
  const entry = useEntryDraft(external.cycle.id, cells, language);
  const { changed } = entry;
  const focus = (cell: string) =>
    grid.current
      ?.querySelector<HTMLElement>(
        `[data-cell="${CSS.escape(unitOfKey(cell))}"][data-column="${CSS.escape(columnOfKey(cell))}"]`,
      )
      ?.focus();
  const { save, busy, merged, problem, refused } = useSaveExternal(external, entry, source, focus);

  const units = external.units.filter(({ unit }) =>
    searchKey(unit.names.vi, unit.names.en, unit.code).includes(searchKey(asked)),
  );
  const names = columns.map(({ column }) => column);
  const keys = useGridKeys<string>({
    columns: names,
    onUndo: entry.undo,
    onRedo: entry.redo,
    place: (block, from) =>
      placeBlock(
        block,
        units.map(({ unit }) => unit.id),
        names,
        { row: from.dataset['cell'] ?? '', column: from.dataset['column'] ?? '' },
      ),
    onPaste: (placed, left) => {
      const known = placed.flatMap(({ row, column, text: words }) => {
        const cell = externalKey(row, column);
        return cells.has(cell) ? [{ row: cell, column: 'value' as const, text: words }] : [];
      });
      entry.paste(known);
      const lost = left + placed.length - known.length;
      notify(
        text(lost === 0 ? 'resources.submissions.grid.pasted' : 'resources.submissions.grid.pastedLeft', {
          count: known.length,
          left: lost,
        }),
        { type: lost === 0 ? 'info' : 'warning' },
      );
    },
  });
  const columnName = ({ element, month }: ExternalColumn) =>
    month === null
      ? nameIn(element.names, language)
      : `${nameIn(element.names, language)}, ${monthName(month, text)}`;

  return (
    <>
      {merged && (
        <Alert severity="info" variant="outlined" role="alert" sx={{ mb: 1.5 }}>
          {text('resources.submissions.conflict.merged')}
        </Alert>
      )}
      {problem !== undefined && refused.size === 0 && <ProblemAlert problem={problem} />}
      <Box
        className="no-print"
        sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mb: 1.5, alignItems: 'flex-end' }}
      >
        <TextField
          type="search"
          margin="none"
          label={text('resources.submissions.externalFigures.filter')}
          value={asked}
          onChange={(event) => setAsked(event.target.value)}
          sx={{ width: { xs: '100%', sm: 280 } }}
        />
        <Box
          sx={{ width: { xs: '100%', sm: 420 } }}
          title={text('resources.submissions.externalFigures.sourceHelp')}
        >
          <Typography variant="caption" color="text.secondary">
            {text('resources.submissions.externalFigures.source')}
          </Typography>
          <SourceField
            cell="source"
            name={nameIn(external.cycle.names, language)}
            source={source}
            add={text('resources.submissions.source.add')}
            onChange={(_cell, next) => setSource(next)}
          />
        </Box>
      </Box>
      <Box sx={{ width: 'fit-content', maxWidth: '100%', minWidth: { xs: '100%', md: 560 } }}>
        <Sheet>
          <Box ref={grid} {...keys} sx={{ overflow: 'auto', maxHeight: 'calc(100vh - 300px)' }}>
            <Table size="small" stickyHeader>
              <TableHead>
                <TableRow>
                  <TableCell>{text('resources.submissions.externalFigures.unit')}</TableCell>
                  {columns.map((column) => (
                    <Fragment key={column.column}>
                      <TableCell align="right" sx={onDesk}>
                        {text('resources.submissions.grid.previous')}
                      </TableCell>
                      <TableCell align="right">
                        {columnName(column)}
                        <Typography variant="caption" component="div" color="text.secondary">
                          {nameIn(column.element.measure, language)}
                          {column.element.illustrative && <IllustrativeMark />}
                        </Typography>
                      </TableCell>
                    </Fragment>
                  ))}
                </TableRow>
              </TableHead>
              <TableBody>
                {units.map(({ unit, submissionId }) => (
                  <ExternalRow
                    key={unit.id}
                    unit={unit}
                    submissionId={submissionId}
                    columns={columns}
                    nameOf={columnName}
                    entry={entry}
                    refused={refused}
                  />
                ))}
              </TableBody>
            </Table>
          </Box>
        </Sheet>
      </Box>
      <Typography className="no-print" variant="caption" component="div" color="text.secondary">
        {text('resources.submissions.grid.keys')}
      </Typography>
      <Box className="no-print" sx={bar}>
        <Typography
          role="status"
          sx={{ flex: 1, color: changed.size > 0 ? 'warning.main' : 'text.secondary' }}
        >
          {changed.size > 0
            ? text('resources.submissions.draft.unsaved', { count: changed.size })
            : text('resources.submissions.draft.saved')}
        </Typography>
        {changed.size > 0 && (
          <Button onClick={entry.discard}>{text('resources.submissions.draft.discard')}</Button>
        )}
        <Button variant="contained" disabled={busy || changed.size === 0} onClick={() => void save()}>
          {text(busy ? 'resources.submissions.draft.saving' : 'resources.submissions.draft.save')}
        </Button>
      </Box>
    </>
  );
}

const bar = {
  position: 'sticky',
  bottom: 0,
  zIndex: 3,
  display: 'flex',
  alignItems: 'center',
  gap: 1,
  mt: 1.5,
  mx: { xs: -2, md: -3 },
  mb: { xs: -2, md: -3 },
  px: { xs: 2, md: 3 },
  py: 1,
  bgcolor: 'background.paper',
  borderTop: 1,
  borderColor: 'divider',
} as const;
