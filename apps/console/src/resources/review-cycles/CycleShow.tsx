import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Tab from '@mui/material/Tab';
import { periodLabel, type ReviewCycleView } from '@nhip/contracts';
import type { ComponentType } from 'react';
import { Link, useParams } from 'react-router-dom';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { useMe } from '../../session/SessionContext.js';
import { IllustrativeMark } from '../../shared/IllustrativeMark.js';
import { PageTitle } from '../../shared/PageTitle.js';
import { RecordPage } from '../../shared/RecordPage.js';
import { TabBar } from '../../shared/TabBar.js';
import { FindingsOfCycle } from '../findings/FindingsOfCycle.js';
import { CycleScores } from '../scores/CycleScores.js';
import { InstanceSection } from '../procedures/InstanceSection.js';
import { SubmissionsOfCycle } from '../submissions/SubmissionsOfCycle.js';
import { CycleActions } from './CycleActions.js';
import { CycleConclusions } from './CycleConclusions.js';
import { CycleHistory } from './CycleHistory.js';
import { CycleOverview } from './CycleOverview.js';
import { CycleState } from './CycleState.js';
import { CycleUnits } from './CycleUnits.js';
import { StageStrip } from './StageStrip.js';
import { useWhatIsNext } from './use-what-is-next.js';

type CyclePart = ComponentType<{ readonly cycle: ReviewCycleView }>;
const tabs = {
  overview: CycleOverview,
  units: CycleUnits,
  submissions: ({ cycle }) => <SubmissionsOfCycle cycleId={cycle.id} />,
  scores: ({ cycle }) => <CycleScores cycle={cycle} />,
  findings: ({ cycle }) => <FindingsOfCycle cycleId={cycle.id} />,
  conclusions: CycleConclusions,
  history: CycleHistory,
} as const satisfies Record<string, CyclePart>;
type TabName = keyof typeof tabs;
const tabNames = Object.keys(tabs) as TabName[];

export default function CycleShow() {
  return (
    <RecordPage<ReviewCycleView> resource="review-cycles">{(cycle) => <Cycle cycle={cycle} />}</RecordPage>
  );
}

function Cycle({ cycle }: { cycle: ReviewCycleView }) {
  const text = useText();
  const language = useLanguage();
  const { '*': rest = '' } = useParams();
  const [asked = ''] = rest.split('/');
  const offered = useOfferedTabs();
  const tab = offered.find((name) => name === asked) ?? 'overview';
  const Part: CyclePart = tabs[tab];
  return (
    <>
      <PageTitle
        title={nameIn(cycle.names, language)}
        subtitle={
          <Box
            sx={{
              display: 'flex',
              flexWrap: 'wrap',
              alignItems: 'center',
              columnGap: 1.5,
              rowGap: 0.5,
              mt: 0.5,
            }}
          >
            <CycleState cycle={cycle} />
            <span>
              {cycle.code} · {periodLabel(cycle.period, language)}
            </span>
            {cycle.illustrative && <IllustrativeMark />}
          </Box>
        }
      >
        <CycleActions cycle={cycle} />
        <CopyButton id={cycle.id} />
      </PageTitle>
      <StageStrip stages={cycle.stages} />
      <WhatIsNext cycle={cycle} />
      <InstanceSection id={cycle.id} />
      <TabBar
        className="no-print"
        value={tab}
        aria-label={nameIn(cycle.names, language)}
        sx={{ mb: 2, borderBottom: 1, borderColor: 'divider' }}
      >
        {offered.map((name) => (
          <Tab
            key={name}
            value={name}
            component={Link}
            to={`/review-cycles/${cycle.id}/show${name === 'overview' ? '' : `/${name}`}`}
            preventScrollReset
            label={text(`resources.review-cycles.tabs.${name}`)}
          />
        ))}
      </TabBar>
      <Part cycle={cycle} />
    </>
  );
}

function useOfferedTabs(): readonly TabName[] {
  const { permissions } = useMe();
  return tabNames.filter((name) => name !== 'history' || permissions.includes('history.read'));
}

function CopyButton({ id }: { id: string }) {
  const text = useText();
  const permitted = useMe().permissions.includes('review-cycles.prepare');
  if (!permitted) return null;
  return (
    <Button component={Link} to={`/review-cycles/create?copyOf=${id}`}>
      {text('resources.review-cycles.copy')}
    </Button>
  );
}

/** Whose turn it is where it is not the reader's. */
function WhatIsNext({ cycle }: { cycle: ReviewCycleView }) {
  const sentence = useWhatIsNext(cycle);
  if (sentence === undefined) return null;
  return (
    <Alert severity="info" variant="outlined" className="no-print" sx={{ mb: 2 }}>
      {sentence}
    </Alert>
  );
}
