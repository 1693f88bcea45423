import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { formatDay, formatInstant, ladderStepNames, type LadderStep, type TaskView } from '@nhip/contracts';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { Sheet } from '../../shared/Sheet.js';
import { StateMark, type StateShape, type StateTone } from '../../shared/StateChip.js';

const looks: Readonly<Record<LadderStep, readonly [StateShape, StateTone]>> = {
  reminded: ['half', 'soon'],
  overdue: ['triangle', 'late'],
  urged: ['triangle', 'late'],
  'urged-by-letter': ['triangle', 'late'],
  'marked-for-criticism': ['triangle', 'late'],
  criticised: ['cross', 'late'],
  spared: ['ring', 'quiet'],
  'check-due': ['half', 'soon'],
};

/** Reminders, urging and criticism so far, oldest first. */
export function TaskLadder({ steps }: { steps: TaskView['steps'] }) {
  const text = useText();
  const language = useLanguage();
  if (steps.length === 0) return null;
  const urgings = steps.filter(({ kind }) => kind === 'urged').map(({ number }) => number);
  return (
    <Sheet title={text('resources.tasks.ladder')}>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {steps.map(({ number, kind, at, documentNumber, onDay, note }) => {
          const [shape, tone] = looks[kind];
          return (
            <Box component="li" key={number} sx={row}>
              <Box sx={{ pt: '2px' }}>
                <StateMark shape={shape} tone={tone} />
              </Box>
              <Box sx={{ flex: 1, minWidth: 0 }}>
                {ladderStepNames[kind][language]}
                {kind === 'urged' &&
                  ` ${text('resources.tasks.times', { count: urgings.indexOf(number) + 1 })}`}
                {documentNumber !== null &&
                  ` · ${text('resources.tasks.byDocument', { number: documentNumber, day: formatDay(onDay) })}`}
                {note !== null && note !== '' && (
                  <Typography color="text.secondary" sx={{ fontSize: 13 }}>
                    {note}
                  </Typography>
                )}
              </Box>
              <Typography component="time" dateTime={at} color="text.secondary" sx={{ fontSize: 13 }}>
                {formatInstant(at)}
              </Typography>
            </Box>
          );
        })}
      </Box>
    </Sheet>
  );
}

/** What the unit noted on the way. */
export function TaskNotes({ notes }: { notes: TaskView['notes'] }) {
  const text = useText();
  if (notes.length === 0) return null;
  return (
    <Sheet title={text('resources.tasks.notes')}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {notes.map((note) => (
          <Box component="li" key={note.id} sx={{ ...row, flexDirection: 'column', gap: 0 }}>
            <Box sx={{ whiteSpace: 'pre-line' }}>{note.text}</Box>
            <Typography color="text.secondary" sx={{ fontSize: 13 }}>
              {formatInstant(note.at)} · {note.by ?? text('shell.history.system')}
              {note.checkOn !== null &&
                ` · ${text('resources.tasks.ofCheck', { day: formatDay(note.checkOn) })}`}
            </Typography>
          </Box>
        ))}
      </Box>
    </Sheet>
  );
}

const row = {
  display: 'flex',
  gap: 1,
  px: 2,
  py: 1,
  '& + &': { borderTop: 1, borderColor: 'divider' },
} as const;
