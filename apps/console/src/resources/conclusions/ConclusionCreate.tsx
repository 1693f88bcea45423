import type { ReviewCycleView } from '@nhip/contracts';
import { useNotify } from 'ra-core';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { LoadingPage } from '../../app/LoadingPage.js';
import { useText } from '../../i18n/use-text.js';
import { CommandForm } from '../../shared/CommandForm.js';
import { filled } from '../../shared/filled.js';
import { Page } from '../../shared/Page.js';
import { PageTitle } from '../../shared/PageTitle.js';
import { useAnswer } from '../../shared/use-answer.js';
import { useCommand } from '../../shared/use-command.js';
import { useMe } from '../../session/SessionContext.js';
import { withinSentence, type ConclusionForm } from './conclusion-form.js';
import { HeadingFields } from './HeadingFields.js';

type Heading = Omit<ConclusionForm, 'items'>;

/** The heading of a new conclusion; its lines are written on the next page. */
export default function ConclusionCreate() {
  const text = useText();
  const command = useCommand();
  const notify = useNotify();
  const navigate = useNavigate();
  const { now } = useMe();
  const cycleId = useSearchParams()[0].get('cycleId');
  const cycle = useAnswer<ReviewCycleView>(cycleId === null ? undefined : `/review-cycles/${cycleId}`);
  if (cycleId !== null && cycle.isPending) return <LoadingPage />;
  const name = cycle.data?.names.vi;
  return (
    <Page narrow>
      <PageTitle title={text('resources.conclusions.create')} subtitle={name} />
      <CommandForm<Heading>
        defaultValues={{
          title:
            name === undefined ? '' : text('resources.conclusions.titleOf', { name: withinSentence(name) }),
          heldOn: dayOf(now),
        }}
        submitLabel={text('resources.conclusions.begin')}
        submit={(heading) =>
          command<{ id: string }>({
            resource: 'conclusions',
            body: { ...filled(heading), ...(cycleId !== null && { cycleId }) },
          })
        }
        onDone={(answer) => {
          notify(text('resources.conclusions.created'), { type: 'success' });
          void navigate(`/conclusions/${(answer as { id: string }).id}`);
        }}
      >
        <HeadingFields />
      </CommandForm>
    </Page>
  );
}

/** The business day of an instant of the server. */
function dayOf(at: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date(at));
}
