import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import {
  formatDecimal,
  type AgendaView,
  type ConclusionView,
  type FindingView,
  type Page,
  type WeakResult,
} from '@nhip/contracts';
import { Link } from 'react-router-dom';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { useMe } from '../../session/SessionContext.js';
import { Sheet } from '../../shared/Sheet.js';
import { useAnswer } from '../../shared/use-answer.js';

const FINDINGS = 8;

interface CycleFiguresProps {
  readonly cycle: ConclusionView['cycle'];
  /** Undefined: not read, or nothing is scored. */
  readonly weak: readonly WeakResult[] | undefined;
}

/** What the conference looks at: weak units by indicator, findings, and what the cycle before left open. */
export function CycleFigures({ cycle, weak }: CycleFiguresProps) {
  const text = useText();
  const language = useLanguage();
  if (cycle === null)
    return (
      <Sheet title={text('resources.conclusions.figures')}>
        <Quiet>{text('resources.conclusions.noCycle')}</Quiet>
      </Sheet>
    );
  return (
    <>
      <Sheet title={text('resources.conclusions.figures')}>
        <Box sx={{ px: 2, pt: 1 }}>
          <MuiLink component={Link} to={`/review-cycles/${cycle.id}/show`}>
            {nameIn(cycle.names, language)}
          </MuiLink>
        </Box>
        <WeakUnits weak={weak} />
      </Sheet>
      <OpenFindings cycleId={cycle.id} />
      <LeftOpen cycleId={cycle.id} />
    </>
  );
}

/** Units under a threshold with their values, by indicator. */
export function WeakUnits({ weak }: Pick<CycleFiguresProps, 'weak'>) {
  const text = useText();
  const language = useLanguage();
  if (weak === undefined) return <Quiet>{text('resources.conclusions.notScored')}</Quiet>;
  if (weak.length === 0) return <Quiet>{text('resources.conclusions.nobodyWeak')}</Quiet>;
  const thresholds = new Map(weak.map((result) => [`${result.indicator} ${result.threshold}`, result]));
  return (
    <Box sx={{ px: 2, pb: 1.5 }}>
      {[...thresholds].map(([key, first]) => {
        const units = weak.filter((result) => `${result.indicator} ${result.threshold}` === key);
        return (
          <Box key={key} sx={{ mt: 1.25 }}>
            <Typography sx={{ fontWeight: 500 }}>
              {nameIn(first.indicatorNames, language)}
              <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400 }}>
                {' '}
                ·{' '}
                {text('resources.conclusions.under', {
                  limit: `${formatDecimal(first.limit, language)} ${nameIn(first.measure, language)}`,
                  count: units.length,
                })}
              </Box>
            </Typography>
            <Box component="ul" sx={list}>
              {units.map((result) => (
                <Box component="li" key={result.unitId} sx={line}>
                  <span>{nameIn(result.unitNames, language)}</span>
                  <Box component="span" sx={{ fontWeight: 600 }}>
                    {formatDecimal(result.shownValue, language)}
                  </Box>
                </Box>
              ))}
            </Box>
          </Box>
        );
      })}
    </Box>
  );
}

/** The first findings nobody has explained. */
export function OpenFindings({ cycleId }: { cycleId: string }) {
  const text = useText();
  const language = useLanguage();
  const permitted = useMe().permissions.includes('findings.read');
  const { data } = useAnswer<Page<FindingView>>(permitted ? '/findings' : undefined, {
    cycleId,
    state: 'open',
    perPage: FINDINGS,
  });
  if (data === undefined || data.total === 0) return null;
  return (
    <Sheet title={text('resources.conclusions.openFindings', { count: data.total })}>
      <Box component="ul" sx={{ ...list, px: 2, py: 1 }}>
        {data.items.map((finding) => (
          <Box component="li" key={finding.id} sx={{ py: 0.5 }}>
            {finding.unit && <strong>{nameIn(finding.unit.names, language)}: </strong>}
            {nameIn(finding.message, language)}
          </Box>
        ))}
      </Box>
    </Sheet>
  );
}

function LeftOpen({ cycleId }: { cycleId: string }) {
  const text = useText();
  const { data } = useAnswer<AgendaView>(`/review-cycles/${cycleId}/agenda`);
  const count = (data?.tasks.length ?? 0) + (data?.recommendations.length ?? 0);
  if (count === 0) return null;
  return (
    <Sheet title={text('resources.conclusions.leftOpen')}>
      <Box sx={{ px: 2, py: 1 }}>
        <MuiLink component={Link} to={`/conclusions/cycles/${cycleId}/agenda`}>
          {text('resources.conclusions.leftOpenCount', {
            tasks: data?.tasks.length ?? 0,
            recommendations: data?.recommendations.length ?? 0,
          })}
        </MuiLink>
      </Box>
    </Sheet>
  );
}

function Quiet({ children }: { children: string }) {
  return (
    <Typography color="text.secondary" sx={{ px: 2, py: 1.5 }}>
      {children}
    </Typography>
  );
}

const list = { listStyle: 'none', m: 0, p: 0 } as const;
const line = {
  display: 'flex',
  justifyContent: 'space-between',
  gap: 2,
  py: 0.25,
  borderBottom: 1,
  borderColor: 'divider',
  fontVariantNumeric: 'tabular-nums',
} as const;
