import Button from '@mui/material/Button';
import type { DeskHealth } from '@nhip/contracts';
import { formatInstant } from '@nhip/contracts';
import { Link } from 'react-router-dom';
import { useText } from '../../i18n/use-text.js';
import { Page } from '../../shared/Page.js';
import { PageTitle } from '../../shared/PageTitle.js';
import { PrintHeader } from '../../shared/PrintHeader.js';
import { ProblemAlert } from '../../shared/ProblemAlert.js';
import { useListAddress } from '../../shared/use-list-address.js';
import { DeskCyclesSheet } from './DeskCycles.js';
import { DeskItems } from './DeskItems.js';
import { DeskJobs } from './DeskJobs.js';
import { Health } from './Health.js';
import { useLiveAnswer } from './use-live-answer.js';

/** The operator's desk: how the machinery stands, what is not done and why, and what can be done about it. */
export default function DeskPage() {
  const text = useText();
  const address = useListAddress({ perPage: 25 });
  const { data: health, error } = useLiveAnswer<DeskHealth>('/operations/health');
  return (
    <Page>
      <PageTitle
        title={text('resources.operations.name', { smart_count: 1 })}
        subtitle={
          health === undefined
            ? text('resources.operations.purpose')
            : `${text('resources.operations.purpose')} ${text('resources.operations.asOf', { at: formatInstant(health.now) })}`
        }
      >
        <Button variant="outlined" component={Link} to="/operations/mail">
          {text('resources.operations.mail.title')}
        </Button>
        <Button variant="outlined" component={Link} to="/operations/schedules">
          {text('resources.operations.schedules.title')}
        </Button>
      </PageTitle>
      <PrintHeader />
      <ProblemAlert problem={error ?? undefined} />
      {health && <Health health={health} />}
      <DeskJobs />
      <DeskItems address={address} />
      <DeskCyclesSheet address={address} />
    </Page>
  );
}
