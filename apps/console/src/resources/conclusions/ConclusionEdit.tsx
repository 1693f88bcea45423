import Box from '@mui/material/Box';
import type { ConclusionView, WeakResult } from '@nhip/contracts';
import { useDataProvider, useNotify } from 'ra-core';
import { Navigate, useNavigate } from 'react-router-dom';
import { useText } from '../../i18n/use-text.js';
import { CommandForm } from '../../shared/CommandForm.js';
import { PageTitle } from '../../shared/PageTitle.js';
import { RecordPage } from '../../shared/RecordPage.js';
import { useAnswer } from '../../shared/use-answer.js';
import { useCommand } from '../../shared/use-command.js';
import { editOf, formOf, type ConclusionForm } from './conclusion-form.js';
import { CycleFigures } from './CycleFigures.js';
import { HeadingFields } from './HeadingFields.js';
import { ItemsField } from './ItemsField.js';

/** The writer: the figures of the cycle left, the numbered lines right. */
export default function ConclusionEdit() {
  return (
    <RecordPage<ConclusionView> resource="conclusions">
      {(conclusion) => <Writer key={conclusion.id} conclusion={conclusion} />}
    </RecordPage>
  );
}

function Writer({ conclusion }: { conclusion: ConclusionView }) {
  const text = useText();
  const command = useCommand();
  const dataProvider = useDataProvider();
  const notify = useNotify();
  const navigate = useNavigate();
  const { cycle } = conclusion;
  const weak = useAnswer<{ readonly items: readonly WeakResult[] }>(
    cycle === null ? undefined : `/review-cycles/${cycle.id}/weak-results`,
  );
  if (conclusion.state !== 'draft') return <Navigate to={`/conclusions/${conclusion.id}/show`} replace />;
  const submit = (form: ConclusionForm, revision: number | undefined) =>
    command({
      resource: 'conclusions',
      id: conclusion.id,
      verb: 'edit',
      body: editOf(form),
      ...(revision !== undefined && { revision }),
    });
  const latest = async () => {
    const { data } = await dataProvider.getOne<ConclusionView>('conclusions', { id: conclusion.id });
    return { revision: data.revision, values: formOf(data) };
  };
  return (
    <>
      <PageTitle title={text('resources.conclusions.write')} subtitle={conclusion.title} />
      <Box sx={columns}>
        <Box sx={figures}>
          <CycleFigures cycle={cycle} weak={weak.data?.items} />
        </Box>
        <Box sx={{ minWidth: 0 }}>
          <CommandForm<ConclusionForm>
            defaultValues={formOf(conclusion)}
            revision={conclusion.revision}
            submit={submit}
            latest={latest}
            submitLabel={text('resources.conclusions.save')}
            onCancel={() => void navigate(`/conclusions/${conclusion.id}/show`)}
            onDone={() => {
              notify(text('resources.conclusions.saved'), { type: 'success' });
              void navigate(`/conclusions/${conclusion.id}/show`);
            }}
          >
            <HeadingFields />
            <ItemsField ofCycle={cycle !== null} weak={weak.data?.items ?? []} />
          </CommandForm>
        </Box>
      </Box>
    </>
  );
}

const columns = {
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 2fr) minmax(0, 3fr)' },
  columnGap: 2,
  alignItems: 'start',
} as const;

/** On a phone the figures stand below the lines. */
const figures = {
  minWidth: 0,
  order: { xs: 1, lg: 0 },
  position: { lg: 'sticky' },
  top: { lg: 64 },
  maxHeight: { lg: 'calc(100vh - 80px)' },
  overflowY: { lg: 'auto' },
} as const;
