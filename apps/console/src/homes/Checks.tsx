import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { formatDecimal, formatInstant, type SelfCheck } from '@nhip/contracts';
import { useLanguage, useText } from '../i18n/use-text.js';
import { Sheet } from '../shared/Sheet.js';
import { StateChip } from '../shared/StateChip.js';

const looks = {
  good: { shape: 'tick', tone: 'good' },
  watch: { shape: 'half', tone: 'soon' },
  bad: { shape: 'triangle', tone: 'late' },
} as const;

/** What the installation says about itself. */
export function Checks({ checks }: { checks: readonly SelfCheck[] }) {
  const text = useText();
  if (checks.length === 0) return null;
  return (
    <Sheet title={text('home.checks.title')}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {checks.map((one) => (
          <Box component="li" key={one.check} sx={row}>
            <Box sx={{ flex: '1 1 220px', minWidth: 0 }}>
              {text(`home.checks.${one.check}.name`)}
              <Typography color="text.secondary" sx={{ fontSize: 13 }}>
                {text(`home.checks.${one.check}.hint`)}
              </Typography>
            </Box>
            <Box sx={{ fontVariantNumeric: 'tabular-nums' }}>
              <Value check={one} />
            </Box>
            <Box sx={{ minWidth: 116 }}>
              <StateChip label={text(`home.checks.${one.state}`)} {...looks[one.state]} />
            </Box>
          </Box>
        ))}
      </Box>
    </Sheet>
  );
}

function Value({ check: { check, value } }: { check: SelfCheck }) {
  const text = useText();
  const language = useLanguage();
  if (check === 'clock') return formatInstant(value);
  if (check === 'timer-lag' || check === 'outbox-lag')
    return text('home.checks.seconds', { count: formatDecimal(value, language), smart_count: Number(value) });
  return check === 'outbox-failed' ? formatDecimal(value, language) : value;
}

const row = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 2,
  px: 2,
  py: 1,
  '& + &': { borderTop: 1, borderColor: 'divider' },
} as const;
