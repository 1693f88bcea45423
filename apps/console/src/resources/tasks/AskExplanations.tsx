import Button from '@mui/material/Button';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { useText } from '../../i18n/use-text.js';
import { useMe } from '../../session/SessionContext.js';
import { ConfirmWithReason } from '../../shared/ConfirmWithReason.js';
import { useCommand } from '../../shared/use-command.js';
import { deadlineInputOf, noDeadline } from './deadline-input.js';
import { PhraseField } from './PhraseField.js';

/** Asks the units of a cycle to explain what is weak and what was found, each once for all of it. */
export function AskExplanations({ cycleId }: { cycleId: string }) {
  const text = useText();
  const command = useCommand();
  const notify = useNotify();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState(noDeadline);
  if (!useMe().permissions.includes('tasks.assign')) return null;
  const submit = (reason: string) => {
    const deadline = deadlineInputOf(typed);
    return command<{ ids: readonly string[] }>({
      resource: 'review-cycles',
      id: cycleId,
      verb: 'explanations/ask',
      body: {
        ...(Object.keys(deadline).length > 0 && { deadline }),
        ...(reason !== '' && { reason }),
      },
    });
  };
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        {text('resources.tasks.ask.title')}
      </Button>
      {open && (
        <ConfirmWithReason
          title={text('resources.tasks.ask.title')}
          explain={text('resources.tasks.ask.explain')}
          confirmLabel={text('resources.tasks.ask.confirm')}
          reasonRequired={false}
          submit={submit}
          onDone={(answer) => {
            const { ids } = answer as { readonly ids: readonly string[] };
            notify(text('resources.tasks.ask.done', { count: ids.length }), { type: 'success' });
          }}
          onClose={() => setOpen(false)}
        >
          <PhraseField
            label={text('resources.tasks.ask.deadline')}
            help={text('resources.tasks.deadline.helpDay')}
            value={typed}
            onChange={setTyped}
          />
        </ConfirmWithReason>
      )}
    </>
  );
}
