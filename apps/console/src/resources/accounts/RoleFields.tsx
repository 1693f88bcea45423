import { roleLabels, roleNames } from '@nhip/contracts';
import { SelectInput } from 'react-admin';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { UnitInput } from '../../shared/UnitInput.js';
import { mandatory } from '../../shared/mandatory.js';

/** A role and the unit it is for; `within` is the path before the fields: `roles.0.`. */
export function RoleFields({ within = '' }: { within?: string }) {
  const text = useText();
  const language = useLanguage();
  return (
    <>
      <SelectInput
        source={`${within}role`}
        label={text('resources.accounts.fields.role')}
        choices={roleNames.map((role) => ({ id: role, name: roleLabels[role][language] }))}
        translateChoice={false}
        validate={mandatory}
      />
      <UnitInput source={`${within}unitCode`} label={text('resources.accounts.fields.unit')} />
    </>
  );
}
