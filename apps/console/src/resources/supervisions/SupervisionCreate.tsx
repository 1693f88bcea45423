import type { SupervisionMember } from '@nhip/contracts';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useText } from '../../i18n/use-text.js';
import { useMe } from '../../session/SessionContext.js';
import { CommandForm } from '../../shared/CommandForm.js';
import { Page } from '../../shared/Page.js';
import { PageTitle } from '../../shared/PageTitle.js';
import { useCommand } from '../../shared/use-command.js';
import { UnitsInput, type UnitChoice } from '../tasks/UnitsField.js';
import { commandOf, idOf, type SupervisionForm } from './supervision-form.js';
import { SupervisionFields } from './SupervisionFields.js';
import { TeamField } from './TeamField.js';

interface NewSupervision extends SupervisionForm {
  readonly units: readonly UnitChoice[];
}

export default function SupervisionCreate() {
  const text = useText();
  const command = useCommand();
  const notify = useNotify();
  const navigate = useNavigate();
  const { account } = useMe();
  const [members, setMembers] = useState<readonly SupervisionMember[]>([]);
  const submit = ({ units, ...form }: NewSupervision) =>
    command<{ id: string }>({
      resource: 'supervisions',
      body: { ...commandOf(form), unitIds: units.map(idOf), memberIds: members.map(idOf) },
    });
  return (
    <Page narrow>
      <PageTitle
        title={text('resources.supervisions.create')}
        subtitle={text('resources.supervisions.createExplain')}
      />
      <CommandForm<NewSupervision>
        submit={submit}
        submitLabel={text('resources.supervisions.create')}
        onDone={(answer) => {
          notify(text('resources.supervisions.created'), { type: 'success' });
          void navigate(`/supervisions/${(answer as { id: string }).id}/show`);
        }}
      >
        <UnitsInput source="units" label={text('resources.supervisions.fields.unit')} />
        <TeamField value={members} onChange={setMembers} always={account.id} />
        <SupervisionFields />
      </CommandForm>
    </Page>
  );
}
