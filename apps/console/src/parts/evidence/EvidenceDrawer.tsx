import Close from '@mui/icons-material/Close';
import Box from '@mui/material/Box';
import Drawer from '@mui/material/Drawer';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { useText } from '../../i18n/use-text.js';
import { ProblemAlert } from '../../shared/ProblemAlert.js';
import { Evidence, useEvidence, type EvidenceOf } from './EvidencePanel.js';

/** The evidence of one figure, beside the form it stands in. */
export function EvidenceDrawer({ of, name, onClose }: { of: EvidenceOf; name: string; onClose: () => void }) {
  const text = useText();
  const { data, error } = useEvidence(of);
  return (
    <Drawer
      anchor="right"
      open
      onClose={onClose}
      slotProps={{ paper: { role: 'dialog', 'aria-label': text('parts.evidence.ofFigure', { name }) } }}
    >
      <Box sx={{ width: { xs: '100vw', sm: 480 } }}>
        <Box sx={head}>
          <Typography variant="h2" sx={{ flex: 1 }}>
            {text('parts.evidence.ofFigure', { name })}
          </Typography>
          <IconButton size="small" onClick={onClose} aria-label={text('parts.evidence.close')}>
            <Close fontSize="small" />
          </IconButton>
        </Box>
        {error !== null && <ProblemAlert problem={error} />}
        {data && <Evidence of={of} page={data} />}
      </Box>
    </Drawer>
  );
}

const head = {
  display: 'flex',
  alignItems: 'flex-start',
  p: 2,
  gap: 1,
  borderBottom: 1,
  borderColor: 'divider',
} as const;
