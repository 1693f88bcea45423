import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import {
  formatDay,
  formatDecimal,
  type EffectChange,
  type EffectSeries,
  type EffectsView,
  type EffectVerdict,
  type IndicatorEffect,
} from '@nhip/contracts';
import { Link, useParams } from 'react-router-dom';
import { LoadingPage } from '../../app/LoadingPage.js';
import { PageError } from '../../app/PageError.js';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { EmptyState } from '../../shared/EmptyState.js';
import { Page } from '../../shared/Page.js';
import { PageTitle } from '../../shared/PageTitle.js';
import { PrintHeader } from '../../shared/PrintHeader.js';
import { Sheet } from '../../shared/Sheet.js';
import { StateChip, type StateShape, type StateTone } from '../../shared/StateChip.js';
import { useAnswer } from '../../shared/use-answer.js';
import { EffectChart } from './EffectChart.js';

const looks: Readonly<Record<EffectVerdict, readonly [StateShape, StateTone]>> = {
  better: ['tick', 'good'],
  worse: ['triangle', 'late'],
  same: ['ring', 'quiet'],
  'not-yet': ['half', 'soon'],
  'no-before': ['ring', 'quiet'],
  incomparable: ['ring', 'quiet'],
};

/** Whether the indicators moved after the directives of a conclusion, per unit and together. */
export default function Effects() {
  const text = useText();
  const { id = '' } = useParams();
  const { data, error } = useAnswer<EffectsView>(`/conclusions/${encodeURIComponent(id)}/effects`);
  if (error) return <PageError error={error} />;
  if (!data) return <LoadingPage />;
  const measured = data.items.filter(({ indicators }) => indicators.length > 0);
  return (
    <Page>
      <PageTitle
        title={text('resources.conclusions.effects')}
        subtitle={
          <MuiLink component={Link} to={`/conclusions/${id}/show`}>
            {text('resources.conclusions.ofConference', { day: formatDay(data.heldOn) })}
          </MuiLink>
        }
      />
      <PrintHeader />
      {measured.length === 0 && (
        <Sheet>
          <EmptyState
            title={text('resources.conclusions.noEffects')}
            hint={text('resources.conclusions.noEffectsHint')}
          />
        </Sheet>
      )}
      {measured.map((item) => (
        <Sheet key={item.itemId} title={`${item.number}. ${item.title}`}>
          {item.indicators.map((effect) => (
            <Effect key={effect.code} effect={effect} heldOn={data.heldOn} />
          ))}
        </Sheet>
      ))}
    </Page>
  );
}

function Effect({ effect, heldOn }: { effect: IndicatorEffect; heldOn: string }) {
  const text = useText();
  const language = useLanguage();
  const { cycles, together, units } = effect;
  return (
    <Box component="section" sx={{ py: 1.5, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
      <Box sx={{ px: 2, display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Typography variant="h3">
          {nameIn(effect.names, language)} ({nameIn(effect.measure, language)})
        </Typography>
        <Change change={together.change} />
      </Box>
      {cycles.length > 1 && <EffectChart effect={effect} heldOn={heldOn} />}
      <Box sx={{ overflowX: 'auto', pt: 1 }}>
        <Table size="small" sx={{ '& th, & td': { px: { xs: 1, sm: 1.5 } } }}>
          <TableHead>
            <TableRow>
              <TableCell>{text('resources.scores.fields.unit')}</TableCell>
              {cycles.map((cycle) => (
                <TableCell key={cycle.id} align="right" sx={head}>
                  <Box sx={{ display: { xs: 'none', sm: 'block' } }}>{nameIn(cycle.names, language)}</Box>
                  <Box sx={{ display: { sm: 'none' } }}>{cycle.code}</Box>
                  <Box sx={{ fontWeight: 400, fontSize: 12 }}>
                    {text(`resources.conclusions.sides.${cycle.side}`, { day: formatDay(cycle.asOf) })}
                    {!cycle.final && ` · ${text('resources.conclusions.notFinal')}`}
                    {cycle.incomparable !== null &&
                      ` · ${text(`resources.conclusions.incomparable.${cycle.incomparable}`)}`}
                  </Box>
                </TableCell>
              ))}
              <TableCell>{text('resources.conclusions.change')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            <SeriesRow
              name={text('resources.conclusions.together', { count: units.length })}
              series={together}
              strong
            />
            {units.map((one) => (
              <SeriesRow key={one.unit.id} name={nameIn(one.unit.names, language)} series={one} />
            ))}
          </TableBody>
        </Table>
      </Box>
    </Box>
  );
}

interface SeriesRowProps {
  readonly name: string;
  readonly series: EffectSeries;
  readonly strong?: boolean;
}

/** The values as they are shown; the exact parts on hover. */
function SeriesRow({ name, series, strong = false }: SeriesRowProps) {
  const language = useLanguage();
  const text = useText();
  return (
    <TableRow>
      <TableCell component="th" scope="row" sx={strong ? { fontWeight: 600 } : {}}>
        {name}
      </TableCell>
      {series.points.map((point) => (
        <TableCell
          key={point.cycleId}
          align="right"
          sx={strong ? { fontWeight: 600 } : {}}
          title={exact(point) ?? text(`resources.conclusions.pointStates.${point.state}`)}
        >
          {point.shownValue === null ? '–' : formatDecimal(point.shownValue, language)}
        </TableCell>
      ))}
      <TableCell>
        <Change change={series.change} />
      </TableCell>
    </TableRow>
  );
}

const exact = ({ numerator, denominator, value }: EffectSeries['points'][number]): string | undefined => {
  if (numerator !== null && denominator !== null) return `${numerator} / ${denominator}`;
  return value ?? undefined;
};

function Change({ change: { verdict, shownDifference } }: { change: EffectChange }) {
  const text = useText();
  const language = useLanguage();
  const [shape, tone] = looks[verdict];
  const by =
    shownDifference === null || verdict === 'same'
      ? ''
      : ` ${shownDifference.startsWith('-') ? '' : '+'}${formatDecimal(shownDifference, language)}`;
  return (
    <StateChip
      label={`${text(`resources.conclusions.verdicts.${verdict}`)}${by}`}
      shape={shape}
      tone={tone}
    />
  );
}

const head = { minWidth: { xs: 76, sm: 96 }, verticalAlign: 'bottom', whiteSpace: 'normal' } as const;
