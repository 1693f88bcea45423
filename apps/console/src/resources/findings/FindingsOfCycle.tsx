import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { CheckedFigures } from '@nhip/contracts';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { useText } from '../../i18n/use-text.js';
import { useMe } from '../../session/SessionContext.js';
import { ProblemAlert } from '../../shared/ProblemAlert.js';
import { useCommand } from '../../shared/use-command.js';
import { AskExplanations } from '../tasks/AskExplanations.js';
import { FindingTable } from './FindingTable.js';

/** The findings board of one cycle, for its page. */
export function FindingsOfCycle({ cycleId }: { cycleId: string }) {
  const text = useText();
  const command = useCommand();
  const notify = useNotify();
  const permitted = useMe().permissions.includes('findings.settle');
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const check = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      const { raised, voided, standing } = await command<CheckedFigures>({
        resource: 'review-cycles',
        id: cycleId,
        verb: 'check-figures',
      });
      notify(text('resources.findings.checked', { raised, voided, standing }), { type: 'success' });
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <ProblemAlert problem={problem} />
      {permitted && (
        <Box
          className="no-print"
          sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end', gap: 1, mb: 1 }}
        >
          <AskExplanations cycleId={cycleId} />
          <Button variant="outlined" disabled={busy} onClick={() => void check()}>
            {text('resources.findings.check')}
          </Button>
        </Box>
      )}
      <FindingTable cycleId={cycleId} />
    </>
  );
}
