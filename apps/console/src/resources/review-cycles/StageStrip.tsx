import Box from '@mui/material/Box';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import type { StageView } from '@nhip/contracts';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { DueDate } from '../../shared/DueDate.js';

/** The stages in the order of the cycle's procedure: what is done, where it stands, what lies ahead. */
export function StageStrip({ stages }: { stages: readonly StageView[] }) {
  const text = useText();
  const language = useLanguage();
  return (
    <Box component="ol" aria-label={text('resources.review-cycles.stages')} sx={strip}>
      {stages.map((stage) => (
        <Box
          component="li"
          key={stage.stage}
          aria-current={stage.position === 'now' ? 'step' : undefined}
          sx={{ ...step, color: stage.position === 'ahead' ? 'text.secondary' : 'text.primary' }}
        >
          <Mark
            position={stage.position}
            label={text(`resources.review-cycles.positions.${stage.position}`)}
          />
          <Box sx={{ minWidth: 0 }}>
            <Typography sx={{ fontWeight: stage.position === 'now' ? 600 : 400 }}>
              {nameIn(stage.names, language)}
            </Typography>
            {stage.deadline && (
              <Tooltip title={stage.deadline.phrase === null ? '' : `“${stage.deadline.phrase}”`}>
                <Typography variant="caption" color="text.secondary" component="div">
                  {stage.position === 'now' ? (
                    <DueDate dueOn={stage.deadline.on} workingDaysLeft={stage.deadline.workingDaysLeft} />
                  ) : (
                    <DueDate dueOn={stage.deadline.on} />
                  )}
                </Typography>
              </Tooltip>
            )}
          </Box>
        </Box>
      ))}
    </Box>
  );
}

function Mark({ position, label }: { position: StageView['position']; label: string }) {
  return (
    <Box component="svg" viewBox="0 0 20 20" role="img" aria-label={label} sx={mark[position]}>
      <circle
        cx="10"
        cy="10"
        r="8"
        fill={position === 'ahead' ? 'none' : 'currentColor'}
        stroke="currentColor"
        strokeWidth="1.5"
      />
      {position === 'done' && (
        <path d="m6 10.5 2.7 2.7L14 7.5" fill="none" stroke="var(--mark)" strokeWidth="1.8" />
      )}
      {position === 'now' && <circle cx="10" cy="10" r="3" fill="var(--mark)" />}
    </Box>
  );
}

const size = { width: 20, height: 20, flex: 'none', mt: '1px' } as const;
const onAccent = {
  '--mark': (theme: { palette: { background: { paper: string } } }) => theme.palette.background.paper,
};
const mark = {
  done: { ...size, ...onAccent, color: 'success.main' },
  now: { ...size, ...onAccent, color: 'primary.main' },
  ahead: { ...size, color: 'text.secondary', opacity: 0.6 },
} as const;

const strip = {
  listStyle: 'none',
  m: 0,
  mb: 2,
  px: 2,
  py: 1.5,
  display: 'flex',
  flexWrap: 'wrap',
  columnGap: { xs: 2, md: 3 },
  rowGap: 1.25,
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  bgcolor: 'background.paper',
} as const;

const step = { display: 'flex', alignItems: 'flex-start', gap: 1, minWidth: 0 } as const;
