import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Tab from '@mui/material/Tab';
import { formatInstant, type RankingPage, type ScoringRunView } from '@nhip/contracts';
import { useNotify, useTranslate } from 'ra-core';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { ApiProblem } from '../../providers/api-problem.js';
import { nameIn } from '../../session/language.js';
import { useMe } from '../../session/SessionContext.js';
import { AddressSearch } from '../../shared/AddressFilters.js';
import { ConfirmWithReason } from '../../shared/ConfirmWithReason.js';
import { EmptyState } from '../../shared/EmptyState.js';
import { changesOf } from '../../shared/history.js';
import { HistoryTimeline } from '../../shared/HistoryTimeline.js';
import { PrintHeader } from '../../shared/PrintHeader.js';
import { ProblemAlert } from '../../shared/ProblemAlert.js';
import { StateChip } from '../../shared/StateChip.js';
import { useAnswer } from '../../shared/use-answer.js';
import { useCommand } from '../../shared/use-command.js';
import { useListAddress, type ListAddress } from '../../shared/use-list-address.js';
import { TabBar } from '../../shared/TabBar.js';
import { Aggregates } from './Aggregates.js';
import { HeatMap } from './HeatMap.js';
import { Ranking } from './Ranking.js';
import type { ScoredCycle } from './scored-cycle.js';
import { WeakResults } from './WeakResults.js';

const views = ['ranking', 'matrix', 'sums', 'weak'] as const;

/** The results of a cycle: ranking, units against indicators, and what lies under a threshold. */
export function CycleScores({ cycle }: { cycle: ScoredCycle }) {
  const text = useText();
  const language = useLanguage();
  const address = useListAddress({ perPage: 50 });
  const view = views.find((name) => name === address.filter('view')) ?? 'ranking';
  const overview = useAnswer<RankingPage>(`/review-cycles/${cycle.id}/ranking`, { page: 1, perPage: 1 });
  if (overview.error) return <NotYet cycle={cycle} problem={overview.error} />;
  if (overview.data === undefined) return null;
  const { run, groups } = overview.data;
  const group = groups.find(({ id }) => id === address.filter('groupId'));
  const chosen = [
    text(`resources.scores.views.${view}`),
    ...(view === 'weak' || view === 'sums'
      ? []
      : [group ? nameIn(group.names, language) : text('resources.scores.everyGroup')]),
    ...(address.filter('q') === '' ? [] : [`“${address.filter('q')}”`]),
  ];
  return (
    <>
      <RunBar cycle={cycle} run={run} address={address} />
      <PrintHeader chosen={chosen} />
      <TabBar
        className="no-print"
        value={view}
        onChange={(_event, next: string) =>
          address.set({ view: next === 'ranking' ? '' : next, sort: '', order: '', by: '', of: '' })
        }
        sx={{ mb: 1 }}
      >
        {views.map((name) => (
          <Tab key={name} value={name} label={text(`resources.scores.views.${name}`)} />
        ))}
      </TabBar>
      {(view === 'ranking' || view === 'matrix') && (
        <Box
          className="no-print"
          sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 1.5 }}
        >
          <GroupTabs groups={groups} total={overview.data.total} address={address} />
          <Box sx={{ flex: 1 }} />
          <AddressSearch address={address} label={text('resources.review-cycles.searchUnits')} />
        </Box>
      )}
      {view === 'ranking' && <Ranking cycle={cycle} />}
      {view === 'matrix' && <HeatMap cycle={cycle} />}
      {view === 'sums' && <Aggregates cycle={cycle} />}
      {view === 'weak' && <WeakResults cycle={cycle} />}
      <Box className="no-print" sx={{ mt: 2 }}>
        <RunHistory run={run} />
      </Box>
    </>
  );
}

/** When it was scored, made final and published, by whom and why. */
function RunHistory({ run }: { run: ScoringRunView }) {
  const translate = useTranslate();
  const status = (name: string) => translate(`resources.scores.runs.${name}`, { _: name });
  return (
    <HistoryTimeline
      subjectKind="scoring-run"
      subjectId={run.id}
      resource="scores"
      changes={(item) =>
        changesOf(item)
          .filter(({ field }) => field === 'status')
          .map(({ field, from, to }) => ({ field, from: status(from), to: status(to) }))
      }
    />
  );
}

function GroupTabs({
  groups,
  total,
  address,
}: {
  groups: RankingPage['groups'];
  total: number;
  address: ListAddress;
}) {
  const text = useText();
  const language = useLanguage();
  if (groups.length < 2) return null;
  const all = [
    { id: '', name: text('resources.scores.allGroups'), units: total },
    ...groups.map(({ id, names, units }) => ({ id, name: nameIn(names, language), units })),
  ];
  const chosen = all.find(({ id }) => id === address.filter('groupId'))?.id ?? '';
  return (
    <TabBar
      value={chosen}
      aria-label={text('resources.scores.fields.group')}
      onChange={(_event, id: string) => address.set({ groupId: id })}
      sx={{ maxWidth: '100%' }}
    >
      {all.map(({ id, name, units }) => (
        <Tab key={id} value={id} label={`${name} (${units})`} />
      ))}
    </TabBar>
  );
}

