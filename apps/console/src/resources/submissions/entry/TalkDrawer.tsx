import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { formatInstant, type FigureMessageView, type SubmissionForm } from '@nhip/contracts';
import { useNotify } from 'ra-core';
import { useState, type FormEvent } from 'react';
import { useText } from '../../../i18n/use-text.js';
import { EmptyState } from '../../../shared/EmptyState.js';
import { ProblemAlert } from '../../../shared/ProblemAlert.js';
import { SideDrawer } from '../../../shared/SideDrawer.js';
import { useCommand } from '../../../shared/use-command.js';
import type { FormCell } from './form-cells.js';

interface TalkDrawerProps {
  readonly form: Pick<SubmissionForm, 'id' | 'messages' | 'actions'>;
  readonly cell: FormCell;
  readonly name: string;
  readonly onClose: () => void;
}

export const messagesOn = (
  messages: readonly FigureMessageView[],
  { row }: FormCell,
): readonly FigureMessageView[] =>
  messages.filter(({ element, month }) => element === row.element && month === row.month);

/** Questions and answers on one figure, between the unit and the secretariat, without a formal return. */
export function TalkDrawer({ form, cell, name, onClose }: TalkDrawerProps) {
  const text = useText();
  const messages = messagesOn(form.messages, cell);
  const permitted = form.actions.some(({ event, allowed }) => event === 'discuss' && allowed);
  return (
    <SideDrawer
      title={text('resources.submissions.talk.title', { name })}
      closeLabel={text('resources.submissions.talk.close')}
      onClose={onClose}
    >
      <Box sx={{ flex: 1, overflowY: 'auto', p: 2 }}>
        {messages.length === 0 && (
          <EmptyState
            title={text('resources.submissions.talk.empty')}
            hint={text('resources.submissions.talk.emptyHint')}
          />
        )}
        {messages.map((message) => (
          <Message key={message.id} message={message} />
        ))}
      </Box>
      {permitted && <Ask formId={form.id} cell={cell} />}
    </SideDrawer>
  );
}

function Message({ message: { side, author, at, text: words } }: { message: FigureMessageView }) {
  const text = useText();
  return (
    <Box
      sx={{ mb: 1.5, pl: 1.5, borderLeft: 3, borderColor: side === 'unit' ? 'primary.main' : 'info.main' }}
    >
      <Typography variant="caption" color="text.secondary">
        {author} ({text(`resources.submissions.talk.${side}`)}) · {formatInstant(at)}
      </Typography>
      <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{words}</Typography>
    </Box>
  );
}

function Ask({ formId, cell: { row } }: { formId: string; cell: FormCell }) {
  const text = useText();
  const command = useCommand();
  const notify = useNotify();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() === '') return;
    setBusy(true);
    setProblem(undefined);
    try {
      await command({
        resource: 'submissions',
        id: formId,
        verb: 'messages',
        body: {
          element: row.element,
          ...(row.month === null ? {} : { month: row.month }),
          text: typed.trim(),
        },
      });
      setTyped('');
      notify(text('resources.submissions.talk.sent'), { type: 'success' });
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Box
      component="form"
      onSubmit={(event) => void send(event)}
      sx={{ p: 2, borderTop: 1, borderColor: 'divider' }}
    >
      <ProblemAlert problem={problem} />
      <TextField
        label={text('resources.submissions.talk.text')}
        value={typed}
        multiline
        minRows={2}
        maxRows={8}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit" variant="contained" disabled={busy || typed.trim() === ''} sx={{ mt: 1 }}>
        {text('resources.submissions.talk.send')}
      </Button>
    </Box>
  );
}
