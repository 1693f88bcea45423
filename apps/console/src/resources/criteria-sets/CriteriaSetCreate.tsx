import type { CriteriaSetItem } from '@nhip/contracts';
import { useGetList, useNotify } from 'ra-core';
import { SelectInput, TextInput } from 'react-admin';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { CommandForm } from '../../shared/CommandForm.js';
import { filled } from '../../shared/filled.js';
import { mandatory } from '../../shared/mandatory.js';
import { Page } from '../../shared/Page.js';
import { PageTitle } from '../../shared/PageTitle.js';
import { useCommand } from '../../shared/use-command.js';

interface NewSet {
  readonly code: string;
  readonly names: { readonly vi: string; readonly en?: string };
  readonly copyOf: string;
}

/** A new set begins as a copy of a version that is there. */
export default function CriteriaSetCreate() {
  const text = useText();
  const language = useLanguage();
  const command = useCommand();
  const notify = useNotify();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const { data: sets = [] } = useGetList<CriteriaSetItem>('criteria-sets', {
    pagination: { page: 1, perPage: 200 },
  });
  const choices = sets.flatMap(({ code, names, versions }) =>
    versions.map(({ id, version }) => ({
      id,
      name: `${nameIn(names, language)} (${code}, ${text('resources.criteria-sets.version', { number: version })})`,
    })),
  );
  const submit = async (form: NewSet) => {
    const { id } = await command<{ id: string }>({ resource: 'criteria-sets', body: filled(form) });
    return { id, name: form.names.vi };
  };
  const done = ({ id, name }: { id: string; name: string }) => {
    notify(text('resources.criteria-sets.created', { name }), { type: 'success' });
    void navigate(`/criteria-sets/${id}/show`);
  };
  return (
    <Page narrow>
      <PageTitle
        title={text('resources.criteria-sets.create')}
        subtitle={text('resources.criteria-sets.createHint')}
      />
      <CommandForm<NewSet>
        defaultValues={{ code: '', names: { vi: '', en: '' }, copyOf: params.get('copyOf') ?? '' }}
        submit={submit}
        submitLabel={text('resources.criteria-sets.create')}
        onDone={(answer) => done(answer as { id: string; name: string })}
      >
        <SelectInput
          source="copyOf"
          label={text('resources.criteria-sets.fields.copyOf')}
          choices={choices}
          translateChoice={false}
          validate={mandatory}
        />
        <TextInput source="code" label={text('resources.criteria-sets.fields.code')} validate={mandatory} />
        <TextInput
          source="names.vi"
          label={text('resources.criteria-sets.fields.names.vi')}
          validate={mandatory}
        />
        <TextInput source="names.en" label={text('resources.criteria-sets.fields.names.en')} />
      </CommandForm>
    </Page>
  );
}
