import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import type { SupervisionView } from '@nhip/contracts';
import { useNotify } from 'ra-core';
import { BooleanInput, TextInput } from 'react-admin';
import { useState } from 'react';
import { useText } from '../../i18n/use-text.js';
import { CommandForm } from '../../shared/CommandForm.js';
import { DayInput } from '../../shared/DayInput.js';
import { filled } from '../../shared/filled.js';
import { mandatory } from '../../shared/mandatory.js';
import { useCommand } from '../../shared/use-command.js';
import { deadlineInputOf, noDeadline } from '../tasks/deadline-input.js';
import { PhraseField } from '../tasks/PhraseField.js';

export type FollowUp = 'requirement' | 'recommendation' | 'present';

interface FollowUpDialogProps {
  readonly supervision: SupervisionView;
  readonly what: FollowUp;
  readonly onClose: () => void;
}

interface Words {
  readonly title?: string;
  readonly body?: string;
  readonly product?: string;
  readonly responsibility?: string;
  readonly addressee?: string;
  readonly fromUnit?: boolean;
  readonly presentedTo?: string;
  readonly presentedOn?: string;
}

const verbs = { requirement: 'requirements', recommendation: 'recommendations', present: 'present' } as const;

/** A requirement down, a recommendation up, or everything presented to the council. */
export function FollowUpDialog({ supervision, what, onClose }: FollowUpDialogProps) {
  const text = useText();
  const command = useCommand();
  const notify = useNotify();
  const [deadline, setDeadline] = useState(noDeadline);
  const submit = (words: Words) =>
    command({
      resource: 'supervisions',
      id: supervision.id,
      verb: verbs[what],
      body: { ...filled(words), ...(what !== 'present' && { deadline: deadlineInputOf(deadline) }) },
      revision: supervision.revision,
    });
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth>
      <DialogTitle>{text(`resources.supervisions.dialogs.${what}.title`)}</DialogTitle>
      <DialogContent>
        <CommandForm<Words>
          plain
          submit={submit}
          submitLabel={text(`resources.supervisions.dialogs.${what}.submit`)}
          onCancel={onClose}
          onDone={() => {
            notify(text(`resources.supervisions.dialogs.${what}.done`), { type: 'success' });
            onClose();
          }}
        >
          {what === 'present' ? (
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
          ) : (
            <>
              <TextInput
                source="title"
                label={text(`resources.supervisions.dialogs.${what}.what`)}
                validate={mandatory}
                multiline
              />
              <TextInput source="body" label={text('resources.tasks.fields.body')} multiline minRows={2} />
              {what === 'requirement' ? (
                <>
                  <TextInput source="product" label={text('resources.tasks.fields.product')} />
                  <TextInput source="responsibility" label={text('resources.tasks.fields.responsibility')} />
                </>
              ) : (
                <>
                  <TextInput
                    source="addressee"
                    label={text('resources.recommendations.fields.addressee')}
                    validate={mandatory}
                  />
                  <BooleanInput source="fromUnit" label={text('resources.supervisions.fromUnit')} />
                </>
              )}
              <PhraseField value={deadline} onChange={setDeadline} documentDay={supervision.heldOn} />
            </>
          )}
        </CommandForm>
      </DialogContent>
    </Dialog>
  );
}
