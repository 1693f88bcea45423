import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { formatDay, parseDayInput, type FigureSource } from '@nhip/contracts';
import { useState, type FormEvent } from 'react';
import { useText } from '../../../i18n/use-text.js';
import { gridField } from '../../../shared/figure-grid/grid-field.js';
import { citationOf } from './citation.js';

interface SourceFieldProps {
  readonly cell: string;
  /** Name of the figure. */
  readonly name: string;
  readonly source: FigureSource | null;
  /** What stands where there is none yet. */
  readonly add?: string;
  readonly onChange: (cell: string, source: FigureSource | null) => void;
}

/** The document a figure is taken from, by name, number and date. */
export function SourceField({ cell, name, source, add = '+', onChange }: SourceFieldProps) {
  const text = useText();
  const [open, setOpen] = useState(false);
  const shown = source ? citationOf(source, text) : '';
  const title = text('resources.submissions.source.title', { name });
  return (
    <>
      <Box
        component="button"
        type="button"
        data-cell={cell}
        data-column="source"
        aria-label={`${title}: ${source ? shown : add}`}
        title={source ? shown : text('resources.submissions.source.add')}
        onClick={() => setOpen(true)}
        sx={[gridField, button, source === null && { color: 'text.secondary', textAlign: 'center' }]}
      >
        {source ? shown : add}
      </Box>
      {open && (
        <SourceDialog
          title={title}
          source={source}
          onDone={(next) => {
            onChange(cell, next);
            setOpen(false);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

interface SourceDialogProps {
  readonly title: string;
  readonly source: FigureSource | null;
  readonly onDone: (source: FigureSource | null) => void;
  readonly onClose: () => void;
}

function SourceDialog({ title, source, onDone, onClose }: SourceDialogProps) {
  const text = useText();
  const [document, setDocument] = useState(source?.document ?? '');
  const [number, setNumber] = useState(source?.number ?? '');
  const [on, setOn] = useState(source?.on === undefined ? '' : formatDay(source.on));
  const [place, setPlace] = useState(source?.place ?? '');
  const [tried, setTried] = useState(false);
  const day = parseDayInput(on);
  const unnamed = document.trim() === '';
  const dayWrong = on.trim() !== '' && day === undefined;

  const send = (event: FormEvent) => {
    event.preventDefault();
    // React hands the event of a dialog on to the form it was opened from.
    event.stopPropagation();
    setTried(true);
    if (unnamed || dayWrong) return;
    onDone({
      document: document.trim(),
      ...(number.trim() === '' ? {} : { number: number.trim() }),
      ...(day === undefined ? {} : { on: day }),
      ...(place.trim() === '' ? {} : { place: place.trim() }),
      ...(source?.url === undefined ? {} : { url: source.url }),
    });
  };
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth>
      <form onSubmit={send} noValidate>
        <DialogTitle>{title}</DialogTitle>
        <DialogContent>
          <TextField
            autoFocus
            required
            label={text('resources.submissions.source.document')}
            value={document}
            error={tried && unnamed}
            helperText={text(
              tried && unnamed
                ? 'resources.submissions.source.incomplete'
                : 'resources.submissions.source.documentHelp',
            )}
            onChange={(event) => setDocument(event.target.value)}
          />
          <Box sx={{ display: 'flex', flexWrap: { xs: 'wrap', sm: 'nowrap' }, columnGap: 2 }}>
            <TextField
              label={text('resources.submissions.source.number')}
              value={number}
              onChange={(event) => setNumber(event.target.value)}
            />
            <TextField
              label={text('resources.submissions.source.on')}
              value={on}
              inputMode="numeric"
              placeholder="dd/mm/yyyy"
              error={tried && dayWrong}
              helperText={text(tried && dayWrong ? 'shell.form.dayWrong' : 'shell.form.dayHelp')}
              onChange={(event) => setOn(event.target.value)}
            />
          </Box>
          <TextField
            label={text('resources.submissions.source.place')}
            value={place}
            onChange={(event) => setPlace(event.target.value)}
          />
        </DialogContent>
        <DialogActions>
          {source !== null && (
            <Button onClick={() => onDone(null)} sx={{ mr: 'auto' }}>
              {text('resources.submissions.source.remove')}
            </Button>
          )}
          <Button onClick={onClose}>{text('shell.form.cancel')}</Button>
          <Button type="submit" variant="contained">
            {text('resources.submissions.source.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

const button = {
  display: 'block',
  textAlign: 'left',
  cursor: 'pointer',
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
} as const;
