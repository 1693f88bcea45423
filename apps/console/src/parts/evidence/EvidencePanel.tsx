import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { EvidencePage } from '@nhip/contracts';
import { useText } from '../../i18n/use-text.js';
import { ProblemAlert } from '../../shared/ProblemAlert.js';
import { Sheet } from '../../shared/Sheet.js';
import { isOfCell, useEvidence, type EvidenceOf } from './evidence-of.js';
import { EvidenceLine } from './EvidenceLine.js';
import { EvidenceUpload, type EvidenceUploadProps } from './EvidenceUpload.js';

/** Files that prove a task or an answer, as a section of its page; nothing where there are none and none can be given. */
export function EvidenceSheet({ onWaiting, ...of }: EvidenceOf & Pick<EvidenceUploadProps, 'onWaiting'>) {
  const text = useText();
  const { data, error } = useEvidence(of);
  if (error !== null) return <ProblemAlert problem={error} />;
  if (data === undefined || (data.total === 0 && !data.mayGive)) return null;
  return (
    <Sheet title={text('parts.evidence.title')}>
      <Evidence of={of} page={data} onWaiting={onWaiting} />
    </Sheet>
  );
}

interface EvidenceProps extends EvidenceUploadProps {
  readonly page: EvidencePage;
}

export function Evidence({ of, page, onWaiting }: EvidenceProps) {
  const text = useText();
  const { cell } = of;
  const items = cell === undefined ? page.items : page.items.filter((item) => isOfCell(item, cell));
  return (
    <Box sx={{ px: 2, py: 1 }}>
      {items.length === 0 ? (
        <Typography color="text.secondary" sx={{ py: 0.5 }}>
          {text('parts.evidence.empty')}
        </Typography>
      ) : (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {items.map((item) => (
            <EvidenceLine key={item.id} item={item} />
          ))}
        </Box>
      )}
      {page.mayGive && <EvidenceUpload of={of} onWaiting={onWaiting} />}
    </Box>
  );
}
