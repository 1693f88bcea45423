import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { parseDayInput, type RecommendationView } from '@nhip/contracts';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { useLanguage, useText } from '../../i18n/use-text.js';
import type { CommandRequest } from '../../providers/data-provider.js';
import { nameIn } from '../../session/language.js';
import { useMe } from '../../session/SessionContext.js';
import { ConfirmWithReason } from '../../shared/ConfirmWithReason.js';
import { useCommand } from '../../shared/use-command.js';
import { AnswerDialog } from './AnswerDialog.js';

type Step = RecommendationView['actions'][number];
const primary = new Set(['answer', 'accept-answer', 'finish']);

/** What the reader may do: the authority answers, the side that recommends judges the answer, either says it is done. */
export function RecommendationSteps({ recommendation }: { recommendation: RecommendationView }) {
  const language = useLanguage();
  const [asked, setAsked] = useState<Step>();
  const close = () => setAsked(undefined);
  const label = ({ event, names }: Step) => (names ? nameIn(names, language) : event);
  return (
    <>
      {recommendation.actions
        .filter(({ names }) => names !== null)
        .map((step) => (
          <Button
            key={step.event}
            variant={primary.has(step.event) ? 'contained' : 'outlined'}
            onClick={() => setAsked(step)}
          >
            {label(step)}
          </Button>
        ))}
      {asked?.event === 'answer' && <AnswerDialog recommendation={recommendation} onClose={close} />}
      {asked && asked.event !== 'answer' && (
        <StepDialog recommendation={recommendation} step={asked} label={label(asked)} onClose={close} />
      )}
    </>
  );
}

interface StepDialogProps {
  readonly recommendation: RecommendationView;
  readonly step: Step;
  readonly label: string;
  readonly onClose: () => void;
}

function StepDialog({ recommendation, step, label, onClose }: StepDialogProps) {
  const text = useText();
  const command = useCommand();
  const notify = useNotify();
  const auditor = useMe().current.role === 'auditor';
  const [day, setDay] = useState('');
  const finishes = step.event === 'finish';
  const dayWrong = day.trim() !== '' && parseDayInput(day) === undefined;
  const submit = (reason: string) => {
    const doneOn = parseDayInput(day);
    const given = { ...(reason !== '' && { reason }) };
    return command(
      request(recommendation, auditor, finishes ? 'finish' : 'settle', {
        ...given,
        ...(finishes ? doneOn !== undefined && { doneOn } : { event: step.event }),
      }),
    );
  };
  return (
    <ConfirmWithReason
      title={label}
      explain={recommendation.title}
      confirmLabel={label}
      reasonRequired={step.reasonRequired}
      ready={() => !dayWrong}
      submit={submit}
      onDone={() => notify(text('resources.tasks.done', { step: label }), { type: 'success' })}
      onClose={onClose}
    >
      {finishes && (
        <TextField
          label={text('resources.recommendations.fields.doneOn')}
          placeholder="dd/mm/yyyy"
          value={day}
          error={dayWrong}
          helperText={text(dayWrong ? 'shell.form.dayWrong' : 'resources.recommendations.doneOnHelp')}
          onChange={(event) => setDay(event.target.value)}
          sx={{ maxWidth: 260 }}
        />
      )}
    </ConfirmWithReason>
  );
}

/** An auditor acts for the own team, under the team's supervisions. */
function request(
  { id, revision }: RecommendationView,
  auditor: boolean,
  verb: 'settle' | 'finish',
  body: object,
): CommandRequest {
  return auditor
    ? { resource: 'supervisions/recommendations', id, verb, body, revision }
    : { resource: 'recommendations', id, verb, body, revision };
}
