import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormLabel from '@mui/material/FormLabel';
import { formatDay, type FindingView, type TaskView } from '@nhip/contracts';
import { useNotify } from 'ra-core';
import { TextInput } from 'react-admin';
import { useEffect, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { CommandForm } from '../../shared/CommandForm.js';
import { filled } from '../../shared/filled.js';
import { mandatory } from '../../shared/mandatory.js';
import { Page } from '../../shared/Page.js';
import { PageTitle } from '../../shared/PageTitle.js';
import { useAnswer } from '../../shared/use-answer.js';
import { useCommand } from '../../shared/use-command.js';
import { UnitPicker } from '../review-cycles/UnitPicker.js';
import { deadlineInputOf, noDeadline } from './deadline-input.js';
import { PhraseField } from './PhraseField.js';
import { UnitsField, UnitsInput, type UnitChoice } from './UnitsField.js';

interface NewTask {
  readonly units: readonly UnitChoice[];
  readonly title: string;
  readonly body: string;
  readonly product: string;
  readonly responsibility: string;
}

/** A task for each of some units, outside a conclusion. */
export default function TaskCreate() {
  const text = useText();
  const language = useLanguage();
  const command = useCommand();
  const notify = useNotify();
  const navigate = useNavigate();
  /** Chosen by whole peer groups; undefined: one by one. */
  const [many, setMany] = useState<readonly string[]>();
  const [coUnits, setCoUnits] = useState<readonly UnitChoice[]>([]);
  const [deadline, setDeadline] = useState(noDeadline);
  const [params] = useSearchParams();
  const parentId = params.get('parentId');
  const findingId = params.get('findingId');
  const { data: finding } = useAnswer<FindingView>(findingId === null ? undefined : `/findings/${findingId}`);
  const { data: parent } = useAnswer<TaskView>(parentId === null ? undefined : `/tasks/${parentId}`);
  const submit = ({ units, ...words }: NewTask) =>
    command({
      resource: 'tasks',
      body: {
        ...filled(words),
        unitIds: many ?? units.map(({ id }) => id),
        coUnitIds: coUnits.map(({ id }) => id),
        deadline: deadlineInputOf(deadline),
        ...(parentId !== null && { parentId }),
        ...(parent?.cycleId != null && { cycleId: parent.cycleId }),
        ...(finding !== undefined && { findingIds: [finding.id], cycleId: finding.cycleId }),
      },
    });
  return (
    <Page narrow>
      <PageTitle
        title={text(parentId === null ? 'resources.tasks.create' : 'resources.tasks.createPart')}
        subtitle={
          finding !== undefined
            ? text('resources.tasks.aboutFinding', { finding: nameIn(finding.message, language) })
            : parent === undefined
              ? text('resources.tasks.createExplain')
              : parent.dueOn === null
                ? text('resources.tasks.partExplainFree', { title: parent.title })
                : text('resources.tasks.partExplain', { title: parent.title, day: formatDay(parent.dueOn) })
        }
      />
      <CommandForm<NewTask>
        submit={submit}
        submitLabel={text('resources.tasks.assign')}
        onDone={(answer) => {
          const { ids } = answer as { readonly ids: readonly string[] };
          notify(text('resources.tasks.assigned', { count: ids.length }), { type: 'success' });
          void navigate(parentId === null ? '/tasks' : `/tasks/${parentId}/show`);
        }}
      >
        <TextInput source="title" label={text('resources.tasks.fields.title')} validate={mandatory} />
        <TextInput source="body" label={text('resources.tasks.fields.body')} multiline minRows={3} />
        <Units many={many} onMany={setMany} first={finding?.unit ?? undefined} />
        <UnitsField label={text('resources.tasks.fields.coUnits')} value={coUnits} onChange={setCoUnits} />
        <TextInput source="product" label={text('resources.tasks.fields.product')} />
        <TextInput source="responsibility" label={text('resources.tasks.fields.responsibility')} />
        <PhraseField
          {...(parentId !== null && { help: text('resources.tasks.deadline.helpDay') })}
          value={deadline}
          onChange={setDeadline}
        />
      </CommandForm>
    </Page>
  );
}

interface UnitsProps {
  /** Chosen by whole peer groups; undefined: one by one. */
  readonly many: readonly string[] | undefined;
  readonly onMany: (unitIds: readonly string[]) => void;
  /** Whose task it is, unless others are chosen. */
  readonly first: UnitChoice | undefined;
}

function Units({ many, onMany, first }: UnitsProps) {
  const text = useText();
  const { getValues, setValue } = useFormContext<NewTask>();
  useEffect(() => {
    if (first) setValue('units', [first]);
  }, [first, setValue]);
  if (many !== undefined)
    return (
      <Box component="fieldset" sx={{ border: 0, p: 0, m: 0 }}>
        <FormLabel component="legend" required>
          {text('resources.tasks.fields.units')}
        </FormLabel>
        <UnitPicker on={undefined} value={many} onChange={onMany} />
      </Box>
    );
  return (
    <>
      <UnitsInput source="units" label={text('resources.tasks.fields.units')} />
      <Button
        size="small"
        sx={{ alignSelf: 'flex-start' }}
        onClick={() => onMany(getValues('units').map(({ id }) => id))}
      >
        {text('resources.tasks.byGroups')}
      </Button>
    </>
  );
}
