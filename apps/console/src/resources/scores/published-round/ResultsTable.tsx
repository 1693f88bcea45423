import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useInput, useNotify, ValidationError } from 'ra-core';
import { useRef, useState } from 'react';
import { useLanguage, useText } from '../../../i18n/use-text.js';
import { nameIn } from '../../../session/language.js';
import { gridField } from '../../../shared/figure-grid/grid-field.js';
import { placeBlock, type Placed } from '../../../shared/figure-grid/paste.js';
import { useGridKeys } from '../../../shared/figure-grid/use-grid-keys.js';
import {
  blankResult,
  countOf,
  faultsOf,
  found,
  type ResultEntries,
  type ResultEntry,
  type ResultUnit,
} from './results.js';
import { ResultsFile } from './ResultsFile.js';

/** Rows drawn at once; the others are found by their name. */
const MOST_ROWS = 200;
const columns = ['points', 'rank'] as const;

/** Units with the points and the rank that were published, typed, pasted as a block, or read from a table. */
export function ResultsTable({ cycleId, units }: { cycleId: string; units: readonly ResultUnit[] }) {
  const text = useText();
  const language = useLanguage();
  const notify = useNotify();
  const [asked, setAsked] = useState('');
  const [read, setRead] = useState<readonly ResultUnit[]>([]);
  const before = useRef<ResultEntries[]>([]);
  const { field, fieldState } = useInput<ResultEntries>({
    source: 'results',
    defaultValue: {},
    validate: (value: ResultEntries) => {
      const bad = Object.values(value).filter((entry) => faultsOf(entry, language).length > 0).length;
      if (bad > 0) return text('resources.scores.publishedRound.bad', { count: bad });
      return countOf(value) === 0 ? text('resources.scores.publishedRound.noResult') : undefined;
    },
  });
  const entries = field.value as ResultEntries;
  const put = (next: ResultEntries) => {
    before.current = [...before.current, entries].slice(-100);
    field.onChange(next);
  };
  const known = new Set(units.map(({ id }) => id));
  const all = found([...units, ...read.filter(({ id }) => !known.has(id))], asked);
  const shown = all.slice(0, MOST_ROWS);
  const keys = useGridKeys<keyof ResultEntry>({
    columns,
    onUndo: () => {
      const last = before.current.at(-1);
      if (last === undefined) return;
      before.current = before.current.slice(0, -1);
      field.onChange(last);
    },
    onRedo: () => undefined,
    place: (block, from) =>
      placeBlock(
        block,
        all.map(({ id }) => id),
        columns,
        {
          row: from.dataset['cell'] ?? '',
          column: from.dataset['column'] === 'rank' ? 'rank' : 'points',
        },
      ),
    onPaste: (placed: readonly Placed<keyof ResultEntry>[], left) => {
      const next: Record<string, ResultEntry> = { ...entries };
      for (const { row, column, text: words } of placed)
        next[row] = { ...(next[row] ?? blankResult), [column]: words };
      put(next);
      notify(
        text(left === 0 ? 'resources.submissions.grid.pasted' : 'resources.submissions.grid.pastedLeft', {
          count: placed.length,
          left,
        }),
        { type: left === 0 ? 'info' : 'warning' },
      );
    },
  });
  return (
    <>
      <ResultsFile
        cycleId={cycleId}
        onRead={(items, entered) => {
          setRead((earlier) => [...earlier, ...items]);
          put({ ...entries, ...entered });
        }}
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, mt: 1 }}>
        <TextField
          type="search"
          margin="none"
          label={text('resources.review-cycles.searchUnits')}
          value={asked}
          onChange={(event) => setAsked(event.target.value)}
          sx={{ width: { xs: '100%', sm: 280 } }}
        />
        <Typography color="text.secondary" role="status">
          {text('resources.scores.publishedRound.counted', { count: countOf(entries) })}
        </Typography>
      </Box>
      <Box {...keys} sx={{ overflow: 'auto', maxHeight: 480, mt: 1, border: 1, borderColor: 'divider' }}>
        <Table size="small" stickyHeader>
          <TableHead>
            <TableRow>
              <TableCell>{text('resources.scores.fields.unit')}</TableCell>
              <TableCell align="right">{text('resources.scores.fields.points')}</TableCell>
              <TableCell align="right">{text('resources.scores.fields.rank')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {shown.map((unit) => (
              <ResultRow
                key={unit.id}
                name={nameIn(unit.names, language)}
                unit={unit}
                entry={entries[unit.id] ?? blankResult}
                onChange={(entry) => put({ ...entries, [unit.id]: entry })}
              />
            ))}
          </TableBody>
        </Table>
      </Box>
      {all.length > shown.length && (
        <Typography variant="caption" color="text.secondary">
          {text('resources.scores.publishedRound.more', { shown: shown.length, all: all.length })}
        </Typography>
      )}
      {fieldState.error?.message !== undefined && (
        <Typography color="error" role="alert" sx={{ mt: 0.5 }}>
          <ValidationError error={fieldState.error.message} />
        </Typography>
      )}
    </>
  );
}

interface ResultRowProps {
  readonly unit: ResultUnit;
  readonly name: string;
  readonly entry: ResultEntry;
  readonly onChange: (entry: ResultEntry) => void;
}

function ResultRow({ unit, name, entry, onChange }: ResultRowProps) {
  const text = useText();
  const language = useLanguage();
  const wrong = faultsOf(entry, language);
  return (
    <TableRow hover>
      <TableCell component="th" scope="row">
        {name}
      </TableCell>
      {columns.map((column) => (
        <TableCell
          key={column}
          align="right"
          sx={{
            width: column === 'points' ? { xs: 96, sm: 140 } : { xs: 76, sm: 90 },
            px: { xs: 0.75, sm: 2 },
          }}
        >
          <Box
            component="input"
            data-cell={unit.id}
            data-column={column}
            aria-label={`${text(`resources.scores.fields.${column}`)}: ${name}`}
            aria-invalid={wrong.includes(column)}
            inputMode={column === 'points' ? 'decimal' : 'numeric'}
            autoComplete="off"
            value={entry[column]}
            onChange={(event) => onChange({ ...entry, [column]: event.target.value })}
            sx={[gridField, { textAlign: 'right' }, wrong.includes(column) && { borderColor: 'error.main' }]}
          />
        </TableCell>
      ))}
    </TableRow>
  );
}
