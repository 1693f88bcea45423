import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import {
  formatDecimal,
  formatInstant,
  type CauseItem,
  type ExplanationCounts,
  type ExplanationLine,
} from '@nhip/contracts';
import { Link } from 'react-router-dom';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { Sheet } from '../../shared/Sheet.js';
import { useAnswer } from '../../shared/use-answer.js';
import { TaskState } from '../tasks/TaskState.js';

const shownCounts = [
  'total',
  'answered',
  'accepted',
  'returned',
  'late',
  'unanswered',
  'marked',
  'criticised',
] as const;

/** How many explained, how many did not, and what became of it. */
export function ExplanationTotals({ counts }: { counts: ExplanationCounts }) {
  const text = useText();
  return (
    <Box component="dl" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, rowGap: 0.5, m: 0, mb: 2 }}>
      {shownCounts.map((name) => (
        <Box key={name} sx={{ display: 'flex', gap: 0.75 }}>
          <Typography component="dt" color="text.secondary">
            {text(`resources.conclusions.counts.${name}`)}
          </Typography>
          <Typography component="dd" sx={{ m: 0, fontWeight: 600 }}>
            {counts[name]}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}

/** Unit by unit: what it explains, and how. */
export function ExplanationLines({ items }: { items: readonly ExplanationLine[] }) {
  const text = useText();
  const language = useLanguage();
  const wide = useMediaQuery((theme) => theme.breakpoints.up('md'));
  const { data } = useAnswer<{ readonly items: readonly CauseItem[] }>('/causes');
  const causes = (codes: readonly string[]) =>
    codes
      .map((code) => data?.items.find((one) => one.code === code))
      .flatMap((one) => (one ? [nameIn(one.names, language)] : []))
      .join('; ');
  const results = ({ explains }: ExplanationLine) =>
    explains.map(({ indicator, indicatorNames, shownValue, limit, measure }) => (
      <div key={`${indicator} ${limit}`}>
        {nameIn(indicatorNames, language)}: <strong>{formatDecimal(shownValue, language)}</strong>{' '}
        {nameIn(measure, language)} (
        {text('resources.conclusions.threshold', { limit: formatDecimal(limit, language) })})
      </div>
    ));
  const answer = ({ answer: given }: ExplanationLine) =>
    given === null ? (
      <Box sx={{ color: 'text.secondary' }}>{text('resources.conclusions.notAnswered')}</Box>
    ) : (
      <>
        {given.causes.length > 0 && <div>{causes(given.causes)}</div>}
        <Box sx={{ whiteSpace: 'pre-line' }}>{given.text}</Box>
      </>
    );
  const name = (line: ExplanationLine) => (
    <MuiLink component={Link} to={`/tasks/${line.id}/show`}>
      {nameIn(line.unit.names, language)}
    </MuiLink>
  );
  if (!wide)
    return (
      <Sheet>
        {items.map((line) => (
          <Box key={line.id} sx={{ px: 2, py: 1.25, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
            {name(line)} <TaskState task={line} />
            <Box sx={{ my: 0.5 }}>{results(line)}</Box>
            {answer(line)}
          </Box>
        ))}
      </Sheet>
    );
  return (
    <Sheet>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{text('resources.tasks.fields.unit')}</TableCell>
            <TableCell>{text('resources.tasks.explains.indicator')}</TableCell>
            <TableCell>{text('resources.conclusions.answer')}</TableCell>
            <TableCell>{text('resources.tasks.fields.handedInAt')}</TableCell>
            <TableCell>{text('resources.tasks.fields.state')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {items.map((line) => (
            <TableRow key={line.id} sx={{ verticalAlign: 'top' }}>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{name(line)}</TableCell>
              <TableCell>{results(line)}</TableCell>
              <TableCell>{answer(line)}</TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>
                {line.handedInAt === null ? '–' : formatInstant(line.handedInAt)}
              </TableCell>
              <TableCell>
                <TaskState task={line} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Sheet>
  );
}
