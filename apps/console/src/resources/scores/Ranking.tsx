import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import {
  incomparableTexts,
  unrankedTexts,
  type IncomparableReason,
  type RankingPage,
  type RankingRow,
} from '@nhip/contracts';
import { Link } from 'react-router-dom';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { useMe } from '../../session/SessionContext.js';
import { EmptyState } from '../../shared/EmptyState.js';
import { Figure } from '../../shared/Figure.js';
import { PhoneRow } from '../../shared/PhoneRow.js';
import type { Column } from '../../shared/column.js';
import { PagedTable } from '../../shared/PagedTable.js';
import { Sheet } from '../../shared/Sheet.js';
import { useAnswer } from '../../shared/use-answer.js';
import { useListAddress } from '../../shared/use-list-address.js';
import { ComparedWith, Moved } from './Moved.js';
import type { ScoredCycle } from './scored-cycle.js';
import { FieldLegend, ScoreBar } from './ScoreBar.js';

/** Ranks within peer groups, ties marked, units without a rank last and saying why. */
export function Ranking({ cycle }: { cycle: ScoredCycle }) {
  const text = useText();
  const language = useLanguage();
  const address = useListAddress({ perPage: 50 });
  const answer = useAnswer<RankingPage>(`/review-cycles/${cycle.id}/ranking`, address.query('groupId'));
  const label = (name: 'rank' | 'unit' | 'group' | 'points' | 'parts' | 'class' | 'movement') =>
    text(`resources.scores.fields.${name}`);
  const to = ({ unit }: RankingRow) => `/scores/${cycle.id}/units/${unit.id}`;
  const { fields = [], maxPoints = '0', groups = [], earlier } = answer.data ?? {};
  const mayEnter = useMe().permissions.includes('external-scores.enter');
  const ranks = maxPoints !== '0';
  const incomparable = commonReason(answer.data?.items ?? []);
  const oneGroup = groups.length < 2 || address.filter('groupId') !== '';
  const columns: readonly Column<RankingRow>[] = [
    { name: 'rank', label: label('rank'), numeric: true, render: (row) => <Rank row={row} /> },
    {
      name: 'name',
      label: label('unit'),
      sortable: true,
      render: (row) => (
        <>
          <MuiLink component={Link} to={to(row)}>
            {nameIn(row.unit.names, language)}
          </MuiLink>
          {row.unranked && (
            <Box sx={{ color: 'text.secondary', fontSize: 13 }}>
              {text('resources.scores.unranked', { why: unrankedTexts[row.unranked][language] })}
            </Box>
          )}
        </>
      ),
    },
    ...(oneGroup
      ? []
      : [
          {
            name: 'group',
            label: label('group'),
            render: ({ group }: RankingRow) => (group ? nameIn(group.names, language) : '–'),
          },
        ]),
    ...(ranks
      ? [
          {
            name: 'points',
            label: text('resources.scores.pointsOf', { max: maxPoints }),
            sortable: true,
            numeric: true,
            render: ({ shownPoints }: RankingRow) => (
              <strong style={{ fontWeight: 600 }}>
                <Figure value={shownPoints} />
              </strong>
            ),
          },
          {
            name: 'parts',
            label: label('parts'),
            render: (row: RankingRow) => <ScoreBar row={row} fields={fields} />,
          },
          {
            name: 'class',
            label: label('class'),
            wideOnly: true,
            render: ({ classNames }: RankingRow) => (classNames ? nameIn(classNames, language) : '–'),
          },
          ...(incomparable === undefined
            ? [
                {
                  name: 'movement',
                  label: label('movement'),
                  render: (row: RankingRow) => <Moved movement={row.movement} />,
                },
              ]
            : []),
        ]
      : []),
  ];
  return (
    <Sheet>
      {ranks && fields.length > 1 && <FieldLegend fields={fields} />}
      {ranks && (
        <Box sx={{ px: 2, py: 0.75, fontSize: 13, color: 'text.secondary' }}>
          {earlier && <ComparedWith cycleId={cycle.id} earlier={earlier} />}{' '}
          {incomparable !== undefined &&
            text('resources.scores.noMovement', { why: incomparableTexts[incomparable][language] })}{' '}
          {mayEnter && !earlier && (
            <MuiLink
              className="no-print"
              component={Link}
              underline="always"
              to={`/scores/${cycle.id}/published-round`}
            >
              {text('resources.scores.publishedRound.enter')}
            </MuiLink>
          )}
        </Box>
      )}
      <PagedTable
        columns={columns}
        answer={answer}
        address={address}
        filters={['groupId']}
        keyOf={({ id }) => id}
        opens={to}
        renderPhone={(row) => (
          <Box sx={{ pb: 1 }}>
            <PhoneRow
              primary={
                <Box sx={{ display: 'flex', gap: 1.5 }}>
                  <Box sx={{ minWidth: 24, textAlign: 'right' }}>{row.rank ?? '–'}</Box>
                  <span>{nameIn(row.unit.names, language)}</span>
                </Box>
              }
              secondary={
                <Box sx={{ pl: '36px' }}>
                  {[
                    row.tied && text('resources.scores.tied'),
                    !oneGroup && row.group && nameIn(row.group.names, language),
                    // What stands behind it is set apart in the same way.
                    (row.unranked !== null || (ranks && incomparable === undefined)) && '',
                  ]
                    .filter((words) => typeof words === 'string')
                    .join(' · ')}
                  {row.unranked &&
                    text('resources.scores.unranked', { why: unrankedTexts[row.unranked][language] })}
                  {!row.unranked && ranks && incomparable === undefined && <Moved movement={row.movement} />}
                </Box>
              }
              end={
                <strong>
                  <Figure value={row.shownPoints} />
                </strong>
              }
            />
            <Box sx={{ px: 2, pl: '52px' }}>
              <ScoreBar row={row} fields={fields} />
            </Box>
          </Box>
        )}
        empty={
          <EmptyState title={text('resources.scores.nobody')} hint={text('resources.scores.nobodyHint')} />
        }
      />
    </Sheet>
  );
}

/** Why no unit of the page can be compared, where it is the same for all. */
function commonReason(rows: readonly RankingRow[]): IncomparableReason | undefined {
  const reasons = new Set(rows.map(({ movement }) => (movement.comparable ? undefined : movement.reason)));
  return reasons.size === 1 ? [...reasons][0] : undefined;
}

function Rank({ row: { rank, tied } }: { row: RankingRow }) {
  const text = useText();
  if (rank === null) return <span aria-label={text('resources.scores.noRank')}>–</span>;
  return (
    <>
      {rank}
      {tied && (
        <Box
          component="span"
          sx={{ display: 'block', fontSize: 12, color: 'text.secondary', whiteSpace: 'nowrap' }}
        >
          {text('resources.scores.tied')}
        </Box>
      )}
    </>
  );
}
