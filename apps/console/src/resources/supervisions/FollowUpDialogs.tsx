import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import type { SupervisionView } from '@nhip/contracts';
import { useNotify } from 'ra-core';
import { SelectInput, TextInput } from 'react-admin';
import { useState } from 'react';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { CommandForm } from '../../shared/CommandForm.js';
import { DayInput } from '../../shared/DayInput.js';
import { filled } from '../../shared/filled.js';
import { mandatory } from '../../shared/mandatory.js';
import { useCommand } from '../../shared/use-command.js';
import { deadlineInputOf, noDeadline } from '../tasks/deadline-input.js';
import { PhraseField } from '../tasks/PhraseField.js';
import { SupervisedUnits } from './SupervisedUnits.js';

export type FollowUp = 'reports' | 'requirement' | 'recommendation' | 'present';

interface FollowUpDialogProps {
  readonly supervision: SupervisionView;
  readonly what: FollowUp;
  readonly onClose: () => void;
}

interface Words {
  readonly title?: string;
  readonly outline?: string;
  readonly body?: string;
  readonly product?: string;
  readonly responsibility?: string;
  readonly addressee?: string;
  readonly fromUnitId?: string;
  readonly presentedTo?: string;
  readonly presentedOn?: string;
}

const verbs = {
  reports: 'reports',
  requirement: 'requirements',
  recommendation: 'recommendations',
  present: 'present',
} as const;
/** Those that are put to chosen units. */
const toUnits: readonly FollowUp[] = ['reports', 'requirement'];

/** Reports asked for, a requirement down, a recommendation up, or everything presented to the council. */
export function FollowUpDialog({ supervision, what, onClose }: FollowUpDialogProps) {
  const text = useText();
  const command = useCommand();
  const notify = useNotify();
  const [deadline, setDeadline] = useState(noDeadline);
  const [unitIds, setUnitIds] = useState<readonly string[]>(supervision.units.map(({ id }) => id));
  const submit = (words: Words) =>
    command({
      resource: 'supervisions',
      id: supervision.id,
      verb: verbs[what],
      body: {
        ...filled(words),
        ...(toUnits.includes(what) && { unitIds }),
        ...(what !== 'present' && { deadline: deadlineInputOf(deadline) }),
      },
      revision: supervision.revision,
    });
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth>
      <DialogTitle>{text(`resources.supervisions.dialogs.${what}.title`)}</DialogTitle>
      <DialogContent>
        <CommandForm<Words>
          plain
          {...(what === 'reports' && {
            defaultValues: {
              title: text('resources.supervisions.reportTitle', { title: supervision.title }),
            },
          })}
          submit={submit}
          submitLabel={text(`resources.supervisions.dialogs.${what}.submit`)}
          onCancel={onClose}
          onDone={() => {
            notify(text(`resources.supervisions.dialogs.${what}.done`), { type: 'success' });
            onClose();
          }}
        >
          {what === 'present' ? <Presented /> : <Demand what={what} units={supervision.units} />}
          {toUnits.includes(what) && (
            <SupervisedUnits units={supervision.units} value={unitIds} onChange={setUnitIds} />
          )}
          {what !== 'present' && (
            <PhraseField
              value={deadline}
              onChange={setDeadline}
              {...(what !== 'reports' && { documentDay: supervision.heldOn })}
            />
          )}
        </CommandForm>
      </DialogContent>
    </Dialog>
  );
}

function Presented() {
  const text = useText();
  return (
    <>
      <TextInput
        source="presentedTo"
        label={text('resources.supervisions.fields.presentedTo')}
        validate={mandatory}
      />
      <DayInput
        source="presentedOn"
        label={text('resources.supervisions.fields.presentedOn')}
        helperText={text('resources.recommendations.doneOnHelp')}
      />
    </>
  );
}

interface DemandProps {
  readonly what: Exclude<FollowUp, 'present'>;
  readonly units: SupervisionView['units'];
}

function Demand({ what, units }: DemandProps) {
  const text = useText();
  const language = useLanguage();
  return (
    <>
      <TextInput
        source="title"
        label={text(`resources.supervisions.dialogs.${what}.what`)}
        validate={mandatory}
        multiline
      />
      {what === 'reports' ? (
        <TextInput
          source="outline"
          label={text('resources.supervisions.fields.outline')}
          multiline
          minRows={3}
        />
      ) : (
        <TextInput source="body" label={text('resources.tasks.fields.body')} multiline minRows={2} />
      )}
      {what === 'requirement' && (
        <>
          <TextInput source="product" label={text('resources.tasks.fields.product')} />
          <TextInput source="responsibility" label={text('resources.tasks.fields.responsibility')} />
        </>
      )}
      {what === 'recommendation' && (
        <>
          <TextInput
            source="addressee"
            label={text('resources.recommendations.fields.addressee')}
            validate={mandatory}
          />
          <SelectInput
            source="fromUnitId"
            label={text('resources.supervisions.recommends')}
            translateChoice={false}
            emptyText={text('resources.recommendations.team')}
            choices={units.map(({ id, names }) => ({ id, name: nameIn(names, language) }))}
          />
        </>
      )}
    </>
  );
}
