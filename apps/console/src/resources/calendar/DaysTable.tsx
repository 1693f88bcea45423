import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { calendarKindNames, formatDay, type CalendarYear } from '@nhip/contracts';
import { useLanguage, useText } from '../../i18n/use-text.js';

type Day = CalendarYear['days'][number];

interface DaysTableProps {
  readonly days: readonly Day[];
  readonly edit?: (day: Day) => void;
}

/** Each day that is not as its weekday, with what decided it and how sure that is. */
export function DaysTable({ days, edit }: DaysTableProps) {
  const text = useText();
  const language = useLanguage();
  const field = (name: 'day' | 'weekday' | 'name' | 'kind' | 'counts' | 'confidence' | 'source') =>
    text(`resources.calendar.fields.${name}`);
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  return (
    <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={text('resources.calendar.days')}>
      <Table size="small" sx={{ minWidth: 900 }}>
        <TableHead>
          <TableRow>
            <TableCell>{field('day')}</TableCell>
            <TableCell>{field('weekday')}</TableCell>
            <TableCell>{field('name')}</TableCell>
            <TableCell>{field('kind')}</TableCell>
            <TableCell>{field('counts')}</TableCell>
            <TableCell>{field('confidence')}</TableCell>
            <TableCell>{field('source')}</TableCell>
            {edit && <TableCell className="no-print" />}
          </TableRow>
        </TableHead>
        <TableBody>
          {days.map((row) => (
            <TableRow key={row.day} hover>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{formatDay(row.day)}</TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>
                {weekday.format(new Date(`${row.day}T00:00:00Z`))}
              </TableCell>
              <TableCell>{(language === 'en' ? row.nameEn : null) ?? row.name}</TableCell>
              <TableCell>{calendarKindNames[row.kind][language]}</TableCell>
              <TableCell>{text(row.off ? 'resources.calendar.off' : 'resources.calendar.work')}</TableCell>
              <TableCell>{text(`resources.calendar.confidences.${row.confidence}`)}</TableCell>
              <TableCell>
                {row.source ?? (
                  <Box component="span" sx={{ color: 'text.secondary' }}>
                    {text('resources.calendar.noSource')}
                  </Box>
                )}
                {row.own && ` · ${text('resources.calendar.own')}`}
              </TableCell>
              {edit && (
                <TableCell className="no-print" padding="none">
                  <Button
                    size="small"
                    aria-label={`${text('resources.calendar.edit')} ${formatDay(row.day)}`}
                    onClick={() => edit(row)}
                  >
                    {text('resources.calendar.edit')}
                  </Button>
                </TableCell>
              )}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}
