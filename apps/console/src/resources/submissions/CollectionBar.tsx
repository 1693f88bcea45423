import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import type { CollectionProgress } from '@nhip/contracts';
import { useText } from '../../i18n/use-text.js';
import { useAnswer } from '../../shared/use-answer.js';

/** How far a cycle's collection is: “Đã nộp 141/148 đơn vị”, and what is behind it. */
export function CollectionBar({ cycleId }: { cycleId: string }) {
  const text = useText();
  const { data } = useAnswer<CollectionProgress>(`/review-cycles/${cycleId}/collection`);
  if (!data || data.cycleId !== cycleId || data.total === 0) return null;
  const done = data.submitted + data.approved + data.accepted;
  const words = text('resources.submissions.handedIn', { done, total: data.total });
  const notes = [
    data.accepted > 0 && text('resources.submissions.acceptedCount', { count: data.accepted }),
    data.late > 0 && text('resources.submissions.lateCount', { count: data.late }),
    data.missing > 0 && text('resources.submissions.missingCount', { count: data.missing }),
    data.openFindings > 0 && text('resources.submissions.findingCount', { count: data.openFindings }),
  ].filter((note) => note !== false);
  return (
    <Box sx={{ mb: 1.5 }}>
      <Typography component="div" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5 }}>
        <Box component="span" sx={{ fontWeight: 500 }}>
          {words}
        </Box>
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {notes.join(' · ')}
        </Box>
      </Typography>
      <LinearProgress
        variant="determinate"
        value={(done / data.total) * 100}
        aria-label={words}
        sx={{ mt: 0.5, height: 6, borderRadius: 3 }}
      />
    </Box>
  );
}
