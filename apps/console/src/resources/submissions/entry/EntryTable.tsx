import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { formatDecimal } from '@nhip/contracts';
import { Fragment, memo } from 'react';
import { BAR_HEIGHT } from '../../../app/bar-height.js';
import { useLanguage, useText } from '../../../i18n/use-text.js';
import { CellValue } from './CellValue.js';
import { FilesPart, LineName, monthName, NotePart, SourcePart, TalkPart, ValuePart } from './CellParts.js';
import { EntryRemarks, hasRemarks } from './EntryRemarks.js';
import type { CellHandlers, CellView, EntryView } from './entry-view.js';
import { isItsOwnFigure, type FormGroup, type FormLine } from './form-cells.js';
import { GroupName } from './GroupName.js';
import { LivePoints } from './LivePoints.js';
import { RateView } from './RateView.js';

/** The entry form as a grid: last period, the same a year ago, this period, note, evidence. */
export function EntryTable({ view }: { view: EntryView }) {
  const text = useText();
  return (
    <Table size="small" sx={table}>
      <colgroup>
        <col style={{ width: '37%' }} />
        <col style={{ width: '9%' }} />
        <col style={{ width: '10%' }} />
        <col style={{ width: '14%' }} />
        <col style={{ width: '15%' }} />
        <col style={{ width: '11%' }} />
        <col style={{ width: '4%' }} />
      </colgroup>
      <TableHead>
        <TableRow>
          <TableCell>{text('resources.submissions.grid.element')}</TableCell>
          <TableCell align="right">{text('resources.submissions.grid.previous')}</TableCell>
          <TableCell align="right">{text('resources.submissions.grid.lastYear')}</TableCell>
          <TableCell align="right">{text('resources.submissions.grid.current')}</TableCell>
          <TableCell>{text('resources.submissions.grid.note')}</TableCell>
          <TableCell>{text('resources.submissions.grid.source')}</TableCell>
          <TableCell>
            <Box component="span" sx={forReaders}>
              {text('resources.submissions.grid.talk')}
            </Box>
          </TableCell>
        </TableRow>
      </TableHead>
      {view.groups.map((group) => (
        <Group key={group.indicator?.code ?? ''} group={group} view={view} />
      ))}
    </Table>
  );
}

function Group({ group, view }: { group: FormGroup; view: EntryView }) {
  const { indicator, lines } = group;
  const rates = indicator && view.ratesOf(indicator.code);
  return (
    <TableBody sx={{ borderTop: 2, borderColor: 'divider' }}>
      {!isItsOwnFigure(group) && (
        <TableRow sx={{ bgcolor: 'action.hover' }}>
          <TableCell>
            <GroupName group={group} />
          </TableCell>
          <TableCell align="right">
            {indicator && rates && <RateView indicator={indicator} rate={rates.previous} />}
          </TableCell>
          <TableCell align="right">
            {indicator && rates && <RateView indicator={indicator} rate={rates.lastYear} />}
          </TableCell>
          <TableCell align="right" aria-live="polite">
            {indicator && rates && <RateView indicator={indicator} rate={rates.current} full />}
            {indicator && <LivePoints indicator={indicator} points={view.pointsOf(indicator.code)} />}
          </TableCell>
          <TableCell colSpan={3}>
            {indicator && rates && <GroupName.Notes group={group} rates={rates} />}
          </TableCell>
        </TableRow>
      )}
      {lines.map((line) => (
        <Line key={line.element.code} line={line} group={group} view={view} />
      ))}
    </TableBody>
  );
}

function Line({ line, group, view }: { line: FormLine; group: FormGroup; view: EntryView }) {
  const text = useText();
  const language = useLanguage();
  const monthly = line.element.frequency === 'monthly';
  const sum = monthly ? view.sumOf(line.element.code) : undefined;
  return (
    <>
      {monthly && (
        <TableRow>
          <TableCell>
            <LineName line={line} />
          </TableCell>
          <TableCell colSpan={2} />
          <TableCell align="right">
            {sum !== undefined && (
              <Typography component="span" variant="caption" color="text.secondary">
                {text('resources.submissions.grid.sum', { sum: formatDecimal(sum, language) })}
              </Typography>
            )}
          </TableCell>
          <TableCell colSpan={3} />
        </TableRow>
      )}
      {line.cells.map((cell) => (
        <Cell
          key={cell.cell}
          line={line}
          group={group}
          talks={view.talks}
          attaches={view.attaches}
          handlers={view.handlers}
          points={isItsOwnFigure(group) ? view.pointsOf(group.indicator.code) : undefined}
          {...view.viewOf(cell)}
        />
      ))}
    </>
  );
}

type CellProps = CellView & {
  readonly line: FormLine;
  readonly group: FormGroup;
  readonly talks: boolean;
  readonly attaches: boolean;
  readonly handlers: CellHandlers;
  /** Of an indicator that is this figure as it stands. */
  readonly points: string | null | undefined;
};

/** One row, and under it what there is to say. Drawn anew only when something of its own changes. */
const Cell = memo(function Cell({ line, group, talks, attaches, handlers, points, ...view }: CellProps) {
  const text = useText();
  const language = useLanguage();
  const { cell, typed } = view;
  const { row, element } = cell;
  const remarksId = `remarks-${cell.cell.replace(/\W/g, '-')}`;
  const remarks = hasRemarks(view, language);
  return (
    <Fragment>
      <TableRow sx={remarks ? { '& > td': { borderBottom: 0 } } : {}}>
        <TableCell sx={row.month === null ? {} : { pl: 4 }}>
          {row.month === null ? <LineName line={line} /> : monthName(row.month, text)}
        </TableCell>
        <TableCell align="right">
          <CellValue element={element} figure={row.previous} />
        </TableCell>
        <TableCell align="right">
          <CellValue element={element} figure={row.lastYear} />
        </TableCell>
        <TableCell
          align="right"
          sx={typed ? { boxShadow: (theme) => `inset 3px 0 ${theme.palette.primary.main}` } : {}}
        >
          <ValuePart view={view} handlers={handlers} remarksId={remarksId} />
          {isItsOwnFigure(group) && <LivePoints indicator={group.indicator} points={points} />}
        </TableCell>
        <TableCell sx={wrap}>
          <NotePart view={view} handlers={handlers} />
        </TableCell>
        <TableCell sx={wrap}>
          <Box sx={{ display: 'flex', alignItems: 'center' }}>
            <Box sx={{ flex: 1, minWidth: 0 }}>
              <SourcePart view={view} handlers={handlers} />
            </Box>
            {(attaches || view.files > 0) && <FilesPart view={view} handlers={handlers} />}
          </Box>
        </TableCell>
        <TableCell padding="none">{talks && <TalkPart view={view} handlers={handlers} />}</TableCell>
      </TableRow>
      {remarks && (
        <TableRow>
          <TableCell colSpan={7} sx={{ pt: 0, pl: row.month === null ? 1.5 : 4 }}>
            <EntryRemarks id={remarksId} {...view} onDecide={handlers.decide} />
          </TableCell>
        </TableRow>
      )}
    </Fragment>
  );
});

/** Heard, not seen. */
const forReaders = {
  position: 'absolute',
  width: 1,
  height: 1,
  clipPath: 'inset(50%)',
  overflow: 'hidden',
} as const;

const wrap = { overflowWrap: 'anywhere' } as const;

const table = {
  tableLayout: 'fixed',
  '& th': { position: 'sticky', top: BAR_HEIGHT, zIndex: 2, whiteSpace: 'normal !important' },
  '& td': { py: '3px' },
  '@media print': { '& th': { position: 'static' } },
} as const;
