import type { DeskItem } from '@nhip/contracts';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { ConfirmWithReason } from '../../shared/ConfirmWithReason.js';
import { useCommand } from '../../shared/use-command.js';
import { UnitsField, type UnitChoice } from '../tasks/UnitsField.js';

interface ItemDialogProps {
  readonly item: DeskItem;
  readonly step: DeskItem['actions'][number];
  readonly onClose: () => void;
}

/** Gives a task to another unit, or has it cancelled; with the reason. */
export function ItemDialog({ item, step, onClose }: ItemDialogProps) {
  const text = useText();
  const language = useLanguage();
  const notify = useNotify();
  const command = useCommand();
  const [units, setUnits] = useState<readonly UnitChoice[]>([]);
  const [tried, setTried] = useState(false);
  const [unit] = units;
  return (
    <ConfirmWithReason
      title={text(`resources.operations.${step}`)}
      explain={nameIn(item.title, language)}
      confirmLabel={text(`resources.operations.${step}`)}
      ready={() => {
        setTried(true);
        return step === 'cancel' || unit !== undefined;
      }}
      submit={(reason) =>
        command({
          resource: 'operations/tasks',
          id: item.id,
          verb: step,
          body: { reason, ...(step === 'reassign' && { unitId: unit?.id }) },
          revision: item.revision,
        })
      }
      onDone={() => notify(text(`resources.operations.items.${step}Done`), { type: 'success' })}
      onClose={onClose}
    >
      {step === 'reassign' && (
        <UnitsField
          label={text('resources.operations.items.newUnit')}
          value={units}
          onChange={setUnits}
          single
          required
          error={tried && unit === undefined ? text('shell.form.required') : undefined}
        />
      )}
    </ConfirmWithReason>
  );
}
