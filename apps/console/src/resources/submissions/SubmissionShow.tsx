import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import Tab from '@mui/material/Tab';
import { periodDays, type SubmissionForm } from '@nhip/contracts';
import { useTranslate } from 'ra-core';
import { Link, useParams } from 'react-router-dom';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { useMe } from '../../session/SessionContext.js';
import { DueDate } from '../../shared/DueDate.js';
import { EmptyState } from '../../shared/EmptyState.js';
import { HistoryTimeline } from '../../shared/HistoryTimeline.js';
import { PageTitle } from '../../shared/PageTitle.js';
import { PrintHeader } from '../../shared/PrintHeader.js';
import { RecordPage } from '../../shared/RecordPage.js';
import { Sheet } from '../../shared/Sheet.js';
import { TabBar } from '../../shared/TabBar.js';
import { UnitAppraisal } from '../scores/appraisal/UnitAppraisal.js';
import { FindingLine } from '../findings/FindingLine.js';
import { InstanceSection } from '../procedures/InstanceSection.js';
import { EntryForm } from './entry/EntryForm.js';
import { submissionChanges } from './submission-changes.js';
import { SubmissionState } from './SubmissionState.js';

const tabs = ['figures', 'points', 'findings', 'history'] as const;

export default function SubmissionShow() {
  return (
    <RecordPage<SubmissionForm> resource="submissions">{(form) => <Submission form={form} />}</RecordPage>
  );
}

function Submission({ form }: { form: SubmissionForm }) {
  const text = useText();
  const language = useLanguage();
  const translate = useTranslate();
  const { '*': asked = '' } = useParams();
  const readsHistory = useMe().permissions.includes('history.read');
  const offered = tabs.filter((tab) => tab !== 'history' || readsHistory);
  const tab = offered.find((name) => name === asked) ?? 'figures';
  const { id, unit, cycle, period, deadline, state, openFindings } = form;
  const stateName = (name: string) => translate(`resources.submissions.states.${name}`, { _: name });
  const waiting = state === 'open' || state === 'returned' || state === 'submitted';
  return (
    <>
      <PageTitle
        title={nameIn(unit.names, language)}
        subtitle={
          <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, rowGap: 0.5 }}>
            <MuiLink component={Link} to={`/review-cycles/${cycle.id}/show`}>
              {nameIn(cycle.names, language)}
            </MuiLink>
            <span>{periodDays(period)}</span>
            <SubmissionState item={form} />
            {deadline && (
              <DueDate
                dueOn={deadline.on}
                {...(waiting ? { workingDaysLeft: deadline.workingDaysLeft } : {})}
              />
            )}
          </Box>
        }
      />
      <PrintHeader />
      <InstanceSection id={id} />
      <TabBar
        className="no-print"
        value={tab}
        aria-label={nameIn(unit.names, language)}
        sx={{ mb: 2, borderBottom: 1, borderColor: 'divider' }}
      >
        {offered.map((name) => (
          <Tab
            key={name}
            value={name}
            component={Link}
            to={`/submissions/${id}/show${name === 'figures' ? '' : `/${name}`}`}
            preventScrollReset
            label={text(`resources.submissions.tabs.${name}`, { count: openFindings })}
          />
        ))}
      </TabBar>
      {tab === 'figures' && <EntryForm key={`${id} ${language}`} form={form} />}
      {tab === 'points' && <UnitAppraisal key={id} cycleId={cycle.id} unitId={unit.id} />}
      {tab === 'findings' && <Findings form={form} />}
      {tab === 'history' && (
        <HistoryTimeline
          subjectKind="submission"
          subjectId={id}
          resource="submissions"
          changes={(item) => submissionChanges(item, stateName)}
        />
      )}
    </>
  );
}

function Findings({ form: { findings } }: { form: SubmissionForm }) {
  const text = useText();
  return (
    <Sheet>
      {findings.length === 0 && (
        <EmptyState title={text('resources.findings.empty')} hint={text('resources.findings.emptyHint')} />
      )}
      {findings.map((finding) => (
        <Box key={finding.id} sx={{ px: 2, py: 1, borderBottom: 1, borderColor: 'divider' }}>
          <FindingLine finding={finding} />
        </Box>
      ))}
    </Sheet>
  );
}
