import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { describeError, formatInstant, type FindingView } from '@nhip/contracts';
import { useLanguage, useText, type Text } from '../../../i18n/use-text.js';
import { readEntry, shownValue, type Entry } from '../../../shared/figure-grid/entry.js';
import { figureStateTexts } from '@nhip/contracts';
import { FindingLine } from '../../findings/FindingLine.js';
import { citationOf } from './citation.js';
import type { FormCell } from './form-cells.js';
import { faultIn } from './use-entry-draft.js';

interface EntryRemarksProps {
  readonly id: string;
  readonly cell: FormCell;
  readonly entry: Entry;
  readonly stored: Entry;
  readonly typed: boolean;
  readonly conflict: boolean;
  /** What the server refused in this cell, as long as it says what it said then. */
  readonly refused: string | undefined;
  readonly findings: readonly FindingView[];
  readonly onDecide: (cell: string, kept: 'mine' | 'theirs') => void;
}

/** Everything there is to say about a cell, in one line each under its row. */
export function EntryRemarks(props: EntryRemarksProps) {
  const { id, cell, entry, stored, typed, conflict, refused, findings, onDecide } = props;
  const text = useText();
  const language = useLanguage();
  const read = readEntry(cell.element, entry, language);
  const fault = typed ? faultIn(cell, entry, language) : undefined;
  const { current } = cell.row;
  const unsavable = typed && !cell.row.editable;
  return (
    <Box id={id} sx={{ display: 'flex', flexDirection: 'column', gap: 0.5 }}>
      {(fault ?? refused) !== undefined && (
        <Typography role="alert" sx={{ color: 'error.main' }}>
          {fault ?? refused}
        </Typography>
      )}
      {read.kind === 'figure' &&
        read.remarks.map(({ code, params }) => (
          <Typography key={code} sx={{ color: 'warning.main' }}>
            {describeError(code, params, language)}{' '}
            {text('resources.submissions.grid.readAs', {
              value: shownValue(cell.element, read.value, language),
            })}
          </Typography>
        ))}
      {unsavable && (
        <Typography sx={{ color: 'warning.main' }}>
          {text('resources.submissions.grid.wasThere', { value: described(cell, entry, text, language) })}
        </Typography>
      )}
      {conflict && (
        <Box role="alert" sx={conflictBox}>
          <Typography component="span" sx={{ fontWeight: 500 }}>
            {text('resources.submissions.conflict.cell')}
          </Typography>
          <span>
            {text('resources.submissions.conflict.theirs', {
              name: current?.recordedBy ?? '',
              value: described(cell, stored, text, language),
              at: current ? formatInstant(current.at) : '',
            })}
          </span>
          <Button size="small" variant="outlined" onClick={() => onDecide(cell.cell, 'theirs')}>
            {text('resources.submissions.conflict.takeTheirs')}
          </Button>
          <span>
            {text('resources.submissions.conflict.mine', { value: described(cell, entry, text, language) })}
          </span>
          <Button size="small" variant="outlined" onClick={() => onDecide(cell.cell, 'mine')}>
            {text('resources.submissions.conflict.keepMine')}
          </Button>
        </Box>
      )}
      {findings.map((finding) => (
        <FindingLine key={finding.id} finding={finding} />
      ))}
    </Box>
  );
}

const conflictBox = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 1,
  rowGap: 0.5,
  border: '1px solid',
  borderColor: 'warning.main',
  borderRadius: 1,
  px: 1,
  py: 0.5,
} as const;

/** A cell in words: its figure or state, with note and evidence. */
function described({ element }: FormCell, entry: Entry, text: Text, language: 'vi' | 'en'): string {
  const { state, note, source } = entry;
  let words = state === 'value' ? entry.text : figureStateTexts[state][language];
  if (words === '') words = text('resources.submissions.grid.empty');
  const read = readEntry(element, entry, language);
  if (read.kind === 'figure' && read.value !== null) words = shownValue(element, read.value, language);
  if (note !== '') words = text('resources.submissions.conflict.withNote', { value: words, note });
  return source
    ? text('resources.submissions.conflict.withSource', { value: words, source: citationOf(source, text) })
    : words;
}

/** Whether there is anything to say, so that no empty row is drawn. */
export function hasRemarks(
  props: Omit<EntryRemarksProps, 'id' | 'onDecide' | 'stored'>,
  language: 'vi' | 'en',
) {
  const { cell, entry, typed, conflict, refused, findings } = props;
  if (conflict || refused !== undefined || findings.length > 0) return true;
  if (typed && (!cell.row.editable || faultIn(cell, entry, language) !== undefined)) return true;
  const read = readEntry(cell.element, entry, language);
  return read.kind === 'figure' && read.remarks.length > 0;
}
