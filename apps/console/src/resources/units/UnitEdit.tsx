import Alert from '@mui/material/Alert';
import TextField from '@mui/material/TextField';
import { formatDay, type ChangeUnitCommand, type UnitDetail } from '@nhip/contracts';
import { useDataProvider, useNotify } from 'ra-core';
import { TextInput } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { useText } from '../../i18n/use-text.js';
import { CommandForm } from '../../shared/CommandForm.js';
import { DayInput } from '../../shared/DayInput.js';
import { PageTitle } from '../../shared/PageTitle.js';
import { RecordPage } from '../../shared/RecordPage.js';
import { useCommand } from '../../shared/use-command.js';
import { UnitFields } from './UnitFields.js';
import { mandatory } from '../../shared/mandatory.js';

export default function UnitEdit() {
  return (
    <RecordPage<UnitDetail> resource="units" narrow>
      {(unit) => <ChangeUnit unit={unit} />}
    </RecordPage>
  );
}

type Change = Required<Omit<ChangeUnitCommand, 'from' | 'reason'>> &
  Partial<Pick<ChangeUnitCommand, 'from' | 'reason'>>;

const changeable = (unit: UnitDetail): Change => ({
  names: unit.names,
  shortName: unit.shortName,
  unitType: unit.unitType,
  parentCode: unit.parent?.code ?? null,
  peerGroupCode: unit.peerGroup?.code ?? null,
});

function ChangeUnit({ unit }: { unit: UnitDetail }) {
  const text = useText();
  const command = useCommand();
  const dataProvider = useDataProvider();
  const notify = useNotify();
  const navigate = useNavigate();
  const submit = async (change: Change, revision: number | undefined) => {
    const { vi, en } = change.names;
    const names = { vi, ...(en ? { en } : {}) };
    await command({
      resource: 'units',
      id: unit.id,
      verb: 'change',
      body: { ...change, names },
      ...(revision !== undefined && { revision }),
    });
    return change;
  };
  const done = ({ names, from = '' }: Change) => {
    notify(text('resources.units.changed', { name: names.vi, day: formatDay(from) }), { type: 'success' });
    void navigate(`/units/${unit.id}/show`);
  };
  const latest = async () => {
    const { data } = await dataProvider.getOne<UnitDetail>('units', { id: unit.id });
    return { revision: data.revision, values: changeable(data) };
  };
  return (
    <>
      <PageTitle title={text('resources.units.change')} subtitle={unit.names.vi} />
      <Alert severity="info" variant="outlined" sx={{ mb: 2 }}>
        {text('resources.units.changeExplain')}
      </Alert>
      <CommandForm<Change>
        defaultValues={changeable(unit)}
        revision={unit.revision}
        submit={submit}
        latest={latest}
        onDone={(change) => done(change as Change)}
      >
        <TextField label={text('resources.units.fields.code')} value={unit.code} disabled />
        <UnitFields parent={unit.parent} />
        <DayInput source="from" label={text('resources.units.fields.from')} required />
        <TextInput
          source="reason"
          label={text('shell.form.reason')}
          helperText={text('shell.form.reasonHelp')}
          multiline
          minRows={2}
          validate={mandatory}
        />
      </CommandForm>
    </>
  );
}
