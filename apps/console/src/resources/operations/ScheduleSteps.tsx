import type { ScheduleView } from '@nhip/contracts';
import { useNotify } from 'ra-core';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { ConfirmWithReason } from '../../shared/ConfirmWithReason.js';
import { useCommand } from '../../shared/use-command.js';

export interface ScheduleStep {
  readonly schedule: ScheduleView;
  readonly step: 'pause' | 'resume' | 'retry' | 'skip';
  /** Of the run that is tried again or passed over. */
  readonly periodKey?: string;
}

/** Pauses or resumes a schedule, or settles one of its runs that failed; asked for the reason. */
export function ScheduleSteps({ step: asked, onClose }: { step: ScheduleStep; onClose: () => void }) {
  const text = useText();
  const language = useLanguage();
  const notify = useNotify();
  const command = useCommand();
  const { schedule, step, periodKey = '' } = asked;
  const label =
    step === 'pause' || step === 'resume'
      ? text(`resources.operations.schedules.${step}`)
      : text(`resources.operations.${step}`);
  const submit = (reason: string) =>
    step === 'pause' || step === 'resume'
      ? command({
          resource: 'schedules',
          id: schedule.id,
          verb: step,
          body: reason === '' ? {} : { reason },
          revision: schedule.revision,
        })
      : command({
          resource: 'schedules',
          id: schedule.id,
          verb: `runs/${periodKey}/${step}`,
          body: { reason },
        });
  return (
    <ConfirmWithReason
      title={`${label}: ${nameIn(schedule.names, language)}`}
      explain={text(`resources.operations.schedules.${step}Explain`)}
      confirmLabel={label}
      reasonRequired={step !== 'resume'}
      submit={submit}
      onDone={() => notify(text('resources.operations.schedules.saved'), { type: 'success' })}
      onClose={onClose}
    />
  );
}
