import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import Skeleton from '@mui/material/Skeleton';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import {
  roleLabels,
  type ProcedureDefinition,
  type ProcedureDetail,
  type ProcedureStanding,
} from '@nhip/contracts';
import { useLanguage, useText, type Text } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { HistoryTimeline } from '../../shared/HistoryTimeline.js';
import { PageTitle } from '../../shared/PageTitle.js';
import { lazy, Suspense } from 'react';
import { Link } from 'react-router-dom';
import { RecordPage } from '../../shared/RecordPage.js';
import { Sheet } from '../../shared/Sheet.js';
import { useAnswer } from '../../shared/use-answer.js';
import { standingList } from './standing-list.js';
import { eventName } from './words.js';

const FlowDiagram = lazy(() => import('./FlowDiagram.js'));

export default function ProcedureShow() {
  return (
    <RecordPage<ProcedureDetail> resource="procedures">
      {(procedure) => <Procedure {...procedure} />}
    </RecordPage>
  );
}

function Procedure({ id, code, names, kind, version, definition }: ProcedureDetail) {
  const text = useText();
  const { data } = useAnswer<ProcedureStanding>(`/procedures/${id}/standing`);
  const standing: Standing = new Map(
    data?.states.map(({ state, count }) => [state, { count, to: standingList({ id, kind, code }, state) }]),
  );
  const language = useLanguage();
  const issue = `${text(`resources.procedures.kinds.${kind}`)} · ${text('resources.procedures.fields.version')} ${version}`;
  return (
    <>
      <PageTitle title={nameIn(names, language)} subtitle={issue} />
      <Sheet title={text('resources.procedures.diagram')}>
        <Suspense fallback={<Skeleton variant="rectangular" height={320} sx={{ m: 2 }} />}>
          <FlowDiagram
            definition={definition}
            marks={Object.fromEntries(
              [...standing].map(([state, { count, to }]) => [
                state,
                { note: text('resources.procedures.standingOf', { count }), to },
              ]),
            )}
          />
        </Suspense>
      </Sheet>
      <Sheet title={text('resources.procedures.steps')}>
        <Steps definition={definition} standing={standing} />
      </Sheet>
      <HistoryTimeline subjectKind="procedure" subjectId={id} resource="procedures" />
    </>
  );
}

/** How many records stand in each state, and the list of them. */
type Standing = ReadonlyMap<string, { readonly count: number; readonly to: string }>;

function Steps({ definition, standing }: { definition: ProcedureDefinition; standing: Standing }) {
  const text = useText();
  const language = useLanguage();
  const stateName = (name: string) => nameIn(definition.states[name]?.names ?? { vi: name }, language);
  return (
    <Box
      sx={{ overflowX: 'auto' }}
      tabIndex={0}
      role="region"
      aria-label={text('resources.procedures.steps')}
    >
      <Table size="small" sx={stacked}>
        <TableHead>
          <TableRow>
            <TableCell>{text('resources.procedures.fields.step')}</TableCell>
            <TableCell>{text('resources.procedures.fields.owner')}</TableCell>
            <TableCell align="right">{text('resources.procedures.standing')}</TableCell>
            <TableCell>{text('resources.procedures.moves')}</TableCell>
            <TableCell>{text('resources.procedures.timers')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {Object.entries(definition.states).map(([name, state]) => (
            <TableRow key={name} sx={{ verticalAlign: 'top' }}>
              <TableCell sx={{ fontWeight: 500, whiteSpace: 'nowrap' }}>{stateName(name)}</TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }} data-label={text('resources.procedures.fields.owner')}>
                {state.owner ? roleLabels[state.owner][language] : '–'}
              </TableCell>
              <TableCell align="right" data-label={text('resources.procedures.standing')}>
                <Count of={standing.get(name)} />
              </TableCell>
              <TableCell data-label={text('resources.procedures.moves')}>
                {state.final && text('resources.procedures.end')}
                {Object.entries(state.on).map(([event, move]) => (
                  <div key={event}>
                    {eventName(definition, name, event, language)} → {stateName(move.to)} (
                    {move.by.length === 0
                      ? text('resources.procedures.bySystem')
                      : move.by.map((role) => roleLabels[role][language]).join(', ')}
                    {move.reasonRequired && `; ${text('resources.procedures.reasonRequired')}`})
                  </div>
                ))}
              </TableCell>
              <TableCell data-label={text('resources.procedures.timers')}>
                {Object.entries(state.timers).map(([timer, { event, workingDays }]) => (
                  <div key={timer}>
                    {eventName(definition, name, event, language)}: {timing(workingDays, text)}
                  </div>
                ))}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

function Count({ of }: { of: { readonly count: number; readonly to: string } | undefined }) {
  if (of === undefined) return '0';
  return (
    <MuiLink component={Link} to={of.to}>
      {of.count}
    </MuiLink>
  );
}

/** A table on a desk; on a phone each step with its headings beneath one another. */
const stacked = {
  minWidth: { sm: 760 },
  '@media (max-width: 599.95px)': {
    '& thead': { display: 'none' },
    '& tbody, & tr': { display: 'block' },
    '& tr': { py: 1, borderBottom: 1, borderColor: 'divider' },
    '& td': { display: 'block', height: 'auto', border: 0, py: 0.25, textAlign: 'left' },
    '& td:empty': { display: 'none' },
    '& td[data-label]::before': {
      content: 'attr(data-label) ": "',
      color: 'text.secondary',
      fontSize: 13,
    },
  },
} as const;

function timing(workingDays: number, text: Text): string {
  if (workingDays === 0) return text('resources.procedures.timerAt');
  const key = workingDays < 0 ? 'resources.procedures.timerBefore' : 'resources.procedures.timerAfter';
  return text(key, { count: Math.abs(workingDays) });
}
