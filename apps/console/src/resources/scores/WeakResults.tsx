import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { formatDecimal, type WeakResult } from '@nhip/contracts';
import { Link } from 'react-router-dom';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { EmptyState } from '../../shared/EmptyState.js';
import { PhoneRow } from '../../shared/PhoneRow.js';
import { ProblemAlert } from '../../shared/ProblemAlert.js';
import { Sheet } from '../../shared/Sheet.js';
import { useAnswer } from '../../shared/use-answer.js';
import { AskExplanations } from '../tasks/AskExplanations.js';
import type { ScoredCycle } from './scored-cycle.js';

/** Units under a threshold: what explanation tasks are made of. */
export function WeakResults({ cycle }: { cycle: ScoredCycle }) {
  const text = useText();
  const language = useLanguage();
  const { data, error } = useAnswer<{ items: readonly WeakResult[] }>(
    `/review-cycles/${cycle.id}/weak-results`,
  );
  if (error) return <ProblemAlert problem={error} />;
  if (data === undefined) return null;
  const label = (name: 'unit' | 'indicator' | 'value' | 'threshold' | 'consequence') =>
    text(`resources.scores.fields.${name}`);
  if (data.items.length === 0) {
    return (
      <Sheet>
        <EmptyState title={text('resources.scores.noWeak')} hint={text('resources.scores.noWeakHint')} />
      </Sheet>
    );
  }
  return (
    <Sheet>
      <Box
        className="no-print"
        sx={{ display: 'flex', justifyContent: 'flex-end', p: 1, '&:empty': { display: 'none' } }}
      >
        <AskExplanations cycleId={cycle.id} />
      </Box>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: { xs: 'block', sm: 'none' } }}>
        {data.items.map((weak) => (
          <Box
            component="li"
            key={`${weak.unitId} ${weak.indicator} ${weak.threshold}`}
            sx={{ borderBottom: 1, borderColor: 'divider' }}
          >
            <PhoneRow
              primary={
                <MuiLink component={Link} to={`/scores/${cycle.id}/units/${weak.unitId}#${weak.indicator}`}>
                  {nameIn(weak.unitNames, language)}
                </MuiLink>
              }
              secondary={`${nameIn(weak.indicatorNames, language)} · ${nameIn(weak.thresholdNames, language)}: ${text(`resources.scores.consequences.${weak.consequence}`)}`}
              end={
                <Box component="span" sx={{ whiteSpace: 'nowrap', fontWeight: 600 }}>
                  {formatDecimal(weak.shownValue, language)} {nameIn(weak.measure, language)}
                </Box>
              }
            />
          </Box>
        ))}
      </Box>
      <Box sx={{ overflowX: 'auto', display: { xs: 'none', sm: 'block' } }}>
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{label('unit')}</TableCell>
              <TableCell>{label('indicator')}</TableCell>
              <TableCell align="right">{label('value')}</TableCell>
              <TableCell>{label('threshold')}</TableCell>
              <TableCell>{label('consequence')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {data.items.map((weak) => (
              <TableRow key={`${weak.unitId} ${weak.indicator} ${weak.threshold}`} hover>
                <TableCell>
                  <MuiLink component={Link} to={`/scores/${cycle.id}/units/${weak.unitId}#${weak.indicator}`}>
                    {nameIn(weak.unitNames, language)}
                  </MuiLink>
                </TableCell>
                <TableCell>{nameIn(weak.indicatorNames, language)}</TableCell>
                <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
                  {formatDecimal(weak.shownValue, language)} {nameIn(weak.measure, language)}
                </TableCell>
                <TableCell>{nameIn(weak.thresholdNames, language)}</TableCell>
                <TableCell>{text(`resources.scores.consequences.${weak.consequence}`)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
    </Sheet>
  );
}
