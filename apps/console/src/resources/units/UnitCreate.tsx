import type { NewUnit } from '@nhip/contracts';
import { useNotify } from 'ra-core';
import { TextInput } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { useText } from '../../i18n/use-text.js';
import { DayInput } from '../../shared/DayInput.js';
import { CommandForm } from '../../shared/CommandForm.js';
import { Page } from '../../shared/Page.js';
import { PageTitle } from '../../shared/PageTitle.js';
import { pathsWithin } from '../../providers/api-problem.js';
import { useCommand } from '../../shared/use-command.js';
import { filled } from '../../shared/filled.js';
import { UnitFields } from './UnitFields.js';
import { mandatory } from '../../shared/mandatory.js';

export default function UnitCreate() {
  const text = useText();
  const command = useCommand();
  const notify = useNotify();
  const navigate = useNavigate();
  const done = (unit: NewUnit) => {
    notify(text('resources.units.created', { name: unit.names.vi }), { type: 'success' });
    void navigate('/units');
  };
  const submit = async (unit: NewUnit) => {
    await pathsWithin('units.0', command({ resource: 'units', body: { units: [filled(unit)] } }));
    return unit;
  };
  return (
    <Page narrow>
      <PageTitle title={text('resources.units.create')} />
      <CommandForm<NewUnit> submit={submit} onDone={(unit) => done(unit as NewUnit)}>
        <TextInput source="code" label={text('resources.units.fields.code')} validate={mandatory} />
        <UnitFields />
        <DayInput source="from" label={text('resources.units.fields.from')} required />
      </CommandForm>
    </Page>
  );
}
