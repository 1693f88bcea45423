import type { FindingView, Page as PageOf, SubmissionItem } from '@nhip/contracts';
import Button from '@mui/material/Button';
import { Link } from 'react-router-dom';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { EvidenceSheet } from '../../parts/evidence/EvidencePanel.js';
import { useMe } from '../../session/SessionContext.js';
import { FieldList } from '../../shared/FieldList.js';
import { HistoryTimeline } from '../../shared/HistoryTimeline.js';
import { PageTitle } from '../../shared/PageTitle.js';
import { RecordPage } from '../../shared/RecordPage.js';
import { Sheet } from '../../shared/Sheet.js';
import { useAnswer } from '../../shared/use-answer.js';
import { addressOfFinding } from '../published-figures/about-finding.js';
import { FindingAnswer } from './FindingAnswer.js';
import { FindingImportanceChip, FindingStateChip } from './FindingState.js';
import { codeName, shown } from './FindingTable.js';
import { findingChanges } from './finding-changes.js';

export default function FindingShow() {
  return (
    <RecordPage<FindingView> resource="findings">{(finding) => <Finding finding={finding} />}</RecordPage>
  );
}

function Finding({ finding }: { finding: FindingView }) {
  const text = useText();
  const language = useLanguage();
  const { permissions } = useMe();
  const { id, unit, cycleId } = finding;
  const forms = useAnswer<PageOf<SubmissionItem>>(unit ? '/submissions' : undefined, {
    cycleId,
    unitId: unit?.id,
    perPage: 1,
  });
  const form = forms.data?.items[0];
  const checker = addressOfFinding(finding, language);
  return (
    <>
      <PageTitle title={codeName(finding.code, text)} subtitle={nameIn(finding.message, language)}>
        {checker !== undefined && (
          <Button component={Link} to={checker}>
            {text('resources.published-figures.fromFinding')}
          </Button>
        )}
        {permissions.includes('tasks.assign') && unit && (
          <Button component={Link} to={`/tasks/create?findingId=${id}`}>
            {text('resources.tasks.create')}
          </Button>
        )}
        {form && (
          <Button component={Link} to={`/submissions/${form.id}/show`} variant="outlined">
            {text('resources.findings.form')}
          </Button>
        )}
      </PageTitle>
      <Sheet>
        <FieldList
          rows={[
            {
              label: text('resources.findings.fields.unit'),
              value: unit ? nameIn(unit.names, language) : text('resources.findings.ofCycle'),
            },
            {
              label: text('resources.findings.fields.importance'),
              value: <FindingImportanceChip importance={finding.importance} />,
            },
            {
              label: text('resources.findings.fields.state'),
              value: <FindingStateChip state={finding.state} />,
            },
            { label: text('resources.findings.fields.expected'), value: shown(finding.expected, language) },
            { label: text('resources.findings.fields.found'), value: shown(finding.found, language) },
            {
              label: text('resources.findings.fields.answer'),
              value: <FindingAnswer finding={finding} />,
            },
          ]}
        />
      </Sheet>
      {unit && <EvidenceSheet subjectKind="finding" subjectId={id} />}
      <HistoryTimeline
        subjectKind="finding"
        subjectId={id}
        resource="findings"
        changes={(item) => findingChanges(item, (state) => text(`resources.findings.states.${state}`))}
      />
    </>
  );
}
