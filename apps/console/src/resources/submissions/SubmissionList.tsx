import { useText } from '../../i18n/use-text.js';
import { Page } from '../../shared/Page.js';
import { PageTitle } from '../../shared/PageTitle.js';
import { PrintHeader } from '../../shared/PrintHeader.js';
import { SubmissionTable } from './SubmissionTable.js';

export default function SubmissionList() {
  const text = useText();
  return (
    <Page>
      <PageTitle
        title={text('resources.submissions.name', { smart_count: 2 })}
        subtitle={text('resources.submissions.purpose')}
      />
      <PrintHeader />
      <SubmissionTable />
    </Page>
  );
}
