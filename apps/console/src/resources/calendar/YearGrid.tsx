import Box from '@mui/material/Box';
import { calendarKindNames, formatDay, type CalendarYear } from '@nhip/contracts';
import { useLanguage } from '../../i18n/use-text.js';

const pad = (number: number) => String(number).padStart(2, '0');

/** Twelve months side by side, days that are not as their weekday marked. The table beneath says the same in words. */
export function YearGrid({ calendar: { year, days } }: { calendar: CalendarYear }) {
  const language = useLanguage();
  const marked = new Map(days.map((day) => [day.day, day]));
  const heads =
    language === 'vi' ? ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'] : ['M', 'T', 'W', 'T', 'F', 'S', 'S'];
  return (
    <Box aria-hidden sx={grid}>
      {Array.from({ length: 12 }, (_, index) => {
        const first = new Date(Date.UTC(year, index, 1));
        const lead = (first.getUTCDay() + 6) % 7;
        const count = new Date(Date.UTC(year, index + 1, 0)).getUTCDate();
        return (
          <Box key={index} sx={{ minWidth: 0 }}>
            <Box sx={{ fontWeight: 600, mb: 0.5 }}>
              {language === 'vi'
                ? `Tháng ${index + 1}`
                : first.toLocaleString('en', { month: 'long', timeZone: 'UTC' })}
            </Box>
            <Box sx={weeks}>
              {heads.map((head, column) => (
                <Box key={column} sx={{ color: 'text.secondary', fontSize: 11.5 }}>
                  {head}
                </Box>
              ))}
              {Array.from({ length: count }, (_unused, at) => {
                const row = marked.get(`${year}-${pad(index + 1)}-${pad(at + 1)}`);
                const weekend = (lead + at) % 7 > 4;
                return (
                  <Box
                    key={at}
                    title={
                      row && `${formatDay(row.day)} · ${row.name} · ${calendarKindNames[row.kind][language]}`
                    }
                    sx={{
                      ...(at === 0 && { gridColumnStart: lead + 1 }),
                      borderRadius: 0.5,
                      color: weekend && !row ? 'text.secondary' : 'text.primary',
                      ...(row && {
                        fontWeight: 600,
                        border: 1,
                        borderColor: row.off ? 'primary.main' : 'warning.main',
                        borderStyle: row.confidence === 'verified' ? 'solid' : 'dashed',
                        ...(row.off && { bgcolor: 'action.selected' }),
                      }),
                    }}
                  >
                    {at + 1}
                  </Box>
                );
              })}
            </Box>
          </Box>
        );
      })}
    </Box>
  );
}

const grid = {
  p: 2,
  display: 'grid',
  gap: 2.5,
  gridTemplateColumns: 'repeat(auto-fill, minmax(210px, 1fr))',
  '@media print': { gridTemplateColumns: 'repeat(4, 1fr)', gap: 1 },
} as const;

const weeks = {
  display: 'grid',
  gridTemplateColumns: 'repeat(7, 1fr)',
  gap: '2px',
  textAlign: 'center',
  fontSize: 12.5,
  lineHeight: 1.6,
  fontVariantNumeric: 'tabular-nums',
} as const;
