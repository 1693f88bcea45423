import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import Skeleton from '@mui/material/Skeleton';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { formatDecimal, yesNoIn, type ScoreMatrix } from '@nhip/contracts';
import { Link } from 'react-router-dom';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { EmptyState } from '../../shared/EmptyState.js';
import { Pager, SortLabel } from '../../shared/PagedTable.js';
import { ProblemAlert } from '../../shared/ProblemAlert.js';
import { Sheet } from '../../shared/Sheet.js';
import { useAnswer } from '../../shared/use-answer.js';
import { useListAddress } from '../../shared/use-list-address.js';
import { wordOf } from './score-state.js';
import type { ScoredCycle } from './scored-cycle.js';
import { cellShade } from './shades.js';

type Cell = ScoreMatrix['items'][number]['cells'][number];

/** Units × indicators: the value in the cell, the shade for the share of the points, worst first. */
export function HeatMap({ cycle }: { cycle: ScoredCycle }) {
  const text = useText();
  const language = useLanguage();
  const address = useListAddress({ perPage: 50, sort: 'weak' });
  const { data, error } = useAnswer<ScoreMatrix>(
    `/review-cycles/${cycle.id}/score-matrix`,
    address.query('groupId'),
  );
  if (error) return <ProblemAlert problem={error} />;
  if (data === undefined) return <Skeleton variant="rounded" height={320} />;
  if (data.total === 0) {
    return (
      <Sheet>
        <EmptyState title={text('resources.scores.nobody')} hint={text('resources.scores.nobodyHint')} />
      </Sheet>
    );
  }
  return (
    <Sheet>
      <Legend />
      <Box sx={scroller}>
        <Table size="small" stickyHeader sx={{ width: 'auto', minWidth: '100%' }}>
          <TableHead>
            <TableRow>
              <TableCell sx={{ ...first, zIndex: 4 }}>
                <SortLabel
                  column={{ name: 'name', label: text('resources.scores.fields.unit'), sortable: true }}
                  address={address}
                />
                {address.sort === 'weak' ? (
                  <Box sx={{ fontWeight: 400, fontSize: 12 }}>{text('resources.scores.worstAbove')}</Box>
                ) : (
                  <MuiLink
                    component="button"
                    type="button"
                    className="no-print"
                    sx={{ display: 'block', fontSize: 12.5 }}
                    onClick={() => address.set({ sort: '', order: '' })}
                  >
                    {text('resources.scores.worstFirst')}
                  </MuiLink>
                )}
              </TableCell>
              {data.indicators.map(({ code, names, measure }) => (
                <TableCell key={code} align="right" sx={head} title={nameIn(names, language)}>
                  <SortLabel
                    column={{ name: code, label: nameIn(names, language), sortable: true }}
                    address={address}
                  />
                  <Box sx={{ fontWeight: 400, fontSize: 12 }}>{nameIn(measure, language)}</Box>
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {data.items.map(({ unit, cells }) => (
              <TableRow key={unit.id} hover>
                <TableCell component="th" scope="row" sx={first}>
                  <MuiLink component={Link} to={`/scores/${cycle.id}/units/${unit.id}`}>
                    {nameIn(unit.names, language)}
                  </MuiLink>
                </TableCell>
                {cells.map((cell, place) => (
                  <TableCell
                    key={cell.indicator}
                    align="right"
                    sx={{ p: 0, bgcolor: cellShade(cell.share, cell.weak), printColorAdjust: 'exact' }}
                  >
                    <Box
                      component={Link}
                      to={`/scores/${cycle.id}/units/${unit.id}#${cell.indicator}`}
                      sx={cellLink}
                    >
                      <Value cell={cell} yesNo={data.indicators[place]?.yesNo === true} />
                    </Box>
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Box>
      <Pager address={address} total={data.total} />
    </Sheet>
  );
}

function Value({ cell, yesNo }: { cell: Cell; yesNo: boolean }) {
  const text = useText();
  const language = useLanguage();
  const points =
    cell.shownPoints === null
      ? ''
      : text('resources.scores.points', { points: formatDecimal(cell.shownPoints, language) });
  const key = wordOf(cell);
  const word = key && (
    <Box component="span" sx={{ display: 'block', fontSize: 12, lineHeight: 1.3 }}>
      {key === 'scored' && points !== '' ? points : text(`resources.scores.states.${key}`)}
    </Box>
  );
  if (cell.shownValue === null) return <span title={points}>{word}</span>;
  const weak = cell.weak ? text('resources.scores.weak') : '';
  return (
    <span title={[points, weak].filter(Boolean).join(' · ')}>
      {cell.weak && (
        <Box component="span" role="img" aria-label={weak} sx={{ fontSize: 10, mr: 0.5 }}>
          ▲
        </Box>
      )}
      {yesNo ? yesNoIn(cell.shownValue, language) : formatDecimal(cell.shownValue, language)}
      {word}
    </span>
  );
}

function Legend() {
  const text = useText();
  const steps = [0, 25, 50, 75, 100];
  return (
    <Box
      sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5, px: 2, py: 1, fontSize: 13 }}
    >
      <span>{text('resources.scores.legend')}</span>
      <Box sx={{ display: 'flex', border: 1, borderColor: 'divider', borderRadius: 0.5, overflow: 'hidden' }}>
        {steps.map((share) => (
          <Box
            key={share}
            sx={{
              px: 1,
              bgcolor: cellShade(share, false),
              fontVariantNumeric: 'tabular-nums',
              printColorAdjust: 'exact',
            }}
          >
            {share}&nbsp;%
          </Box>
        ))}
      </Box>
      <span>▲ {text('resources.scores.weak')}</span>
    </Box>
  );
}

const scroller = {
  overflow: 'auto',
  maxHeight: 'calc(100vh - 240px)',
  minHeight: 280,
  borderTop: 1,
  borderColor: 'divider',
  '@media print': { overflow: 'visible', maxHeight: 'none' },
} as const;
const first = {
  position: 'sticky',
  left: 0,
  zIndex: 2,
  bgcolor: 'background.paper',
  minWidth: { xs: 132, sm: 200 },
  maxWidth: { xs: 150, sm: 280 },
  borderRight: 1,
  borderRightColor: 'divider',
  fontWeight: 400,
  '@media print': { position: 'static', minWidth: 0, px: 0.5, fontSize: '9pt' },
} as const;
const head = {
  minWidth: 96,
  maxWidth: 160,
  whiteSpace: 'normal',
  verticalAlign: 'bottom',
  lineHeight: 1.4,
  '@media print': { minWidth: 0, px: 0.5, fontSize: '8pt', hyphens: 'auto' },
} as const;
const cellLink = {
  display: 'block',
  px: 1.5,
  py: 0.5,
  minHeight: 32,
  color: 'text.primary',
  textDecoration: 'none',
  fontVariantNumeric: 'tabular-nums',
  '&:hover': { textDecoration: 'underline' },
  '@media print': { px: 0.5 },
} as const;
