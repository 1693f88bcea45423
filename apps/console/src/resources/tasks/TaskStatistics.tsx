import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import TextField from '@mui/material/TextField';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import {
  doneRate,
  formatDay,
  formatDecimal,
  officialClassNames,
  onTimeRate,
  parseDayInput,
  taskKindNames,
  taskKinds,
  taskStatisticsWords as words,
  type TaskCounts,
  type TaskStatistics as Statistics,
} from '@nhip/contracts';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { AddressSelect } from '../../shared/AddressFilters.js';
import { EmptyState } from '../../shared/EmptyState.js';
import { Page } from '../../shared/Page.js';
import { PageTitle } from '../../shared/PageTitle.js';
import { PrintHeader } from '../../shared/PrintHeader.js';
import { PhoneRow } from '../../shared/PhoneRow.js';
import { ProblemAlert } from '../../shared/ProblemAlert.js';
import { Sheet } from '../../shared/Sheet.js';
import { useAnswer } from '../../shared/use-answer.js';
import { useListAddress, type ListAddress } from '../../shared/use-list-address.js';

type Basis = 'present' | 'original';

/** The official four-way table of tasks, by the present deadline or by the original one. */
export default function TaskStatistics() {
  const text = useText();
  const language = useLanguage();
  const address = useListAddress();
  const basis: Basis = address.filter('basis') === 'original' ? 'original' : 'present';
  const given = Object.fromEntries(
    ['kind', 'unitId', 'cycleId', 'from', 'to'].flatMap((name) => {
      const value = address.filter(name);
      return value === '' ? [] : [[name, value]];
    }),
  );
  const { data, error } = useAnswer<Statistics>('/tasks/statistics', given);
  const file = new URLSearchParams({ ...given, language });
  return (
    <Page>
      <PageTitle
        title={text('resources.tasks.statistics.title')}
        subtitle={text('resources.tasks.statistics.explain')}
      >
        <Button variant="outlined" component="a" href={`/api/tasks/statistics.xlsx?${file}`} download>
          {text('resources.tasks.statistics.xlsx')}
        </Button>
      </PageTitle>
      <PrintHeader />
      <Filters address={address} basis={basis} />
      {error && <ProblemAlert problem={error} />}
      {data && (
        <Sheet>
          {data.items.length === 0 ? (
            <EmptyState
              title={text('resources.tasks.statistics.none')}
              hint={text(
                Object.keys(given).length === 0
                  ? 'resources.tasks.statistics.noneYet'
                  : 'resources.tasks.statistics.noneHint',
              )}
            />
          ) : (
            <Counts statistics={data} basis={basis} />
          )}
        </Sheet>
      )}
    </Page>
  );
}

