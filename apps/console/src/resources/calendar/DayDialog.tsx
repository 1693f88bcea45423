import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import {
  calendarConfidences,
  calendarDayKinds,
  calendarKindNames,
  formatDay,
  parseDayInput,
  type CalendarChangeInput,
  type CalendarYear,
} from '@nhip/contracts';
import { useState, type FormEvent } from 'react';
import { useLanguage, useText } from '../../i18n/use-text.js';

interface DayDialogProps {
  /** The day as it stands; absent: another one. */
  readonly day?: CalendarYear['days'][number];
  readonly onChosen: (change: CalendarChangeInput) => void;
  readonly onClose: () => void;
}

/** One day: what it is and by which document. Nothing is recorded here; what would change is shown next. */
export default function DayDialog({ day, onChosen, onClose }: DayDialogProps) {
  const text = useText();
  const language = useLanguage();
  const [typed, setTyped] = useState(day ? formatDay(day.day) : '');
  const [kind, setKind] = useState(day?.kind ?? 'statutory');
  const [name, setName] = useState(day?.name ?? '');
  const [confidence, setConfidence] = useState(day?.confidence ?? 'verified');
  const [source, setSource] = useState(day?.source ?? '');
  const [tried, setTried] = useState(false);
  const read = parseDayInput(typed);

  const choose = (change: CalendarChangeInput) => {
    onChosen(change);
    onClose();
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (read === undefined || name.trim() === '') return;
    const entered = { day: read, kind, name: name.trim(), confidence };
    // The English name belongs to the Vietnamese one as it was.
    const nameEn = day?.nameEn && day.name === name.trim() ? { nameEn: day.nameEn } : {};
    choose({
      days: [{ ...entered, ...nameEn, ...(source.trim() && { source: source.trim() }) }],
      removed: [],
    });
  };

  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth>
      <form onSubmit={send} noValidate>
        <DialogTitle>{text('resources.calendar.add')}</DialogTitle>
        <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 1.5 }}>
          <TextField
            label={text('resources.calendar.fields.day')}
            value={typed}
            required
            disabled={day !== undefined}
            autoFocus={day === undefined}
            error={tried && read === undefined}
            helperText={text(
              tried && read === undefined ? 'resources.calendar.dayWrong' : 'resources.calendar.dayHelp',
            )}
            onChange={(event) => setTyped(event.target.value)}
            sx={{ mt: 1 }}
          />
          <TextField
            select
            label={text('resources.calendar.fields.kind')}
            value={kind}
            onChange={(event) => setKind(event.target.value as typeof kind)}
          >
            {calendarDayKinds.map((one) => (
              <MenuItem key={one} value={one}>
                {calendarKindNames[one][language]}
              </MenuItem>
            ))}
          </TextField>
          <TextField
            label={text('resources.calendar.fields.name')}
            value={name}
            required
            error={tried && name.trim() === ''}
            helperText={tried && name.trim() === '' ? text('resources.calendar.nameMissing') : undefined}
            onChange={(event) => setName(event.target.value)}
          />
          <TextField
            label={text('resources.calendar.fields.source')}
            value={source}
            helperText={text('resources.calendar.sourceHelp')}
            onChange={(event) => setSource(event.target.value)}
          />
          <TextField
            select
            label={text('resources.calendar.fields.confidence')}
            value={confidence}
            onChange={(event) => setConfidence(event.target.value as typeof confidence)}
          >
            {calendarConfidences.map((one) => (
              <MenuItem key={one} value={one}>
                {text(`resources.calendar.confidences.${one}`)}
              </MenuItem>
            ))}
          </TextField>
        </DialogContent>
        <DialogActions>
          {day?.own && (
            <Button
              color="inherit"
              onClick={() => choose({ days: [], removed: [day.day] })}
              sx={{ mr: 'auto' }}
            >
              {text('resources.calendar.takeBack')}
            </Button>
          )}
          <Button onClick={onClose}>{text('shell.form.cancel')}</Button>
          <Button type="submit" variant="contained">
            {text('resources.calendar.preview')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
