import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { SubmissionAction, SubmissionForm } from '@nhip/contracts';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { useMe } from '../../session/SessionContext.js';
import { ConfirmWithReason } from '../../shared/ConfirmWithReason.js';
import { useCommand } from '../../shared/use-command.js';
import { hindered, isStep, type Step } from './steps.js';

interface SubmissionActionsProps {
  readonly form: SubmissionForm;
  /** Cells are typed and not saved: they are saved before the form goes on. */
  readonly unsaved: boolean;
}

/** What the person may do with the submission now; what not, with the reason. */
export function SubmissionActions({ form, unsaved }: SubmissionActionsProps) {
  const text = useText();
  const language = useLanguage();
  const [asking, setAsking] = useState<Step>();
  const held = (action: SubmissionAction): SubmissionAction =>
    action.allowed && action.event === 'submit' && unsaved
      ? { ...action, allowed: false, why: { vi: text('resources.submissions.actions.saveFirst') } }
      : action;
  const steps = form.actions.map(held).filter(isStep);
  const possible = steps.filter(({ allowed }) => allowed);
  const forward = possible.find(({ event }) => event !== 'return' && event !== 'recall');
  const why = hindered(steps, (names) => nameIn(names, language));
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
      <Typography variant="caption" component="div" color="text.secondary">
        {why.map((sentence) => (
          <div key={sentence}>{sentence}</div>
        ))}
      </Typography>
      {possible.map((step) => (
        <Button
          key={step.event}
          variant={step === forward && !unsaved ? 'contained' : 'outlined'}
          onClick={() => setAsking(step)}
        >
          {nameIn(step.names, language)}
        </Button>
      ))}
      {asking && <Confirm form={form} step={asking} onClose={() => setAsking(undefined)} />}
    </Box>
  );
}

interface ConfirmProps {
  readonly form: SubmissionForm;
  readonly step: Step;
  readonly onClose: () => void;
}

function Confirm({ form: { id, revision, openFindings, unit }, step, onClose }: ConfirmProps) {
  const text = useText();
  const language = useLanguage();
  const command = useCommand();
  const notify = useNotify();
  const { permissions } = useMe();
  const { event, names, reasonRequired } = step;
  // The leader hands back inside the unit, the secretariat returns to it.
  const verb = event === 'return' && !permissions.includes('submissions.accept') ? 'hand-back' : event;
  const careful = openFindings > 0 && (event === 'submit' || event === 'approve' || event === 'accept');
  return (
    <ConfirmWithReason
      title={`${nameIn(names, language)}: ${nameIn(unit.names, language)}`}
      explain={
        <>
          {text(`resources.submissions.actions.${event}Explain`)}
          {careful && (
            <Typography sx={{ mt: 1, color: 'warning.main' }}>
              {text('resources.submissions.actions.openFindings', { count: openFindings })}
            </Typography>
          )}
        </>
      }
      confirmLabel={nameIn(names, language)}
      reasonRequired={reasonRequired}
      submit={(reason) =>
        command({ resource: 'submissions', id, verb, body: reason === '' ? {} : { reason }, revision })
      }
      onDone={() => notify(text(`resources.submissions.actions.${event}Done`), { type: 'success' })}
      onClose={onClose}
    />
  );
}
