import Box from '@mui/material/Box';
import type { TaskView } from '@nhip/contracts';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { useText } from '../../i18n/use-text.js';
import { ConfirmWithReason } from '../../shared/ConfirmWithReason.js';
import { useCommand } from '../../shared/use-command.js';
import { DocumentFields, useDocument } from './DocumentFields.js';

/** A letter of urging, by its number and day: a step of the task's ladder. */
export function UrgeDialog({ task, onClose }: { task: TaskView; onClose: () => void }) {
  const text = useText();
  const notify = useNotify();
  const command = useCommand();
  const document = useDocument();
  const [tried, setTried] = useState(false);
  return (
    <ConfirmWithReason
      title={text('resources.tasks.urge')}
      explain={text('resources.tasks.urgeExplain', { title: task.title })}
      confirmLabel={text('resources.tasks.urge')}
      reasonRequired={false}
      ready={() => {
        setTried(true);
        return document.named !== undefined;
      }}
      submit={(note) =>
        command({
          resource: 'tasks',
          id: task.id,
          verb: 'urge-by-letter',
          body: { ...document.named, ...(note !== '' && { note }) },
          revision: task.revision,
        })
      }
      onDone={() => notify(text('resources.tasks.urged'), { type: 'success' })}
      onClose={onClose}
    >
      <Box sx={{ mt: 1 }}>
        <DocumentFields document={document} asked={tried} required example="31/UBND-NV" />
      </Box>
    </ConfirmWithReason>
  );
}
