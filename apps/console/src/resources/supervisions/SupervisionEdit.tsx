import type { SupervisionMember, SupervisionView } from '@nhip/contracts';
import { useDataProvider, useNotify } from 'ra-core';
import { useState } from 'react';
import { Navigate, useNavigate } from 'react-router-dom';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { CommandForm } from '../../shared/CommandForm.js';
import { PageTitle } from '../../shared/PageTitle.js';
import { RecordPage } from '../../shared/RecordPage.js';
import { useCommand } from '../../shared/use-command.js';
import { UnitsField, type UnitChoice } from '../tasks/UnitsField.js';
import { commandOf, formOf, idOf, type SupervisionForm } from './supervision-form.js';
import { SupervisionFields } from './SupervisionFields.js';
import { TeamField } from './TeamField.js';

export default function SupervisionEdit() {
  return (
    <RecordPage<SupervisionView> resource="supervisions" narrow>
      {(supervision) => <EditOwn key={supervision.id} supervision={supervision} />}
    </RecordPage>
  );
}

function EditOwn({ supervision }: { supervision: SupervisionView }) {
  const text = useText();
  const language = useLanguage();
  const command = useCommand();
  const dataProvider = useDataProvider();
  const notify = useNotify();
  const navigate = useNavigate();
  const [units, setUnits] = useState<readonly UnitChoice[]>(supervision.units);
  const [members, setMembers] = useState(supervision.members as readonly SupervisionMember[]);
  const page = `/supervisions/${supervision.id}/show`;
  if (!supervision.own || supervision.state !== 'open') return <Navigate to={page} replace />;
  const submit = (form: SupervisionForm, revision: number | undefined) =>
    command({
      resource: 'supervisions',
      id: supervision.id,
      verb: 'edit',
      body: { ...commandOf(form), unitIds: units.map(idOf), memberIds: members.map(idOf) },
      ...(revision !== undefined && { revision }),
    });
  const latest = async () => {
    const { data } = await dataProvider.getOne<SupervisionView>('supervisions', { id: supervision.id });
    return { revision: data.revision, values: formOf(data) };
  };
  return (
    <>
      <PageTitle
        title={text('resources.supervisions.edit')}
        subtitle={supervision.units.map(({ names }) => nameIn(names, language)).join(', ')}
      />
      <CommandForm<SupervisionForm>
        defaultValues={formOf(supervision)}
        revision={supervision.revision}
        submit={submit}
        latest={latest}
        onDone={() => {
          notify(text('resources.supervisions.saved'), { type: 'success' });
          void navigate(page);
        }}
      >
        <UnitsField
          label={text('resources.supervisions.fields.unit')}
          value={units}
          onChange={setUnits}
          required
        />
        <TeamField value={members} onChange={setMembers} />
        <SupervisionFields />
      </CommandForm>
    </>
  );
}
