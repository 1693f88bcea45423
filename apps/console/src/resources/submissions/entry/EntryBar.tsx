import Redo from '@mui/icons-material/Redo';
import Undo from '@mui/icons-material/Undo';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { formatDecimal, unrankedTexts, type PreviewedScores, type SubmissionForm } from '@nhip/contracts';
import { useLayoutEffect, useRef } from 'react';
import { useLanguage, useText } from '../../../i18n/use-text.js';
import { entryIn } from '../../../shared/figure-grid/draft.js';
import { readEntry } from '../../../shared/figure-grid/entry.js';
import { SubmissionActions } from '../SubmissionActions.js';
import { faultIn, type EntryDraft } from './use-entry-draft.js';

interface EntryBarProps {
  readonly form: SubmissionForm;
  readonly entry: EntryDraft;
  readonly preview: PreviewedScores | undefined;
  readonly editable: boolean;
  readonly busy: boolean;
  readonly onSave: () => void;
}

/** Always in sight: how much is filled and saved, Save, and the next step of the submission. */
export function EntryBar({ form, entry, preview, editable, busy, onSave }: EntryBarProps) {
  const text = useText();
  const language = useLanguage();
  const frame = useFootRoom();
  const { draft, changed, undo, redo, discard } = entry;
  const filled = filledOf(entry, language);
  const open = [...changed.keys()].filter((cell) => entry.cells.get(cell)?.row.editable === true).length;
  return (
    <Box ref={frame} className="no-print" sx={bar}>
      <Box sx={{ flex: '1 1 260px', minWidth: 0 }}>
        <Typography sx={{ fontVariantNumeric: 'tabular-nums' }}>
          {text('resources.submissions.draft.filled', filled)}
          {preview?.shownTotal != null &&
            ` · ${text('resources.submissions.grid.total', {
              points: formatDecimal(preview.shownTotal, language),
              max: formatDecimal(preview.maxPoints, language),
            })}`}
          {preview?.noTotal != null &&
            preview.noTotal !== 'NO_POINTS' &&
            ` · ${text('resources.submissions.grid.noTotal', { why: unrankedTexts[preview.noTotal][language] })}`}
          {editable && ' · '}
          {editable && (
            <Box component="span" sx={{ color: open > 0 ? 'warning.main' : 'text.secondary' }} role="status">
              {open > 0
                ? text('resources.submissions.draft.unsaved', { count: open })
                : text('resources.submissions.draft.saved')}
            </Box>
          )}
        </Typography>
        <Hindrance entry={entry} />
      </Box>
      {editable && (
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
          <IconButton
            size="small"
            onClick={undo}
            disabled={draft.done.length === 0}
            aria-label={text('resources.submissions.grid.undo')}
            title={text('resources.submissions.grid.undo')}
          >
            <Undo fontSize="small" />
          </IconButton>
          <IconButton
            size="small"
            onClick={redo}
            disabled={draft.undone.length === 0}
            aria-label={text('resources.submissions.grid.redo')}
            title={text('resources.submissions.grid.redo')}
          >
            <Redo fontSize="small" />
          </IconButton>
          {open > 0 && (
            <Button
              onClick={discard}
              title={text('resources.submissions.draft.discardExplain', { count: open })}
            >
              {text('resources.submissions.draft.discard')}
            </Button>
          )}
          <Button
            variant={open > 0 ? 'contained' : 'outlined'}
            disabled={busy || open === 0}
            onClick={onSave}
          >
            {text(busy ? 'resources.submissions.draft.saving' : 'resources.submissions.draft.save')}
          </Button>
        </Box>
      )}
      <SubmissionActions form={form} unsaved={open > 0} />
    </Box>
  );
}

/** Tells the toasts how much of the foot of the window is taken, so that they do not lie over it. */
function useFootRoom() {
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    const seen = frame.current;
    if (seen === null) return undefined;
    // Under a short form the bar stands above the foot of the window.
    const measure = () =>
      style.setProperty('--foot', `${Math.max(0, innerHeight - seen.getBoundingClientRect().top)}px`);
    const observer = new ResizeObserver(measure);
    observer.observe(seen);
    if (seen.parentElement !== null) observer.observe(seen.parentElement);
    addEventListener('scroll', measure, { passive: true });
    addEventListener('resize', measure);
    return () => {
      observer.disconnect();
      removeEventListener('scroll', measure);
      removeEventListener('resize', measure);
      style.removeProperty('--foot');
    };
  }, []);
  return frame;
}

/** Cells of the unit that have a figure or a state, typed ones included. */
function filledOf({ cells, draft }: EntryDraft, language: 'vi' | 'en') {
  const own = [...cells.values()].filter(({ element }) => element.filledBy === 'unit');
  const filled = own.filter(({ cell, element }) => {
    const entry = entryIn(draft, cell);
    return entry !== undefined && readEntry(element, entry, language).kind === 'figure';
  });
  return { filled: filled.length, total: own.length };
}

/** What stands in the way of saving. */
function Hindrance({ entry: { cells, changed, draft } }: { entry: EntryDraft }) {
  const text = useText();
  const language = useLanguage();
  const faults = [...changed].filter(([cell, typed]) => {
    const of = cells.get(cell);
    return of?.row.editable === true && faultIn(of, typed, language) !== undefined;
  }).length;
  const conflicts = draft.conflicts.size;
  if (faults === 0 && conflicts === 0) return null;
  return (
    <Typography component="div" variant="caption" sx={{ color: 'error.main' }}>
      {conflicts > 0 && text('resources.submissions.draft.conflicts', { count: conflicts })}{' '}
      {faults > 0 && text('resources.submissions.draft.faults', { count: faults })}
    </Typography>
  );
}

const bar = {
  position: 'sticky',
  bottom: 0,
  zIndex: 3,
  display: 'flex',
  flexWrap: 'wrap',
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