const runLooks = {
  open: { shape: 'half', tone: 'soon' },
  frozen: { shape: 'disc', tone: 'info' },
  published: { shape: 'tick', tone: 'good' },
} as const;

function RunBar({ cycle, run, address }: { cycle: ScoredCycle; run: ScoringRunView; address: ListAddress }) {
  const text = useText();
  const language = useLanguage();
  const { permissions } = useMe();
  const mayRun = permissions.includes('scores.run');
  const maySuppose = permissions.includes('scores.suppose');
  const [asked, setAsked] = useState<'run-scoring' | 'freeze-scores'>();
  const file = new URLSearchParams({ language });
  if (address.filter('groupId') !== '') file.set('groupId', address.filter('groupId'));
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, rowGap: 1, mb: 1 }}>
      <StateChip label={text(`resources.scores.runs.${run.status}`)} {...runLooks[run.status]} />
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {text(run.corrects === null ? 'resources.scores.run' : 'resources.scores.correction', {
          number: run.number,
          at: formatInstant(run.computedAt),
        })}
      </Box>
      <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, ml: { sm: 'auto' } }}>
        {mayRun && (
          <Button variant="outlined" onClick={() => setAsked('run-scoring')}>
            {text('resources.scores.steps.run-scoring')}
          </Button>
        )}
        {mayRun && run.status === 'open' && (
          <Button variant="outlined" onClick={() => setAsked('freeze-scores')}>
            {text('resources.scores.steps.freeze-scores')}
          </Button>
        )}
        {permissions.includes('scores.appraise') && (
          <Button component={Link} to={`/scores/${cycle.id}/appraisals`}>
            {text('resources.scores.appraisal.open')}
          </Button>
        )}
        {maySuppose && (
          <Button component={Link} to={`/scores/${cycle.id}/what-if`}>
            {text('resources.scores.whatIf.open')}
          </Button>
        )}
        <Button component="a" href={`/api/review-cycles/${cycle.id}/ranking.xlsx?${file}`} download>
          {text('resources.scores.xlsx')}
        </Button>
        <Button onClick={() => print()} sx={{ display: { xs: 'none', md: 'inline-flex' } }}>
          {text('shell.list.print')}
        </Button>
      </Box>
      {asked && <ScoringDialog cycle={cycle} run={run} verb={asked} onClose={() => setAsked(undefined)} />}
    </Box>
  );
}

interface ScoringDialogProps {
  readonly cycle: ScoredCycle;
  /** The newest, as the reader sees it. */
  readonly run?: ScoringRunView;
  readonly verb: 'run-scoring' | 'freeze-scores';
  readonly onClose: () => void;
}

function ScoringDialog({ cycle, run, verb, onClose }: ScoringDialogProps) {
  const text = useText();
  const command = useCommand();
  const notify = useNotify();
  return (
    <ConfirmWithReason
      title={text(`resources.scores.steps.${verb}`)}
      explain={text(`resources.scores.explain.${verb}`)}
      confirmLabel={text(`resources.scores.steps.${verb}`)}
      reasonRequired={false}
      submit={(reason) =>
        command({
          resource: 'review-cycles',
          id: cycle.id,
          verb,
          body: reason === '' ? {} : { reason },
          ...(verb === 'freeze-scores' && run && { revision: run.revision }),
        })
      }
      onDone={() => notify(text(`resources.scores.done.${verb}`), { type: 'success' })}
      onClose={onClose}
    />
  );
}

/** No scores: not run yet, or something went wrong. */
function NotYet({ cycle, problem }: { cycle: ScoredCycle; problem: Error }) {
  const text = useText();
  const mayRun = useMe().permissions.includes('scores.run');
  const [asked, setAsked] = useState(false);
  if (!(problem instanceof ApiProblem) || problem.code !== 'SCORES_NOT_RUN')
    return <ProblemAlert problem={problem} />;
  return (
    <EmptyState title={text('resources.scores.notRun')} hint={text('resources.scores.notRunHint')}>
      {mayRun && (
        <Button variant="outlined" onClick={() => setAsked(true)}>
          {text('resources.scores.steps.run-scoring')}
        </Button>
      )}
      {asked && <ScoringDialog cycle={cycle} verb="run-scoring" onClose={() => setAsked(false)} />}
    </EmptyState>
  );
}