function Filters({ address, basis }: { address: ListAddress; basis: Basis }) {
  const text = useText();
  const language = useLanguage();
  return (
    <Box
      className="no-print"
      sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 1.5 }}
    >
      <ToggleButtonGroup
        exclusive
        size="small"
        value={basis}
        aria-label={text('resources.tasks.statistics.basis')}
        onChange={(_event, chosen: Basis | null) =>
          chosen && address.set({ basis: chosen === 'original' ? 'original' : '' })
        }
      >
        {(['present', 'original'] as const).map((one) => (
          <ToggleButton key={one} value={one} sx={{ textTransform: 'none', px: 1.5, py: 0.5 }}>
            {words[one][language]}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <AddressSelect
        address={address}
        name="kind"
        label={text('resources.tasks.fields.kind')}
        all={text('resources.tasks.allKinds')}
        choices={taskKinds.map((kind) => ({ value: kind, label: taskKindNames[kind][language] }))}
      />
      <DayFilter address={address} name="from" />
      <DayFilter address={address} name="to" />
    </Box>
  );
}

/** A day typed as people write it; in the address once it is one. */
function DayFilter({ address, name }: { address: ListAddress; name: 'from' | 'to' }) {
  const text = useText();
  const given = address.filter(name);
  const [typed, setTyped] = useState(given === '' ? '' : formatDay(given));
  const wrong = typed.trim() !== '' && parseDayInput(typed) === undefined;
  return (
    <TextField
      label={text(`resources.tasks.statistics.${name}`)}
      placeholder="dd/mm/yyyy"
      margin="none"
      value={typed}
      error={wrong}
      helperText={wrong ? text('shell.form.dayWrong') : undefined}
      onChange={(event) => {
        setTyped(event.target.value);
        const day = parseDayInput(event.target.value);
        if (day !== undefined || event.target.value.trim() === '') address.set({ [name]: day ?? '' }, true);
      }}
      sx={{ width: 160 }}
    />
  );
}

function Counts({ statistics, basis }: { statistics: Statistics; basis: Basis }) {
  const text = useText();
  const language = useLanguage();
  const outside = statistics.total[basis].outside;
  return (
    <>
      <Typography sx={{ px: 2, py: 1, fontSize: 13 }} color="text.secondary">
        {words[basis][language]} · {formatDay(statistics.on)}
        {outside > 0 && ` · ${text('resources.tasks.statistics.outside', { count: outside })}`}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: { xs: 'block', sm: 'none' } }}>
        {statistics.items.map(({ unit, [basis]: counts }) => (
          <Box component="li" key={unit.id} sx={{ borderTop: 1, borderColor: 'divider' }}>
            <InWords name={nameIn(unit.names, language)} counts={counts} />
          </Box>
        ))}
        <Box component="li" sx={{ borderTop: 1, borderColor: 'divider' }}>
          <InWords name={words.total[language]} counts={statistics.total[basis]} />
        </Box>
      </Box>
      <Box sx={{ overflowX: 'auto', display: { xs: 'none', sm: 'block' } }}>
        <Table size="small" sx={{ '& th': { whiteSpace: 'normal', lineHeight: 1.3 } }}>
          <TableHead>
            <TableRow>
              <TableCell>{words.unit[language]}</TableCell>
              {(
                ['counted', 'doneOnTime', 'doneLate', 'openInTime', 'openOverdue', 'done', 'onTime'] as const
              ).map((name) => (
                <TableCell key={name} align="right">
                  {words[name][language]}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {statistics.items.map((row) => (
              <TableRow key={row.unit.id} hover>
                <TableCell sx={{ minWidth: 160 }}>
                  <MuiLink component={Link} to={`/tasks?unitId=${row.unit.id}`}>
                    {nameIn(row.unit.names, language)}
                  </MuiLink>
                </TableCell>
                <Numbers counts={row[basis]} />
              </TableRow>
            ))}
            <TableRow sx={{ '& td': { fontWeight: 600, borderBottom: 0 } }}>
              <TableCell>{words.total[language]}</TableCell>
              <Numbers counts={statistics.total[basis]} />
            </TableRow>
          </TableBody>
        </Table>
      </Box>
    </>
  );
}

/** A row of the table on a phone. */
function InWords({ name, counts }: { name: string; counts: TaskCounts }) {
  const language = useLanguage();
  const rate = onTimeRate(counts);
  return (
    <PhoneRow
      primary={name}
      secondary={classes.map((one) => (
        <Box key={one} component="span" sx={{ display: 'block' }}>
          {officialClassNames[one][language]}: {formatDecimal(String(counts[one]), language)}
        </Box>
      ))}
      end={
        <Box component="span" sx={{ fontSize: 13, color: 'text.secondary' }}>
          {words.onTime[language]}: {rate === null ? '–' : formatDecimal(rate, language)}
        </Box>
      }
    />
  );
}

const classes = ['done-on-time', 'done-late', 'open-in-time', 'open-overdue'] as const;

function Numbers({ counts }: { counts: TaskCounts }) {
  const language = useLanguage();
  const number = (count: number) => formatDecimal(String(count), language);
  const rate = (value: string | null) => (value === null ? '–' : formatDecimal(value, language));
  const late = counts['open-overdue'] > 0;
  return (
    <>
      <TableCell align="right">{number(classes.reduce((sum, name) => sum + counts[name], 0))}</TableCell>
      {classes.map((name) => (
        <TableCell
          key={name}
          align="right"
          sx={{ color: name === 'open-overdue' && late ? 'error.main' : undefined }}
        >
          {number(counts[name])}
        </TableCell>
      ))}
      <TableCell align="right">{rate(doneRate(counts))}</TableCell>
      <TableCell align="right">{rate(onTimeRate(counts))}</TableCell>
    </>
  );
}
