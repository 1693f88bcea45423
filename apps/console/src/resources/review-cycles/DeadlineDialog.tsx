import { formatDay, type ReviewCycleView } from '@nhip/contracts';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { ConfirmWithReason } from '../../shared/ConfirmWithReason.js';
import { useCommand } from '../../shared/use-command.js';
import { DeadlineField } from './DeadlineField.js';
import { deadlineOf } from './deadline-text.js';

interface DeadlineDialogProps {
  readonly cycle: ReviewCycleView;
  readonly verb: 'move-deadline' | 'reopen';
  readonly label: string;
  /** Only for these; for all where missing. */
  readonly units?: readonly { readonly unitId: string; readonly name: string }[];
  readonly onClose: () => void;
}

const COLLECTING = 'collecting';

/** A new deadline with its reason: for the present stage, or for the stage that is opened again. */
export function DeadlineDialog({ cycle, verb, label, units, onClose }: DeadlineDialogProps) {
  const text = useText();
  const language = useLanguage();
  const command = useCommand();
  const notify = useNotify();
  const [typed, setTyped] = useState('');
  const [missing, setMissing] = useState(false);
  const stage = verb === 'reopen' ? COLLECTING : cycle.state;
  const present = cycle.stages.find((one) => one.stage === stage);
  const stageName = nameIn(present?.names ?? cycle.stateNames, language);
  const deadline = deadlineOf(stage, typed);
  const ready = () => {
    setMissing(deadline === undefined);
    return deadline !== undefined;
  };
  const whom = units ? units.map(({ name }) => name).join(', ') : text('resources.review-cycles.allUnits');
  return (
    <ConfirmWithReason
      title={label}
      explain={
        <>
          {text(`resources.review-cycles.explain.${verb}`, { stage: stageName, whom })}
          {present?.deadline && (
            <div>{text('resources.review-cycles.deadline.now', { day: formatDay(present.deadline.on) })}</div>
          )}
        </>
      }
      confirmLabel={label}
      ready={ready}
      submit={(reason) =>
        command({
          resource: 'review-cycles',
          id: cycle.id,
          verb,
          revision: cycle.revision,
          body: { deadline, reason, ...(units && { unitIds: units.map(({ unitId }) => unitId) }) },
        })
      }
      onDone={() =>
        notify(text('resources.review-cycles.deadline.moved', { stage: stageName, whom }), {
          type: 'success',
        })
      }
      onClose={onClose}
    >
      <DeadlineField
        label={text('resources.review-cycles.deadline.label')}
        value={typed}
        required
        error={missing ? text('resources.review-cycles.deadline.missing') : undefined}
        onChange={(value) => {
          setTyped(value);
          setMissing(false);
        }}
      />
    </ConfirmWithReason>
  );
}
