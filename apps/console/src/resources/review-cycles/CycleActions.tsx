import Button from '@mui/material/Button';
import type { ReviewCycleView } from '@nhip/contracts';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useLanguage, useText, type TextKey } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { useMe } from '../../session/SessionContext.js';
import { ConfirmWithReason } from '../../shared/ConfirmWithReason.js';
import { useCommand } from '../../shared/use-command.js';
import { DeadlineDialog } from './DeadlineDialog.js';
import { leadingOn } from './leading-on.js';

/** Steps that ask for nothing but a reason; the procedure says who is offered which. */
const steps = {
  launch: { reasonRequired: false },
  'end-stage': { reasonRequired: false },
  'conclude-without-explanation': { reasonRequired: false },
  publish: { reasonRequired: false },
  close: { reasonRequired: false },
  withdraw: { reasonRequired: true },
  discard: { reasonRequired: true },
} as const;
type Step = keyof typeof steps;
const isStep = (event: string): event is Step => event in steps;
const withDeadline = ['move-deadline', 'reopen'] as const;
type WithDeadline = (typeof withDeadline)[number];
const isWithDeadline = (event: string): event is WithDeadline => withDeadline.some((name) => name === event);

/** What this person may do with the cycle now, as its procedure offers it. */
export function CycleActions({ cycle }: { cycle: ReviewCycleView }) {
  const text = useText();
  const language = useLanguage();
  const mayPrepare = useMe().permissions.includes('review-cycles.prepare');
  const [open, setOpen] = useState<string>();
  const offered = cycle.actions.map(({ event }) => event);
  const primary = leadingOn.find((event) => offered.includes(event));
  const label = (event: string) => {
    const named = cycle.actions.find((action) => action.event === event)?.names;
    return named ? nameIn(named, language) : text(`resources.review-cycles.events.${event}` as TextKey);
  };
  const look = (event: string) => ({ variant: event === primary ? 'contained' : 'outlined' }) as const;
  const close = () => setOpen(undefined);
  const ordered = [...cycle.actions].sort(
    (a, b) => Number(b.event === primary) - Number(a.event === primary),
  );
  return (
    <>
      {mayPrepare && cycle.state === 'prepared' && (
        <Button component={Link} to={`/review-cycles/${cycle.id}`} variant="outlined">
          {text('resources.review-cycles.edit')}
        </Button>
      )}
      {ordered.map(({ event }) => {
        if (event === 'conclude') {
          return (
            <Button
              key={event}
              component={Link}
              to={`/conclusions/create?cycleId=${cycle.id}`}
              {...look(event)}
            >
              {label(event)}
            </Button>
          );
        }
        if (!isStep(event) && !isWithDeadline(event)) return null;
        return (
          <Button key={event} onClick={() => setOpen(event)} {...look(event)}>
            {label(event)}
          </Button>
        );
      })}
      {open !== undefined && isStep(open) && (
        <StepDialog cycle={cycle} event={open} label={label(open)} onClose={close} />
      )}
      {open !== undefined && isWithDeadline(open) && (
        <DeadlineDialog cycle={cycle} verb={open} label={label(open)} onClose={close} />
      )}
    </>
  );
}

interface StepDialogProps {
  readonly cycle: ReviewCycleView;
  readonly event: Step;
  readonly label: string;
  readonly onClose: () => void;
}

function StepDialog({ cycle, event, label, onClose }: StepDialogProps) {
  const text = useText();
  const language = useLanguage();
  const command = useCommand();
  const notify = useNotify();
  return (
    <ConfirmWithReason
      title={`${label}: ${nameIn(cycle.names, language)}`}
      explain={text(`resources.review-cycles.explain.${event}`, {
        name: nameIn(cycle.names, language),
        smart_count: cycle.participants,
      })}
      confirmLabel={label}
      reasonRequired={steps[event].reasonRequired}
      submit={(reason) =>
        command({
          resource: 'review-cycles',
          id: cycle.id,
          verb: event,
          body: reason === '' ? {} : { reason },
          revision: cycle.revision,
        })
      }
      onDone={() =>
        notify(text('resources.review-cycles.done', { step: label, name: nameIn(cycle.names, language) }), {
          type: 'success',
        })
      }
      onClose={onClose}
    />
  );
}
