import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import {
  councilStepNames,
  councilSteps,
  explanationDays,
  type CouncilLadder,
  type CouncilStep,
} from '@nhip/contracts';
import { useNotify } from 'ra-core';
import { BooleanInput, FormDataConsumer, SelectInput, TextInput } from 'react-admin';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { CommandForm } from '../../shared/CommandForm.js';
import { DayInput } from '../../shared/DayInput.js';
import { filled } from '../../shared/filled.js';
import { mandatory } from '../../shared/mandatory.js';
import { useCommand } from '../../shared/use-command.js';

interface CouncilStepDialogProps {
  readonly supervisionId: string;
  readonly ladder: CouncilLadder;
  readonly onClose: () => void;
}

interface Words {
  readonly step?: CouncilStep;
  readonly documentNumber?: string;
  readonly onDay?: string;
  readonly complex?: boolean;
  readonly note?: string;
}

/** The next step of the council's ladder, with number and day of its document. */
export function CouncilStepDialog({ supervisionId, ladder, onClose }: CouncilStepDialogProps) {
  const text = useText();
  const language = useLanguage();
  const command = useCommand();
  const notify = useNotify();
  const { record, offered, title } = ladder;
  const submit = (words: Words) =>
    command({
      resource: 'supervisions',
      id: supervisionId,
      verb: 'council-steps',
      body: { record, ...filled(words) },
    });
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth>
      <DialogTitle>{text('resources.supervisions.nextStep')}</DialogTitle>
      <DialogContent>
        <DialogContentText sx={{ mb: 1 }}>{title}</DialogContentText>
        <CommandForm<Words>
          plain
          defaultValues={{ ...(offered[0] && { step: offered[0] }) }}
          submit={submit}
          submitLabel={text('resources.supervisions.recordStep')}
          onCancel={onClose}
          onDone={() => {
            notify(text('resources.supervisions.stepRecorded'), { type: 'success' });
            onClose();
          }}
        >
          <SelectInput
            source="step"
            label={text('resources.supervisions.fields.step')}
            validate={mandatory}
            translateChoice={false}
            choices={offered.map((step) => ({
              id: step,
              name: text('resources.supervisions.stepOf', {
                place: councilSteps.indexOf(step) + 1,
                step: councilStepNames[step][language],
              }),
            }))}
          />
          <TextInput
            source="documentNumber"
            label={text('resources.tasks.fields.documentNumber')}
            validate={mandatory}
          />
          <DayInput
            source="onDay"
            label={text('resources.tasks.fields.documentOn')}
            helperText={text('resources.conclusions.issuedOnHelp')}
          />
          <FormDataConsumer<Words>>
            {({ formData }) =>
              formData.step === 'explanation-session' && (
                <BooleanInput
                  source="complex"
                  label={text('resources.supervisions.complex', explanationDays)}
                />
              )
            }
          </FormDataConsumer>
          <TextInput
            source="note"
            label={text('resources.supervisions.fields.note')}
            helperText={text('resources.supervisions.noteHelp')}
            multiline
            minRows={2}
          />
        </CommandForm>
      </DialogContent>
    </Dialog>
  );
}
