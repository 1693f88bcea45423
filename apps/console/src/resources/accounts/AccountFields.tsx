import { SelectInput, TextInput } from 'react-admin';
import { useText } from '../../i18n/use-text.js';
import { mandatory } from '../../shared/mandatory.js';

const languages = [
  { id: 'vi', name: 'Tiếng Việt' },
  { id: 'en', name: 'English' },
];

export function AccountFields() {
  const text = useText();
  return (
    <>
      <TextInput source="fullName" label={text('resources.accounts.fields.fullName')} validate={mandatory} />
      <TextInput source="email" type="email" label={text('resources.accounts.fields.email')} />
      <TextInput source="phone" type="tel" label={text('resources.accounts.fields.phone')} />
      <SelectInput
        source="language"
        label={text('resources.accounts.fields.language')}
        choices={languages}
        translateChoice={false}
        validate={mandatory}
      />
    </>
  );
}
