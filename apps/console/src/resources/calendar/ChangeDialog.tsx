import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Skeleton from '@mui/material/Skeleton';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { formatDay, type CalendarChangeInput, type CalendarPreview } from '@nhip/contracts';
import { useQuery } from '@tanstack/react-query';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { useSession } from '../../session/SessionContext.js';
import { ConfirmWithReason } from '../../shared/ConfirmWithReason.js';
import { ProblemAlert } from '../../shared/ProblemAlert.js';

interface ChangeDialogProps {
  readonly change: CalendarChangeInput;
  readonly revision: number;
  readonly onClose: () => void;
}

interface Changed {
  readonly changed: number;
  readonly moved: number;
}

/** What a change does, before it is recorded: days, and deadlines that fall on another day by it. */
export default function ChangeDialog({ change, revision, onClose }: ChangeDialogProps) {
  const text = useText();
  const session = useSession();
  const notify = useNotify();
  const [move, setMove] = useState(false);
  const { data, error } = useQuery({
    queryKey: ['calendar-preview', change],
    queryFn: () =>
      session.api.send<CalendarPreview>({ method: 'POST', path: '/calendar/preview', body: change }),
    retry: false,
    gcTime: 0,
  });
  const moves = data?.moves ?? [];
  return (
    <ConfirmWithReason
      title={text('resources.calendar.previewTitle')}
      confirmLabel={text('resources.calendar.save')}
      ready={() => data !== undefined && data.changed > 0}
      submit={(reason) =>
        session.api.send<Changed>({
          method: 'POST',
          path: '/calendar/changes',
          body: { ...change, reason, moveDeadlines: move },
          revision,
        })
      }
      onDone={(answer) => {
        const { changed, moved } = answer as Changed;
        notify(text('resources.calendar.saved', { changed, moved }), { type: 'success' });
      }}
      onClose={onClose}
    >
      <ProblemAlert problem={error ?? undefined} />
      {!data && !error && <Skeleton height={80} />}
      {data && (
        <Alert severity={data.changed === 0 ? 'warning' : 'info'} variant="outlined" role="status">
          {data.changed === 0
            ? text('resources.calendar.nothing')
            : text('resources.calendar.changed', { count: data.changed })}{' '}
          {moves.length === 0
            ? text('resources.calendar.noMoves')
            : text('resources.calendar.moves', { count: moves.length })}
        </Alert>
      )}
      {moves.length > 0 && (
        <>
          <Moves moves={moves} />
          <FormControlLabel
            control={<Checkbox checked={move} onChange={(_event, checked) => setMove(checked)} />}
            label={text('resources.calendar.move')}
          />
        </>
      )}
    </ConfirmWithReason>
  );
}

function Moves({ moves }: { moves: CalendarPreview['moves'] }) {
  const text = useText();
  const language = useLanguage();
  return (
    <Box
      sx={{ overflow: 'auto', maxHeight: 280, my: 1 }}
      tabIndex={0}
      role="region"
      aria-label={text('resources.calendar.moves', { count: moves.length })}
    >
      <Table size="small">
        <TableHead>
          <TableRow>
            {(['what', 'of', 'phrase', 'from', 'to'] as const).map((name) => (
              <TableCell key={name}>{text(`resources.calendar.${name}`)}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {moves.map(({ id, title, of, phrase, from, to }) => (
            <TableRow key={`${id} ${from} ${phrase}`}>
              <TableCell>{title}</TableCell>
              <TableCell>{of ? nameIn(of, language) : '–'}</TableCell>
              <TableCell>{phrase}</TableCell>
              <TableCell>{formatDay(from)}</TableCell>
              <TableCell>{formatDay(to)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}
