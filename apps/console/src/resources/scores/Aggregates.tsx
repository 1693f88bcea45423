import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import {
  aggregateScopes,
  formatDecimal,
  type AggregatesView,
  type AggregateView,
  type CriteriaSetVersionView,
  isYesNo,
  type CriteriaSetContent,
} from '@nhip/contracts';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { EmptyState } from '../../shared/EmptyState.js';
import { Figure } from '../../shared/Figure.js';
import { ProblemAlert } from '../../shared/ProblemAlert.js';
import { Sheet } from '../../shared/Sheet.js';
import { useAnswer } from '../../shared/use-answer.js';
import { useListAddress } from '../../shared/use-list-address.js';
import type { ScoredCycle } from './scored-cycle.js';

/** Indicators over many units: Σ numerators ÷ Σ denominators over all, a peer group, or up the unit tree. */
export function Aggregates({ cycle }: { cycle: ScoredCycle }) {
  const text = useText();
  const language = useLanguage();
  const address = useListAddress();
  const by = aggregateScopes.find((scope) => scope === address.filter('by')) ?? 'administration';
  const { data, error } = useAnswer<AggregatesView>(`/review-cycles/${cycle.id}/aggregates`, { by });
  const set = useAnswer<CriteriaSetVersionView>(
    data && `/criteria-set-versions/${data.run.criteriaSetVersionId}`,
  );
  const problem = error ?? set.error;
  if (problem) return <ProblemAlert problem={problem} />;
  if (data === undefined || set.data === undefined) return null;
  const items = data.items.filter(({ indicators }) => indicators.length > 0);
  const chosen = items.find(({ id }) => id === address.filter('of')) ?? items[0];
  const nameOf = ({ names }: AggregatesView['items'][number]) =>
    names === null ? text('resources.scores.sums.everything') : nameIn(names, language);
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 1.5 }}>
        <TextField
          select
          margin="none"
          className="no-print"
          label={text('resources.scores.sums.by')}
          value={by}
          onChange={(event) => address.set({ by: event.target.value, of: '' })}
          sx={{ width: { xs: '100%', sm: 240 } }}
        >
          {aggregateScopes.map((scope) => (
            <MenuItem key={scope} value={scope}>
              {text(`resources.scores.sums.scopes.${scope}`)}
            </MenuItem>
          ))}
        </TextField>
        {items.length > 1 && chosen && (
          <Autocomplete
            value={chosen}
            options={items}
            disableClearable
            getOptionLabel={nameOf}
            getOptionKey={({ id }) => id ?? ''}
            isOptionEqualToValue={(one, other) => one.id === other.id}
            onChange={(_event, next) => address.set({ by, of: next.id ?? '' })}
            renderInput={(params) => (
              <TextField {...params} margin="none" label={text('resources.scores.sums.of')} />
            )}
            sx={{ width: { xs: '100%', sm: 360 } }}
          />
        )}
      </Box>
      {chosen === undefined ? (
        <Sheet>
          <EmptyState title={text('resources.scores.nobody')} hint={text('resources.scores.nobodyHint')} />
        </Sheet>
      ) : (
        <Sheet title={`${nameOf(chosen)} · ${text('resources.scores.sums.units', { count: chosen.units })}`}>
          <Sums sums={chosen.indicators} content={set.data.content} />
        </Sheet>
      )}
    </>
  );
}

function Sums({
  sums,
  content: { indicators, dataElements },
}: {
  readonly sums: readonly AggregateView[];
  readonly content: CriteriaSetContent;
}) {
  const text = useText();
  const language = useLanguage();
  const defined = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  const label = (name: 'numerator' | 'denominator' | 'value' | 'counted') =>
    text(`resources.scores.sums.${name}`);
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{text('resources.scores.fields.indicator')}</TableCell>
            <TableCell align="right">{label('value')}</TableCell>
            <TableCell align="right">{label('numerator')}</TableCell>
            <TableCell align="right">{label('denominator')}</TableCell>
            <TableCell align="right">{label('counted')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {sums.map((sum) => {
            const indicator = defined.get(sum.indicator);
            return (
              <TableRow key={sum.indicator} hover>
                <TableCell sx={{ minWidth: 150 }}>
                  {indicator ? nameIn(indicator.names, language) : sum.indicator}
                  <Typography color="text.secondary" sx={{ fontSize: 13 }}>
                    {text(`resources.scores.sums.ways.${sum.aggregation}`)}
                  </Typography>
                  {sum.sumOfShown !== null && sum.sumOfShown !== sum.shownValue && (
                    <Typography sx={{ fontSize: 13, color: 'warning.main' }}>
                      {text('resources.scores.sums.roundedApart', {
                        sum: formatDecimal(sum.sumOfShown, language),
                        shown: sum.shownValue === null ? '–' : formatDecimal(sum.shownValue, language),
                      })}
                    </Typography>
                  )}
                </TableCell>
                <TableCell align="right" sx={{ whiteSpace: 'nowrap', fontWeight: 600 }}>
                  {indicator && isYesNo(indicator, dataElements) ? (
                    text('resources.scores.sums.yesOf', { yes: sum.numerator ?? '–', of: sum.units })
                  ) : (
                    <>
                      <Figure value={sum.shownValue} />
                      {sum.shownValue !== null && indicator && ` ${nameIn(indicator.measure, language)}`}
                    </>
                  )}
                </TableCell>
                <TableCell align="right">
                  <Figure value={sum.numerator} />
                </TableCell>
                <TableCell align="right">
                  <Figure value={sum.denominator} />
                </TableCell>
                <TableCell align="right">{sum.units}</TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </Box>
  );
}
