import ScheduleOutlined from '@mui/icons-material/ScheduleOutlined';
import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useLanguage, useText } from '../i18n/use-text.js';
import { useMe, useSession } from '../session/SessionContext.js';
import { formatClock } from './demo-clock.js';

const DemoClockDialog = lazy(() => import('./DemoClockDialog.js'));

const WATCH_MS = 2_000;

/** Only in a sample installation: the time it stands at; an administrator moves it forward here. */
export function DemoClockButton() {
  const text = useText();
  const language = useLanguage();
  const session = useSession();
  const { demoClock, permissions } = useMe();
  const [open, setOpen] = useState(false);
  const moving = demoClock !== null && Date.parse(demoClock.target) > Date.parse(demoClock.at);

  useEffect(() => {
    if (!moving) return undefined;
    const watch = setInterval(() => void session.load(), WATCH_MS);
    return () => clearInterval(watch);
  }, [moving, session]);

  // What the clock passed on its way has changed what is on the page.
  const at = demoClock?.at;
  const queryClient = useQueryClient();
  useEffect(() => {
    if (at !== undefined) void queryClient.invalidateQueries();
  }, [at, queryClient]);

  if (!demoClock) return null;
  const [weekday, date = ''] = formatClock(demoClock.at, language).split(', ');
  const [day, time] = date.split(' ');
  const permitted = permissions.includes('demo-clock.move');
  const hint = moving
    ? text('shell.demoClock.moving', { target: formatClock(demoClock.target, language) })
    : text('shell.demoClock.label');
  return (
    <>
      <span title={hint}>
        <Button
          color="inherit"
          startIcon={<ScheduleOutlined />}
          disabled={!permitted}
          aria-label={`${text('shell.demoClock.label')}: ${formatClock(demoClock.at, language)}`}
          onClick={() => setOpen(true)}
          sx={clock}
        >
          <span className="weekday">{weekday}, </span>
          {day}
          <span className="time"> {time}</span>
          {moving && ' …'}
        </Button>
      </span>
      <Suspense>{open && <DemoClockDialog at={demoClock.at} onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}

const clock = {
  fontVariantNumeric: 'tabular-nums',
  whiteSpace: 'nowrap',
  px: 1,
  '&.Mui-disabled': { color: 'text.secondary' },
  '& .weekday': { display: { xs: 'none', lg: 'inline' }, whiteSpace: 'pre' },
  '& .time': { display: { xs: 'none', sm: 'inline' }, whiteSpace: 'pre' },
  '& .MuiButton-startIcon': { display: { xs: 'none', md: 'inherit' } },
} as const;
