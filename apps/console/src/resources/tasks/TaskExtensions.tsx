import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import {
  extensionStateNames,
  formatDay,
  formatInstant,
  type ExtensionState,
  type ExtensionView,
  type TaskView,
} from '@nhip/contracts';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { ConfirmWithReason } from '../../shared/ConfirmWithReason.js';
import { Sheet } from '../../shared/Sheet.js';
import { StateChip, type StateShape, type StateTone } from '../../shared/StateChip.js';
import { useCommand } from '../../shared/use-command.js';
import { deadlineInputOf, noDeadline } from './deadline-input.js';
import { extensionForms, type ExtensionForm } from './extension-forms.js';
import { PhraseField } from './PhraseField.js';
import { commandOf, primaryOf } from './task-steps.js';

const looks: Readonly<Record<ExtensionState, readonly [StateShape, StateTone]>> = {
  requested: ['half', 'soon'],
  countered: ['half', 'soon'],
  approved: ['tick', 'good'],
  accepted: ['tick', 'good'],
  rejected: ['cross', 'late'],
  declined: ['cross', 'quiet'],
  withdrawn: ['ring', 'quiet'],
};

/** Requests for more time and what came of them, the last first, with what the reader may do about them now. */
export function TaskExtensions({ task }: { task: TaskView }) {
  const text = useText();
  const notify = useNotify();
  const command = useCommand();
  const [form, setForm] = useState<ExtensionForm>();
  const { extensions, extensionSteps } = task;
  if (extensions.length === 0 && extensionSteps.length === 0) return null;
  const label = (name: ExtensionForm['name']) => text(`resources.tasks.extension.${name}`);
  const open = (one: ExtensionForm) => setForm(one);
  const withdraw = async () => {
    try {
      await command(commandOf(task, 'withdraw-extension', {}));
      notify(text('resources.tasks.done', { step: text('resources.tasks.extension.withdraw') }), {
        type: 'success',
      });
    } catch (error) {
      notify(error instanceof Error ? error.message : String(error), { type: 'error' });
    }
  };
  return (
    <Sheet title={text('resources.tasks.extension.title')}>
      {extensions.length > 0 && (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {extensions.toReversed().map((extension) => (
            <Request key={extension.id} extension={extension} />
          ))}
        </Box>
      )}
      {extensionSteps.length > 0 && (
        <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, px: 2, py: 1.5 }}>
          {extensionForms(extensionSteps).map((one) => (
            <Button
              key={one.name}
              variant={one.primary && primaryOf(task) === 'extension' ? 'contained' : 'outlined'}
              onClick={() => open(one)}
            >
              {label(one.name)}
            </Button>
          ))}
          {extensionSteps.includes('withdraw') && (
            <Button variant="outlined" onClick={() => void withdraw()}>
              {text('resources.tasks.extension.withdraw')}
            </Button>
          )}
        </Box>
      )}
      {form && <FormDialog task={task} form={form} onClose={() => setForm(undefined)} />}
    </Sheet>
  );
}

function Request({ extension }: { extension: ExtensionView }) {
  const text = useText();
  const language = useLanguage();
  const [shape, tone] = looks[extension.state];
  const { number, fromDueOn, askedDueOn, askedPhrase, counteredDueOn, afterDeadline, repeated } = extension;
  return (
    <Box component="li" sx={row}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, alignItems: 'center' }}>
        <Box component="span" sx={{ fontWeight: 600 }}>
          {text('resources.tasks.extension.nth', { count: number })}: {formatDay(fromDueOn)} →{' '}
          {formatDay(askedDueOn)}
        </Box>
        <StateChip label={extensionStateNames[extension.state][language]} shape={shape} tone={tone} />
        {repeated && (
          <StateChip label={text('resources.tasks.extension.many')} shape="triangle" tone="late" />
        )}
        {afterDeadline && (
          <StateChip label={text('resources.tasks.extension.late')} shape="triangle" tone="soon" />
        )}
      </Box>
      <Line
        who={extension.requestedBy}
        at={extension.requestedAt}
        words={askedPhrase === null ? extension.reason : `“${askedPhrase}” · ${extension.reason}`}
      />
      {extension.decidedAt !== null && (
        <Line
          who={extension.decidedBy}
          at={extension.decidedAt}
          words={[
            counteredDueOn !== null &&
              text('resources.tasks.extension.offered', { day: formatDay(counteredDueOn) }),
            extension.decisionReason,
          ]
            .filter(Boolean)
            .join(' · ')}
        />
      )}
      {extension.answerReason !== null && extension.answeredAt !== null && (
        <Line who={extension.requestedBy} at={extension.answeredAt} words={extension.answerReason} />
      )}
    </Box>
  );
}

function Line({ who, at, words }: { who: string | null; at: string; words: string }) {
  const text = useText();
  return (
    <Box sx={{ mt: 0.5 }}>
      <Box sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{words}</Box>
      <Typography color="text.secondary" sx={{ fontSize: 13 }}>
        {formatInstant(at)} · {who ?? text('shell.history.system')}
      </Typography>
    </Box>
  );
}

function FormDialog({ task, form, onClose }: { task: TaskView; form: ExtensionForm; onClose: () => void }) {
  const text = useText();
  const notify = useNotify();
  const command = useCommand();
  const [typed, setTyped] = useState(noDeadline);
  const [missing, setMissing] = useState(false);
  const title = text(`resources.tasks.extension.${form.name}`);
  const last = task.extensions.at(-1);
  const given = Object.keys(deadlineInputOf(typed)).length > 0;
  return (
    <ConfirmWithReason
      title={title}
      explain={
        last !== undefined && form.name !== 'request'
          ? text('resources.tasks.extension.about', {
              asked: formatDay(last.askedDueOn),
              due: formatDay(task.dueOn ?? last.fromDueOn),
            })
          : text('resources.tasks.extension.explain', { due: formatDay(task.dueOn ?? '') })
      }
      confirmLabel={title}
      reasonRequired={form.reasonRequired}
      ready={() => {
        setMissing(form.takesDay && !given);
        return !form.takesDay || given;
      }}
      submit={(reason) =>
        command(
          commandOf(task, form.verb, {
            ...form.body,
            reason,
            ...(form.takesDay && { deadline: deadlineInputOf(typed) }),
          }),
        )
      }
      onDone={() => notify(text('resources.tasks.done', { step: title }), { type: 'success' })}
      onClose={onClose}
    >
      {form.takesDay && (
        <PhraseField
          label={text('resources.tasks.newDeadline')}
          help={text('resources.tasks.deadline.helpDay')}
          value={typed}
          required
          onChange={(value) => {
            setTyped(value);
            setMissing(false);
          }}
          error={missing ? text('resources.tasks.extension.dayMissing') : undefined}
        />
      )}
    </ConfirmWithReason>
  );
}

const row = { px: 2, py: 1.25, '& + &': { borderTop: 1, borderColor: 'divider' } } as const;
