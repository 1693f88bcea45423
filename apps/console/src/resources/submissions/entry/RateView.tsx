import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { formatDecimal, formatPercent, type Comparison, type Indicator } from '@nhip/contracts';
import { useLanguage, useText } from '../../../i18n/use-text.js';
import { nameIn } from '../../../session/language.js';
import type { LiveRate } from './live-rate.js';

const signs = { '<': '<', '<=': '≤', '=': '=', '>=': '≥', '>': '>' } as const satisfies Record<
  Comparison,
  string
>;

interface RateViewProps {
  readonly indicator: Indicator;
  readonly rate: LiveRate;
  /** With what it is made of, its target and thresholds; without, the figure alone. */
  readonly full?: boolean;
}

/** An indicator's value as computed in the browser, or in words why there is none. */
export function RateView({ indicator, rate, full = false }: RateViewProps) {
  const text = useText();
  const language = useLanguage();
  const told = rate.state === 'told' && rate.shown !== null ? rate.shown : undefined;
  if (rate.state !== 'value' && told === undefined) {
    if (rate.state === 'told') return <span>–</span>;
    const wrong = rate.state === 'part-over-whole';
    // Without an earlier figure there is nothing to say; the other states are told apart.
    if (!full && rate.state === 'missing')
      return <span aria-label={text(`resources.submissions.grid.${key(rate.state)}`)}>–</span>;
    return (
      <Typography component="span" variant="caption" sx={{ color: wrong ? 'error.main' : 'text.secondary' }}>
        {text(`resources.submissions.grid.${key(rate.state)}`)}
      </Typography>
    );
  }
  const percent = indicator.shownAs === 'percent' && indicator.denominator !== undefined;
  const inPercent = percent || nameIn(indicator.measure, language) === '%';
  const shown = rate.state === 'value' ? rate.shown : (told ?? '');
  const value = inPercent ? formatPercent(shown, language) : formatDecimal(shown, language);
  return (
    <Box component="span" sx={{ whiteSpace: 'nowrap', fontWeight: full ? 600 : 400 }}>
      {full && rate.state === 'value' && rate.breaches.length > 0 && (
        <Box component="span" aria-hidden sx={{ color: 'error.main', mr: 0.5 }}>
          ▲
        </Box>
      )}
      {value}
    </Box>
  );
}

/** What the value was computed from, its target, and the thresholds it trips. */
export function RateNotes({ indicator, rate }: Omit<RateViewProps, 'full'>) {
  const text = useText();
  const language = useLanguage();
  if (rate.state === 'part-over-whole')
    return (
      <Typography component="span" variant="caption" sx={{ color: 'error.main' }}>
        {text('resources.submissions.grid.partOverWhole', {
          numerator: formatDecimal(rate.numerator, language),
          denominator: formatDecimal(rate.denominator, language),
        })}
      </Typography>
    );
  if (rate.state !== 'value') return null;
  const { denominator, breaches, targetMet } = rate;
  const { target } = indicator;
  return (
    <>
      {breaches.map(({ code, names, consequence }) => (
        <Typography key={code} component="span" variant="caption" sx={{ color: 'error.main' }}>
          {text(
            consequence === 'explanation'
              ? 'resources.submissions.grid.breach'
              : 'resources.submissions.grid.breachOther',
            { name: nameIn(names, language) },
          )}
        </Typography>
      ))}
      {target && 'value' in target && targetMet !== undefined && (
        <Typography component="span" variant="caption" color="text.secondary">
          {text(
            targetMet ? 'resources.submissions.grid.targetMet' : 'resources.submissions.grid.targetNotMet',
            { target: `${signs[target.comparison]} ${formatDecimal(target.value, language)}` },
          )}
        </Typography>
      )}
      {denominator !== undefined && (
        <Typography component="span" variant="caption" color="text.secondary">
          {text('resources.submissions.grid.parts', {
            numerator: formatDecimal(rate.numerator, language),
            denominator: formatDecimal(denominator, language),
          })}
        </Typography>
      )}
    </>
  );
}

const key = <State extends Exclude<LiveRate['state'], 'value' | 'told'>>(state: State) => {
  const names = {
    missing: 'rateMissing',
    'not-applicable': 'rateNot-applicable',
    nothing: 'rateNothing',
    'zero-denominator': 'rateZero-denominator',
    'part-over-whole': 'ratePart-over-whole',
  } as const;
  return names[state];
};
