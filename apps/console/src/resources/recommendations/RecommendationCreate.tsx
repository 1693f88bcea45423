import { useNotify } from 'ra-core';
import { TextInput } from 'react-admin';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useText } from '../../i18n/use-text.js';
import { useMe } from '../../session/SessionContext.js';
import { CommandForm } from '../../shared/CommandForm.js';
import { filled } from '../../shared/filled.js';
import { mandatory } from '../../shared/mandatory.js';
import { Page } from '../../shared/Page.js';
import { PageTitle } from '../../shared/PageTitle.js';
import { useCommand } from '../../shared/use-command.js';
import { deadlineInputOf, noDeadline } from '../tasks/deadline-input.js';
import { PhraseField } from '../tasks/PhraseField.js';
import { UnitsField, type UnitChoice } from '../tasks/UnitsField.js';

interface Words {
  readonly title: string;
  readonly body: string;
  readonly addressee: string;
}

/** What a unit asks of an authority above it. */
export default function RecommendationCreate() {
  const text = useText();
  const command = useCommand();
  const notify = useNotify();
  const navigate = useNavigate();
  const { current } = useMe();
  const own = current.unit;
  const [units, setUnits] = useState<readonly UnitChoice[]>(() => (own ? [{ ...own, code: '' }] : []));
  const [deadline, setDeadline] = useState(noDeadline);
  const [unit] = units;
  const submit = (words: Words) =>
    command<{ id: string }>({
      resource: 'recommendations',
      body: { ...filled(words), unitId: unit?.id, deadline: deadlineInputOf(deadline) },
    });
  return (
    <Page narrow>
      <PageTitle
        title={text('resources.recommendations.create')}
        subtitle={text('resources.recommendations.createExplain')}
      />
      <CommandForm<Words>
        submit={submit}
        submitLabel={text('resources.recommendations.send')}
        onDone={(answer) => {
          notify(text('resources.recommendations.sent'), { type: 'success' });
          void navigate(`/recommendations/${(answer as { id: string }).id}/show`);
        }}
      >
        <TextInput
          source="title"
          label={text('resources.recommendations.fields.title')}
          validate={mandatory}
        />
        <TextInput
          source="body"
          label={text('resources.recommendations.fields.body')}
          multiline
          minRows={3}
        />
        <TextInput
          source="addressee"
          label={text('resources.recommendations.fields.addressee')}
          validate={mandatory}
        />
        <UnitsField
          label={text('resources.recommendations.fields.from')}
          value={units}
          onChange={setUnits}
          single
          required
        />
        <PhraseField
          label={text('resources.recommendations.fields.answerBy')}
          value={deadline}
          onChange={setDeadline}
        />
      </CommandForm>
    </Page>
  );
}
