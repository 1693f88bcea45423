import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import type { CauseItem, TaskAnswer, TaskView } from '@nhip/contracts';
import { useDataProvider, useInput, useNotify, ValidationError } from 'ra-core';
import { TextInput } from 'react-admin';
import { useState } from 'react';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { UnsentFiles } from '../../parts/evidence/UnsentFiles.js';
import { nameIn } from '../../session/language.js';
import { CommandForm } from '../../shared/CommandForm.js';
import { ConfirmWithReason } from '../../shared/ConfirmWithReason.js';
import { mandatory } from '../../shared/mandatory.js';
import { useAnswer } from '../../shared/use-answer.js';
import { useCommand } from '../../shared/use-command.js';

const empty: TaskAnswer = { causes: [], text: '', measures: '' };

/** The unit's explanation: causes from the list, in words, and what will be done. The head sends it; officers put it to the head. */
export function AnswerForm({ task, unsent }: { task: TaskView; unsent: number }) {
  const text = useText();
  const command = useCommand();
  const dataProvider = useDataProvider();
  const notify = useNotify();
  const sends = task.actions.some(({ event }) => event === 'send');
  const verb = sends ? 'send-answer' : 'prepare-answer';
  const submit = async (answer: TaskAnswer, revision: number | undefined) => {
    const { causes, text: words, measures } = answer;
    await command({
      resource: 'tasks',
      id: task.id,
      verb,
      body: { answer: { causes, text: words, measures: measures ?? '' } },
      ...(revision !== undefined && { revision }),
    });
  };
  const latest = async () => {
    const { data } = await dataProvider.getOne<TaskView>('tasks', { id: task.id });
    return { revision: data.revision, values: data.answer ?? empty };
  };
  return (
    <>
      {task.state === 'returned' && (
        <Alert severity="warning" variant="outlined" sx={{ mb: 2 }}>
          {text('resources.tasks.returnedHint')}
        </Alert>
      )}
      <CommandForm<TaskAnswer>
        key={task.id}
        defaultValues={task.answer ?? empty}
        revision={task.revision}
        submit={submit}
        latest={latest}
        submitLabel={text(sends ? 'resources.tasks.send' : 'resources.tasks.prepare')}
        onCancel={null}
        onDone={() =>
          notify(text(sends ? 'resources.tasks.sent' : 'resources.tasks.prepared'), { type: 'success' })
        }
      >
        <Causes />
        <TextInput
          source="text"
          label={text('resources.tasks.fields.answer.text')}
          helperText={text('resources.tasks.answerHelp')}
          multiline
          minRows={4}
          validate={mandatory}
        />
        <TextInput
          source="measures"
          label={text('resources.tasks.fields.answer.measures')}
          helperText={text('resources.tasks.measuresHelp')}
          multiline
          minRows={2}
        />
        <UnsentFiles count={unsent} />
        {!sends && <FormHelperText>{text('resources.tasks.waitsForHead')}</FormHelperText>}
      </CommandForm>
      <HandBack task={task} />
    </>
  );
}

function Causes() {
  const text = useText();
  const language = useLanguage();
  const { data } = useAnswer<{ readonly items: readonly CauseItem[] }>('/causes');
  const { field, fieldState } = useInput<TaskAnswer>({
    source: 'causes',
    defaultValue: [],
    validate: (value: unknown) =>
      Array.isArray(value) && value.length > 0 ? undefined : text('resources.tasks.causeMissing'),
  });
  const chosen = (field.value ?? []) as readonly string[];
  const message = fieldState.error?.message;
  return (
    <Box component="fieldset" sx={{ border: 0, p: 0, m: 0, mb: 1 }}>
      <FormLabel component="legend" required error={fieldState.invalid}>
        {text('resources.tasks.fields.answer.causes')}
      </FormLabel>
      <Box sx={{ columns: { sm: 2 }, columnGap: 2 }}>
        {data?.items.map((cause) => (
          <Box key={cause.code} sx={{ breakInside: 'avoid' }}>
            <FormControlLabel
              control={
                <Checkbox
                  size="small"
                  sx={{ py: 0.5 }}
                  checked={chosen.includes(cause.code)}
                  onChange={(_event, checked) =>
                    field.onChange(
                      checked ? [...chosen, cause.code] : chosen.filter((code) => code !== cause.code),
                    )
                  }
                />
              }
              label={nameIn(cause.names, language)}
            />
          </Box>
        ))}
      </Box>
      {message !== undefined && (
        <FormHelperText error>
          <ValidationError error={message} />
        </FormHelperText>
      )}
    </Box>
  );
}

function HandBack({ task }: { task: TaskView }) {
  const text = useText();
  const command = useCommand();
  const notify = useNotify();
  const [open, setOpen] = useState(false);
  if (!task.actions.some(({ event }) => event === 'hand-back')) return null;
  return (
    <>
      <Button variant="outlined" sx={{ mb: 2 }} onClick={() => setOpen(true)}>
        {text('resources.tasks.handBack')}
      </Button>
      {open && (
        <ConfirmWithReason
          title={text('resources.tasks.handBack')}
          confirmLabel={text('resources.tasks.handBack')}
          submit={(reason) =>
            command({
              resource: 'tasks',
              id: task.id,
              verb: 'hand-back',
              body: { reason },
              revision: task.revision,
            })
          }
          onDone={() => notify(text('resources.tasks.handedBack'), { type: 'success' })}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
