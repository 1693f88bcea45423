import NotesIcon from '@mui/icons-material/Notes';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { formatDecimal, type Indicator } from '@nhip/contracts';
import { memo, useState, type ReactNode } from 'react';
import { useLanguage, useText } from '../../../i18n/use-text.js';
import { CellValue } from './CellValue.js';
import {
  FilesPart,
  LineName,
  monthName,
  NotePart,
  SourcePart,
  TalkPart,
  useCellName,
  ValuePart,
} from './CellParts.js';
import { EntryRemarks, hasRemarks } from './EntryRemarks.js';
import type { CellHandlers, CellView, EntryView } from './entry-view.js';
import type { FormLine } from './form-cells.js';
import { LivePoints } from './LivePoints.js';

interface EntryCardLineProps {
  readonly line: FormLine;
  readonly view: EntryView;
  /** The indicator that is this figure as it stands, with its points. */
  readonly own?: { readonly indicator: Indicator; readonly points: string | null | undefined };
}

/** An element on a narrow screen; the months of a monthly one stand two in a row. */
export function EntryCardLine({ line, view, own }: EntryCardLineProps) {
  const text = useText();
  const language = useLanguage();
  const monthly = line.element.frequency === 'monthly';
  const sum = monthly ? view.sumOf(line.element.code) : undefined;
  return (
    <Box sx={card}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, fontWeight: 500 }}>
        <LineName line={line} />
        {sum !== undefined && (
          <Typography component="span" variant="caption" color="text.secondary" sx={{ whiteSpace: 'nowrap' }}>
            {text('resources.submissions.grid.sum', { sum: formatDecimal(sum, language) })}
          </Typography>
        )}
        {own && <LivePoints {...own} />}
      </Box>
      <Box sx={monthly ? months : {}}>
        {line.cells.map((cell) => (
          <Cell
            key={cell.cell}
            talks={view.talks}
            attaches={view.attaches}
            handlers={view.handlers}
            {...view.viewOf(cell)}
          />
        ))}
      </Box>
    </Box>
  );
}

type CellProps = CellView & {
  readonly talks: boolean;
  readonly attaches: boolean;
  readonly handlers: CellHandlers;
};

const Cell = memo(function Cell({ talks, attaches, handlers, ...view }: CellProps) {
  const text = useText();
  const language = useLanguage();
  const name = useCellName()(view.cell);
  const [asked, setAsked] = useState(false);
  const { row, element, cell } = view.cell;
  const remarksId = `remarks-${cell.replace(/\W/g, '-')}`;
  const noted = view.entry.note !== '' || view.entry.source !== null;
  const beside = noted || (asked && row.editable);
  const remarks = hasRemarks(view, language);
  return (
    <Box
      sx={{
        mt: 1,
        minWidth: 0,
        ...(row.month !== null && (beside || remarks) ? { gridColumn: '1 / -1' } : {}),
      }}
    >
      {(row.previous !== null || row.lastYear !== null) && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, color: 'text.secondary', fontSize: 13 }}>
          <span>
            {text('resources.submissions.grid.previous')}:{' '}
            <CellValue element={element} figure={row.previous} />
          </span>
          <span>
            {text('resources.submissions.grid.lastYear')}:{' '}
            <CellValue element={element} figure={row.lastYear} />
          </span>
        </Box>
      )}
      <Typography variant="caption" component="div" color="text.secondary">
        {row.month === null ? text('resources.submissions.grid.current') : monthName(row.month, text)}
      </Typography>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.25 }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <ValuePart view={view} handlers={handlers} remarksId={remarksId} />
        </Box>
        {row.editable && !noted && (
          <IconButton
            size="small"
            className="no-print"
            aria-expanded={asked}
            aria-label={text('resources.submissions.grid.beside', { name })}
            title={text('resources.submissions.grid.beside', { name })}
            onClick={() => setAsked(!asked)}
          >
            <NotesIcon fontSize="small" sx={{ opacity: asked ? 1 : 0.55 }} />
          </IconButton>
        )}
        {(attaches || view.files > 0) && <FilesPart view={view} handlers={handlers} />}
        {talks && <TalkPart view={view} handlers={handlers} />}
      </Box>
      {beside && (
        <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 1, mt: 0.5 }}>
          {(row.editable || view.entry.note !== '') && (
            <Labelled label={text('resources.submissions.grid.note')}>
              <NotePart view={view} handlers={handlers} />
            </Labelled>
          )}
          {(row.editable || view.entry.source !== null) && (
            <Labelled label={text('resources.submissions.grid.source')}>
              <SourcePart view={view} handlers={handlers} />
            </Labelled>
          )}
        </Box>
      )}
      {remarks && (
        <Box sx={{ mt: 0.75 }}>
          <EntryRemarks id={remarksId} {...view} onDecide={handlers.decide} />
        </Box>
      )}
    </Box>
  );
});

function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
      <Typography variant="caption" component="div" color="text.secondary">
        {label}
      </Typography>
      {children}
    </Box>
  );
}

const card = { px: 2, py: 1.25, borderTop: 1, borderColor: 'divider' } as const;
const months = { display: 'grid', gridTemplateColumns: '1fr 1fr', columnGap: 1.5 } as const;
