import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { formatDecimal } from '@nhip/contracts';
import { memo, type ReactNode } from 'react';
import { useLanguage, useText } from '../../../i18n/use-text.js';
import { CellValue } from './CellValue.js';
import { LineName, monthName, NotePart, SourcePart, TalkPart, ValuePart } from './CellParts.js';
import { EntryRemarks, hasRemarks } from './EntryRemarks.js';
import type { CellHandlers, CellView, EntryView } from './entry-view.js';
import { isItsOwnFigure, type FormLine } from './form-cells.js';
import { GroupName } from './GroupName.js';
import { RateView } from './RateView.js';

/** The same form on a narrow screen: a card for each figure. */
export function EntryCards({ view }: { view: EntryView }) {
  const text = useText();
  const language = useLanguage();
  return (
    <>
      {view.groups.map((group) => {
        const { indicator, lines } = group;
        const rates = indicator && view.ratesOf(indicator.code);
        return (
          <Box key={indicator?.code ?? ''} component="section">
            {!isItsOwnFigure(group) && (
              <Box sx={heading}>
                <Box sx={{ flex: 1, minWidth: 0 }}>
                  <GroupName group={group} rates={rates} />
                  <GroupName.Notes group={group} rates={rates} />
                </Box>
                <Box aria-live="polite">
                  {indicator && rates && <RateView indicator={indicator} rate={rates.current} full />}
                </Box>
              </Box>
            )}
            {lines.map((line) => {
              const monthly = line.element.frequency === 'monthly';
              const sum = view.sumOf(line.element.code);
              return (
                <Box key={line.element.code} sx={card}>
                  <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, fontWeight: 500 }}>
                    <LineName line={line} group={group} />
                    {monthly && sum !== undefined && (
                      <Typography component="span" variant="caption" color="text.secondary">
                        {text('resources.submissions.grid.sum', { sum: formatDecimal(sum, language) })}
                      </Typography>
                    )}
                  </Box>
                  {line.cells.map((cell) => (
                    <Cell
                      key={cell.cell}
                      line={line}
                      talks={view.talks}
                      handlers={view.handlers}
                      {...view.viewOf(cell)}
                    />
                  ))}
                </Box>
              );
            })}
          </Box>
        );
      })}
    </>
  );
}

type CellProps = CellView & {
  readonly line: FormLine;
  readonly talks: boolean;
  readonly handlers: CellHandlers;
};

const Cell = memo(function Cell({ line: _line, talks, handlers, ...view }: CellProps) {
  const text = useText();
  const language = useLanguage();
  const { row, element } = view.cell;
  const remarksId = `remarks-${view.cell.cell.replace(/\W/g, '-')}`;
  const bare = !row.editable && view.entry.note === '' && view.entry.source === null;
  return (
    <Box sx={{ mt: 1 }}>
      {row.month !== null && <Typography sx={{ fontWeight: 500 }}>{monthName(row.month, text)}</Typography>}
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
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, mt: 0.5 }}>
        <Labelled label={text('resources.submissions.grid.current')}>
          <ValuePart view={view} handlers={handlers} remarksId={remarksId} />
        </Labelled>
        {talks && <TalkPart view={view} handlers={handlers} />}
      </Box>
      {!bare && (
        <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 1, mt: 0.5 }}>
          <Labelled label={text('resources.submissions.grid.note')}>
            <NotePart view={view} handlers={handlers} />
          </Labelled>
          <Labelled label={text('resources.submissions.grid.source')}>
            <SourcePart view={view} handlers={handlers} />
          </Labelled>
        </Box>
      )}
      {hasRemarks(view, language) && (
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

const heading = {
  display: 'flex',
  alignItems: 'flex-start',
  gap: 1.5,
  px: 2,
  py: 1,
  bgcolor: 'action.hover',
  borderBottom: 1,
  borderColor: 'divider',
} as const;

const card = { px: 2, py: 1.25, borderBottom: 1, borderColor: 'divider' } as const;
