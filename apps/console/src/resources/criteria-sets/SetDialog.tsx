import type { CriteriaSetItem } from '@nhip/contracts';
import { useNotify } from 'ra-core';
import { useNavigate } from 'react-router-dom';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { ConfirmWithReason } from '../../shared/ConfirmWithReason.js';
import { useCommand } from '../../shared/use-command.js';

export type SetStep = 'draft' | 'issue';

interface SetDialogProps {
  readonly set: CriteriaSetItem;
  readonly step: SetStep;
  readonly onClose: () => void;
}

/** Begins a draft of the next version, or issues the draft for good. */
export function SetDialog({ set, step, onClose }: SetDialogProps) {
  const text = useText();
  const language = useLanguage();
  const command = useCommand();
  const notify = useNotify();
  const navigate = useNavigate();
  const name = nameIn(set.names, language);
  return (
    <ConfirmWithReason
      title={text(`resources.criteria-sets.steps.${step}`)}
      explain={text(`resources.criteria-sets.explain.${step}`, { name })}
      confirmLabel={text(`resources.criteria-sets.steps.${step}`)}
      reasonRequired={false}
      submit={(reason) =>
        command({
          resource: 'criteria-sets',
          id: set.id,
          verb: step,
          revision: set.revision,
          body: reason === '' ? {} : { reason },
        })
      }
      onDone={(answer) => {
        notify(text(`resources.criteria-sets.done.${step}`, { name }), { type: 'success' });
        const { versionId } = answer as { versionId: string };
        void navigate(`/criteria-sets/${set.id}/show?version=${versionId}`);
      }}
      onClose={onClose}
    />
  );
}
