import { useText } from '../../i18n/use-text.js';
import { Page } from '../../shared/Page.js';
import { PageTitle } from '../../shared/PageTitle.js';
import { PrintHeader } from '../../shared/PrintHeader.js';
import { FindingTable } from './FindingTable.js';

export default function FindingList() {
  const text = useText();
  return (
    <Page>
      <PageTitle
        title={text('resources.findings.name', { smart_count: 2 })}
        subtitle={text('resources.findings.purpose')}
      />
      <PrintHeader />
      <FindingTable />
    </Page>
  );
}
