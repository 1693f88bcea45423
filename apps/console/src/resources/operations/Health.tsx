import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { formatDecimal, formatInstant, type DeskHealth } from '@nhip/contracts';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { StateChip } from '../../shared/StateChip.js';

const looks = {
  good: { shape: 'tick', tone: 'good' },
  watch: { shape: 'half', tone: 'soon' },
  bad: { shape: 'triangle', tone: 'late' },
  off: { shape: 'ring', tone: 'quiet' },
} as const;
type Look = keyof typeof looks;

/** Seconds of lag that are looked at, and that are a fault. */
const LAG = { watch: 60, bad: 600 } as const;
const MAIL_LAG = { watch: 300, bad: 3_600 } as const;
const byLag = (seconds: number, { watch, bad }: typeof LAG | typeof MAIL_LAG): Look =>
  seconds < watch ? 'good' : seconds < bad ? 'watch' : 'bad';

/** Five numbers that are small when all is well, each with its word. */
export function Health({ health: { workers, timers, outbox, mail } }: { health: DeskHealth }) {
  const text = useText();
  const language = useLanguage();
  const number = (count: number) => formatDecimal(String(count), language);
  return (
    <Box component="ul" aria-live="off" sx={grid}>
      <Reading
        label={text('resources.operations.health.workers')}
        value={number(workers.alive)}
        look={workers.alive > 0 ? 'good' : 'bad'}
        more={
          workers.alive > 0
            ? text('resources.operations.health.workersAlive')
            : workers.lastSeenAt === null
              ? text('resources.operations.health.workersNever')
              : text('resources.operations.health.workersGone', { at: formatInstant(workers.lastSeenAt) })
        }
      />
      <Reading
        label={text('resources.operations.health.timers')}
        value={number(timers.late)}
        look={timers.late === 0 ? 'good' : workers.alive === 0 ? 'bad' : 'watch'}
        more={
          timers.oldestDueAt === null
            ? text('resources.operations.health.timersNone')
            : text('resources.operations.health.timersOldest', { at: formatInstant(timers.oldestDueAt) })
        }
      />
      <Reading
        label={text('resources.operations.health.outbox')}
        value={number(outbox.waiting)}
        look={byLag(outbox.lagSeconds, LAG)}
        more={text('resources.operations.health.lag', { seconds: number(outbox.lagSeconds) })}
      />
      <Reading
        label={text('resources.operations.health.failed')}
        value={number(outbox.failed)}
        look={outbox.failed > 0 ? 'bad' : outbox.retrying > 0 ? 'watch' : 'good'}
        more={text('resources.operations.health.retrying', { count: number(outbox.retrying) })}
      />
      <Reading
        label={text('resources.operations.health.mail')}
        value={mail.configured ? number(mail.waiting) : '–'}
        look={mail.configured ? byLag(mail.oldestWaitingSeconds, MAIL_LAG) : 'off'}
        more={mailWords(mail, text, number)}
      />
    </Box>
  );
}

function mailWords(
  { configured, sentToday, refused, lastFailedAt, lastSentAt, lastError, waiting }: DeskHealth['mail'],
  text: ReturnType<typeof useText>,
  number: (count: number) => string,
): string {
  if (!configured) return text('resources.operations.health.mailOff');
  const sent = text('resources.operations.health.mailSent', {
    sent: number(sentToday),
    refused: number(refused),
  });
  const failing = lastFailedAt !== null && waiting > 0 && (lastSentAt === null || lastFailedAt > lastSentAt);
  return failing
    ? `${sent} ${text('resources.operations.health.mailFailing', { error: lastError ?? '' })}`
    : sent;
}

interface ReadingProps {
  readonly label: string;
  readonly value: string;
  readonly look: Look;
  readonly more: string;
}

function Reading({ label, value, look, more }: ReadingProps) {
  const text = useText();
  return (
    <Box component="li" sx={box}>
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          justifyContent: 'space-between',
          gap: 1,
          flexWrap: 'wrap',
        }}
      >
        <Typography component="span" color="text.secondary" sx={{ fontSize: 13 }}>
          {label}
        </Typography>
        <StateChip label={text(`resources.operations.looks.${look}`)} {...looks[look]} />
      </Box>
      <Box component="span" sx={{ fontSize: 24, fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}>
        {value}
      </Box>
      <Typography color="text.secondary" sx={{ fontSize: 13, overflowWrap: 'anywhere' }}>
        {more}
      </Typography>
    </Box>
  );
}

const grid = {
  listStyle: 'none',
  m: 0,
  mb: 2,
  p: 0,
  display: 'grid',
  gap: 1,
  gridTemplateColumns: { xs: '1fr', sm: 'repeat(auto-fit, minmax(190px, 1fr))' },
} as const;
const box = {
  minWidth: 0,
  px: 2,
  py: 1.25,
  bgcolor: 'background.paper',
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
} as const;
