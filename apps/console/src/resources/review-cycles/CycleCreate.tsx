import Alert from '@mui/material/Alert';
import type { CriteriaSetItem, ReviewCycleView } from '@nhip/contracts';
import { useNotify } from 'ra-core';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { LoadingPage } from '../../app/LoadingPage.js';
import { PageError } from '../../app/PageError.js';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { CommandForm } from '../../shared/CommandForm.js';
import { Page } from '../../shared/Page.js';
import { PageTitle } from '../../shared/PageTitle.js';
import { useAnswer } from '../../shared/use-answer.js';
import { useCommand } from '../../shared/use-command.js';
import { createCommand, periodForm, type CycleForm } from './cycle-form.js';
import { CycleFields } from './CycleFields.js';
import { useParticipantIds } from './use-participant-ids.js';
import { useYears } from './use-years.js';

const DEFAULT_PROCEDURE = 'review-conference-first';

export default function CycleCreate() {
  const [params] = useSearchParams();
  const copyOf = params.get('copyOf') ?? undefined;
  const source = useAnswer<ReviewCycleView>(copyOf && `/review-cycles/${encodeURIComponent(copyOf)}`);
  const units = useParticipantIds(copyOf);
  const setId = source.data?.criteriaSet.setId;
  const set = useAnswer<CriteriaSetItem>(setId && `/criteria-sets/${setId}`);
  const error = source.error ?? units.error ?? set.error;
  if (copyOf === undefined) return <NewCycle />;
  if (error) return <PageError error={error} />;
  if (!source.data || !units.data || !set.data) return <LoadingPage />;
  const issued = set.data.versions.find(({ status }) => status === 'issued');
  return (
    <NewCycle key={copyOf} source={source.data} unitIds={units.data} criteriaSetVersionId={issued?.id} />
  );
}

interface NewCycleProps {
  readonly source?: ReviewCycleView;
  readonly unitIds?: readonly string[];
  /** The newest issued version of the set of the earlier cycle. */
  readonly criteriaSetVersionId?: string | undefined;
}

function NewCycle({ source, unitIds = [], criteriaSetVersionId = '' }: NewCycleProps) {
  const text = useText();
  const language = useLanguage();
  const command = useCommand();
  const notify = useNotify();
  const navigate = useNavigate();
  const years = useYears();
  const empty = {
    kind: 'quarter',
    preset: 'calendar',
    year: years[1] ?? 0,
    index: 1,
    start: '',
    end: '',
    asOf: '',
  } as const;
  const submit = async (form: CycleForm) => {
    const { id } = await command<{ id: string }>({
      resource: 'review-cycles',
      body: createCommand(form, source?.id),
    });
    return { id, name: form.names.vi };
  };
  const done = ({ id, name }: { id: string; name: string }) => {
    notify(text('resources.review-cycles.created', { name }), { type: 'success' });
    void navigate(`/review-cycles/${id}/show`);
  };
  return (
    <Page narrow>
      <PageTitle
        title={text(source ? 'resources.review-cycles.copyTitle' : 'resources.review-cycles.create')}
      />
      {source && (
        <Alert severity="info" variant="outlined" sx={{ mb: 2 }}>
          {text('resources.review-cycles.copyExplain', { name: nameIn(source.names, language) })}
        </Alert>
      )}
      <CommandForm<CycleForm>
        defaultValues={{
          code: '',
          names: { vi: '', en: '' },
          ...(source ? { ...periodForm(source.period), asOf: '' } : empty),
          criteriaSetVersionId,
          procedureCode: source?.procedure.code ?? DEFAULT_PROCEDURE,
          unitIds: [...unitIds],
          deadlines: {},
        }}
        submit={submit}
        submitLabel={text('resources.review-cycles.create')}
        onDone={(answer) => done(answer as { id: string; name: string })}
      >
        <CycleFields isNew years={years} />
      </CommandForm>
    </Page>
  );
}
