import Button from '@mui/material/Button';
import type { ReviewCycleView } from '@nhip/contracts';
import { useDataProvider, useNotify } from 'ra-core';
import { Link, useNavigate } from 'react-router-dom';
import { LoadingPage } from '../../app/LoadingPage.js';
import { PageError } from '../../app/PageError.js';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { CommandForm } from '../../shared/CommandForm.js';
import { EmptyState } from '../../shared/EmptyState.js';
import { PageTitle } from '../../shared/PageTitle.js';
import { RecordPage } from '../../shared/RecordPage.js';
import { useCommand } from '../../shared/use-command.js';
import { editCommand, periodForm, typedDeadlines, type CycleForm } from './cycle-form.js';
import { CycleFields } from './CycleFields.js';
import { useParticipantIds } from './use-participant-ids.js';
import { useYears } from './use-years.js';

export default function CycleEdit() {
  return (
    <RecordPage<ReviewCycleView> resource="review-cycles" narrow>
      {(cycle) => (cycle.state === 'prepared' ? <EditCycle cycle={cycle} /> : <Launched cycle={cycle} />)}
    </RecordPage>
  );
}

/** Only the preparation is edited here; a running cycle is changed step by step, each with its reason. */
function Launched({ cycle }: { cycle: ReviewCycleView }) {
  const text = useText();
  const language = useLanguage();
  return (
    <>
      <PageTitle title={nameIn(cycle.names, language)} />
      <EmptyState
        title={text('resources.review-cycles.notPrepared')}
        hint={text('resources.review-cycles.notPreparedHint')}
      >
        <Button component={Link} to={`/review-cycles/${cycle.id}/show`} variant="contained">
          {text('resources.review-cycles.toCycle')}
        </Button>
      </EmptyState>
    </>
  );
}

const formOf = (cycle: ReviewCycleView, unitIds: readonly string[]): CycleForm => ({
  code: cycle.code,
  names: { vi: cycle.names.vi, en: cycle.names.en ?? '' },
  ...periodForm(cycle.period),
  criteriaSetVersionId: cycle.criteriaSet.versionId,
  procedureCode: cycle.procedure.code,
  unitIds: [...unitIds],
  deadlines: typedDeadlines(cycle.stages),
});

function EditCycle({ cycle }: { cycle: ReviewCycleView }) {
  const text = useText();
  const language = useLanguage();
  const command = useCommand();
  const dataProvider = useDataProvider();
  const notify = useNotify();
  const navigate = useNavigate();
  const years = useYears();
  const units = useParticipantIds(cycle.id);
  if (units.error) return <PageError error={units.error} />;
  if (!units.data) return <LoadingPage />;
  const ids = units.data;
  const submit = async (form: CycleForm, revision: number | undefined) => {
    await command({
      resource: 'review-cycles',
      id: cycle.id,
      verb: 'edit',
      body: editCommand(form, typedDeadlines(cycle.stages)),
      ...(revision !== undefined && { revision }),
    });
  };
  const latest = async () => {
    const { data } = await dataProvider.getOne<ReviewCycleView>('review-cycles', { id: cycle.id });
    return { revision: data.revision, values: formOf(data, ids) };
  };
  return (
    <>
      <PageTitle title={text('resources.review-cycles.edit')} subtitle={nameIn(cycle.names, language)} />
      <CommandForm<CycleForm>
        defaultValues={formOf(cycle, ids)}
        revision={cycle.revision}
        submit={submit}
        latest={latest}
        onDone={() => {
          notify(text('resources.review-cycles.saved'), { type: 'success' });
          void navigate(`/review-cycles/${cycle.id}/show`);
        }}
      >
        <CycleFields isNew={false} years={years} />
      </CommandForm>
    </>
  );
}
