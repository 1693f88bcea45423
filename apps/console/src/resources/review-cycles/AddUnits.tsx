import type { ReviewCycleView } from '@nhip/contracts';
import FormHelperText from '@mui/material/FormHelperText';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { useText } from '../../i18n/use-text.js';
import { ConfirmWithReason } from '../../shared/ConfirmWithReason.js';
import { useCommand } from '../../shared/use-command.js';
import { UnitPicker } from './UnitPicker.js';
import { useParticipantIds } from './use-participant-ids.js';

/** Units for a running cycle, with the reason; each gets its submission at once. */
export function AddUnits({ cycle, onClose }: { cycle: ReviewCycleView; onClose: () => void }) {
  const text = useText();
  const command = useCommand();
  const notify = useNotify();
  const [unitIds, setUnitIds] = useState<readonly string[]>([]);
  const [missing, setMissing] = useState(false);
  const present = useParticipantIds(cycle.id);
  return (
    <ConfirmWithReason
      title={text('resources.review-cycles.addUnits')}
      explain={text('resources.review-cycles.addExplain')}
      confirmLabel={
        unitIds.length === 0
          ? text('resources.review-cycles.addUnits')
          : text('resources.review-cycles.addCount', { smart_count: unitIds.length })
      }
      ready={() => {
        setMissing(unitIds.length === 0);
        return unitIds.length > 0;
      }}
      submit={(reason) =>
        command({
          resource: 'review-cycles',
          id: cycle.id,
          verb: 'add-participants',
          revision: cycle.revision,
          body: { unitIds, reason },
        })
      }
      onDone={() =>
        notify(text('resources.review-cycles.added', { smart_count: unitIds.length }), { type: 'success' })
      }
      onClose={onClose}
    >
      <UnitPicker
        on={cycle.period.end}
        without={present.data ?? []}
        value={unitIds}
        onChange={(chosen) => {
          setUnitIds(chosen);
          setMissing(false);
        }}
      />
      {missing && (
        <FormHelperText error role="alert">
          {text('resources.review-cycles.addMissing')}
        </FormHelperText>
      )}
    </ConfirmWithReason>
  );
}
