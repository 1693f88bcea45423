import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Link } from 'react-router-dom';
import { useText } from '../../i18n/use-text.js';
import { useMe } from '../../session/SessionContext.js';
import { SubmissionTable } from './SubmissionTable.js';

/** The submissions of one cycle, for its page. */
export function SubmissionsOfCycle({ cycleId }: { cycleId: string }) {
  const text = useText();
  const permitted = useMe().permissions.includes('external-scores.enter');
  return (
    <>
      {permitted && (
        <Box className="no-print" sx={{ display: 'flex', justifyContent: 'flex-end', mb: 1 }}>
          <Button component={Link} to={`/submissions/external/${cycleId}`} variant="outlined">
            {text('resources.submissions.external')}
          </Button>
        </Box>
      )}
      <SubmissionTable cycleId={cycleId} />
    </>
  );
}
