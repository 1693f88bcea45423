import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import type { RecommendationAnswer, RecommendationView } from '@nhip/contracts';
import { useNotify } from 'ra-core';
import { BooleanInput, TextInput } from 'react-admin';
import { useText } from '../../i18n/use-text.js';
import { CommandForm } from '../../shared/CommandForm.js';
import { DayInput } from '../../shared/DayInput.js';
import { mandatory } from '../../shared/mandatory.js';
import { useCommand } from '../../shared/use-command.js';

interface AnswerDialogProps {
  readonly recommendation: RecommendationView;
  readonly onClose: () => void;
}

/** The authority's answer: whether it agrees, in words, and by which document. */
export function AnswerDialog({ recommendation, onClose }: AnswerDialogProps) {
  const text = useText();
  const command = useCommand();
  const notify = useNotify();
  const submit = ({ text: words, agrees, documentNumber, documentOn }: RecommendationAnswer) =>
    command({
      resource: 'recommendations',
      id: recommendation.id,
      verb: 'answer',
      body: {
        text: words,
        agrees,
        ...(documentNumber && { documentNumber }),
        ...(documentOn && { documentOn }),
      },
      revision: recommendation.revision,
    });
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth>
      <DialogTitle>{text('resources.recommendations.answer')}</DialogTitle>
      <DialogContent>
        <CommandForm<RecommendationAnswer>
          plain
          defaultValues={{ agrees: true }}
          submit={submit}
          submitLabel={text('resources.recommendations.sendAnswer')}
          onCancel={onClose}
          onDone={() => {
            notify(text('resources.recommendations.answered'), { type: 'success' });
            onClose();
          }}
        >
          <TextInput
            source="text"
            label={text('resources.recommendations.fields.answer.text')}
            multiline
            minRows={3}
            validate={mandatory}
          />
          <BooleanInput source="agrees" label={text('resources.recommendations.fields.answer.agrees')} />
          <Box sx={{ display: 'grid', gridTemplateColumns: { sm: '1fr 1fr' }, columnGap: 1 }}>
            <TextInput source="documentNumber" label={text('resources.tasks.fields.documentNumber')} />
            <DayInput source="documentOn" label={text('resources.tasks.fields.documentOn')} />
          </Box>
        </CommandForm>
      </DialogContent>
    </Dialog>
  );
}
