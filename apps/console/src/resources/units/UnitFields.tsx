import { unitTypeNames, unitTypes, type PeerGroupView, type UnitDetail } from '@nhip/contracts';
import { useGetList } from 'ra-core';
import { SelectInput, TextInput } from 'react-admin';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { UnitInput } from '../../shared/UnitInput.js';
import { mandatory } from '../../shared/mandatory.js';

/** The fields of a unit that change over time: for a new one and for a change. */
export function UnitFields({ parent }: { parent?: UnitDetail['parent'] }) {
  const text = useText();
  const language = useLanguage();
  const { data: groups = [] } = useGetList<PeerGroupView>('peer-groups', {
    pagination: { page: 1, perPage: 200 },
  });
  return (
    <>
      <TextInput source="names.vi" label={text('resources.units.fields.names.vi')} validate={mandatory} />
      <TextInput source="names.en" label={text('resources.units.fields.names.en')} />
      <TextInput source="shortName" label={text('resources.units.fields.shortName')} />
      <SelectInput
        source="unitType"
        label={text('resources.units.fields.unitType')}
        choices={unitTypes.map((type) => ({ id: type, name: unitTypeNames[type][language] }))}
        translateChoice={false}
        validate={mandatory}
      />
      <UnitInput
        source="parentCode"
        label={text('resources.units.fields.parent')}
        {...(parent !== undefined && { initial: parent })}
      />
      <SelectInput
        source="peerGroupCode"
        label={text('resources.units.fields.peerGroup')}
        choices={groups.map((group) => ({ id: group.code, name: nameIn(group.names, language) }))}
        translateChoice={false}
        emptyText={text('resources.units.noPeerGroup')}
      />
    </>
  );
}
