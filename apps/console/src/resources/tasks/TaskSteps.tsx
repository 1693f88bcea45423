import Button from '@mui/material/Button';
import type { TaskView } from '@nhip/contracts';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { useMe } from '../../session/SessionContext.js';
import { ConfirmWithReason } from '../../shared/ConfirmWithReason.js';
import { useCommand } from '../../shared/use-command.js';
import { CriticiseDialog } from './CriticiseDialog.js';
import { deadlineInputOf, noDeadline } from './deadline-input.js';
import { PhraseField } from './PhraseField.js';
import { UrgeDialog } from './UrgeDialog.js';
import { atOnce, commandOf, primaryOf, withForm } from './task-steps.js';

type Step = TaskView['actions'][number];
const MOVE = 'move-deadline';

/** What the reader may do with the task now, beside the forms of the page. */
export function TaskSteps({ task }: { task: TaskView }) {
  const text = useText();
  const language = useLanguage();
  const { permissions } = useMe();
  const notify = useNotify();
  const command = useCommand();
  const [asked, setAsked] = useState<Step>();
  const [deciding, setDeciding] = useState(false);
  const [urging, setUrging] = useState(false);
  const offered = task.actions.filter(
    ({ event, names }) => names !== null && !withForm.has(event) && event !== 'hand-back',
  );
  const primary = primaryOf(task);
  const open = task.status.official.startsWith('open') && task.state !== 'unanswered';
  // The team's own requirement is known by the steps the team is offered.
  const mayMove =
    open &&
    (task.kind === 'requirement'
      ? offered.some(({ event }) => event === 'withdraw') && permissions.includes('supervisions.conduct')
      : permissions.includes('tasks.assign'));
  const mayUrge = open && task.status.deadline === 'overdue' && permissions.includes('tasks.assign');
  const marked = task.criticism === 'marked' && permissions.includes('tasks.criticise');

  const label = ({ event, names }: Step) => (names ? nameIn(names, language) : event);
  const done = (name: string) => notify(text('resources.tasks.done', { step: name }), { type: 'success' });
  const take = async (step: Step) => {
    if (!atOnce.has(step.event)) return setAsked(step);
    try {
      await command(commandOf(task, step.event, {}));
      done(label(step));
    } catch (error) {
      notify(error instanceof Error ? error.message : String(error), { type: 'error' });
    }
  };
  return (
    <>
      {marked && (
        <Button variant="contained" onClick={() => setDeciding(true)}>
          {text('resources.tasks.decideTitle')}
        </Button>
      )}
      {offered.map((step) => (
        <Button
          key={step.event}
          variant={step.event === primary && !marked ? 'contained' : 'outlined'}
          onClick={() => void take(step)}
          sx={{ order: step.event === primary ? -1 : 0 }}
        >
          {label(step)}
        </Button>
      ))}
      {mayMove && (
        <Button
          variant="outlined"
          onClick={() => setAsked({ event: MOVE, names: null, reasonRequired: true })}
        >
          {text('resources.tasks.move')}
        </Button>
      )}
      {mayUrge && (
        <Button variant="outlined" onClick={() => setUrging(true)}>
          {text('resources.tasks.urge')}
        </Button>
      )}
      {asked && (
        <StepDialog
          task={task}
          step={asked}
          label={asked.event === MOVE ? text('resources.tasks.move') : label(asked)}
          onDone={done}
          onClose={() => setAsked(undefined)}
        />
      )}
      {urging && <UrgeDialog task={task} onClose={() => setUrging(false)} />}
      {deciding && <CriticiseDialog tasks={[task]} onClose={() => setDeciding(false)} />}
    </>
  );
}

interface StepDialogProps {
  readonly task: TaskView;
  readonly step: Step;
  readonly label: string;
  readonly onDone: (label: string) => void;
  readonly onClose: () => void;
}

/** Asks for the reason; where work goes back or its deadline moves, for the new deadline too. */
function StepDialog({ task, step, label, onDone, onClose }: StepDialogProps) {
  const text = useText();
  const command = useCommand();
  const [typed, setTyped] = useState(noDeadline);
  const [missing, setMissing] = useState(false);
  const moves = step.event === MOVE;
  const takesDeadline = moves || step.event === 'return' || step.event === 'accept-part';
  const given = Object.keys(deadlineInputOf(typed)).length > 0;
  const submit = (reason: string) => {
    const deadline = deadlineInputOf(typed);
    return command(commandOf(task, step.event, { reason, ...(takesDeadline && given && { deadline }) }));
  };
  return (
    <ConfirmWithReason
      title={label}
      explain={text('resources.tasks.stepExplain', { title: task.title })}
      confirmLabel={label}
      reasonRequired={step.reasonRequired}
      ready={() => {
        setMissing(moves && !given);
        return !moves || given;
      }}
      submit={submit}
      onDone={() => onDone(label)}
      onClose={onClose}
    >
      {takesDeadline && (
        <PhraseField
          label={text(moves ? 'resources.tasks.newDeadline' : 'resources.tasks.newDeadlineIfAny')}
          required={moves}
          error={missing ? text('resources.tasks.extension.dayMissing') : undefined}
          help={text('resources.tasks.deadline.helpDay')}
          value={typed}
          onChange={(value) => {
            setTyped(value);
            setMissing(false);
          }}
        />
      )}
    </ConfirmWithReason>
  );
}
