import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { councilStepNames, councilSteps, formatDay, type CouncilLadder } from '@nhip/contracts';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { Sheet } from '../../shared/Sheet.js';
import { StateMark } from '../../shared/StateChip.js';
import { useAnswer } from '../../shared/use-answer.js';
import { CouncilStepDialog } from './CouncilStepDialog.js';

interface CouncilLaddersProps {
  readonly supervisionId: string;
  /** Only of this requirement or recommendation. */
  readonly recordId?: string;
}

/** What the council did about each requirement and recommendation that is not done, and the next step for its team. */
export function CouncilLadders({ supervisionId, recordId }: CouncilLaddersProps) {
  const text = useText();
  const [asked, setAsked] = useState<CouncilLadder>();
  const { data } = useAnswer<{ readonly items: readonly CouncilLadder[] }>(
    `/supervisions/${encodeURIComponent(supervisionId)}/ladders`,
  );
  const shown = (data?.items ?? []).filter(
    ({ record, taken, offered }) =>
      (recordId === undefined || record.id === recordId) && taken.length + offered.length > 0,
  );
  if (shown.length === 0) return null;
  return (
    <Sheet title={text('resources.supervisions.ladder')}>
      {shown.map((ladder) => (
        <Box key={ladder.record.id} sx={line}>
          <Box sx={{ flex: '1 1 320px', minWidth: 0 }}>
            {recordId === undefined && <Title ladder={ladder} />}
            <Taken ladder={ladder} />
          </Box>
          {ladder.offered.length > 0 && (
            <Button size="small" variant="outlined" onClick={() => setAsked(ladder)} className="no-print">
              {text('resources.supervisions.nextStep')}
            </Button>
          )}
        </Box>
      ))}
      {asked && (
        <CouncilStepDialog supervisionId={supervisionId} ladder={asked} onClose={() => setAsked(undefined)} />
      )}
    </Sheet>
  );
}

function Title({ ladder: { record, title, unit } }: { ladder: CouncilLadder }) {
  const text = useText();
  const language = useLanguage();
  const page = record.kind === 'requirement' ? 'tasks' : 'recommendations';
  return (
    <Box>
      <MuiLink component={Link} to={`/${page}/${record.id}/show`}>
        {title}
      </MuiLink>
      <Typography component="span" color="text.secondary" sx={{ fontSize: 13 }}>
        {' '}
        · {text(`resources.supervisions.subjects.${record.kind}`)}
        {unit !== null && ` · ${nameIn(unit.names, language)}`}
      </Typography>
    </Box>
  );
}

/** The steps taken, each with its document; before the first, that there was none. */
function Taken({ ladder: { taken, ended } }: { ladder: CouncilLadder }) {
  const text = useText();
  const language = useLanguage();
  if (taken.length === 0)
    return (
      <Typography color="text.secondary" sx={{ fontSize: 13 }}>
        {text('resources.supervisions.noStep')}
      </Typography>
    );
  return (
    <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {taken.map((one, place) => (
        <Box component="li" key={one.number} sx={{ display: 'flex', gap: 1, pt: 0.5 }}>
          <Box sx={{ pt: '3px' }}>
            <StateMark
              shape={ended || place < taken.length - 1 ? 'tick' : 'triangle'}
              tone={ended || place < taken.length - 1 ? 'quiet' : 'late'}
            />
          </Box>
          <Box sx={{ minWidth: 0 }}>
            {text('resources.supervisions.stepOf', {
              place: councilSteps.indexOf(one.step) + 1,
              step: councilStepNames[one.step][language],
            })}
            {` · ${text('resources.tasks.byDocument', { number: one.documentNumber, day: formatDay(one.onDay) })}`}
            {one.answerBy !== null &&
              ` · ${text('resources.supervisions.explainBy', { day: formatDay(one.answerBy) })}`}
            {one.note !== '' && (
              <Typography color="text.secondary" sx={{ fontSize: 13, whiteSpace: 'pre-line' }}>
                {one.note}
              </Typography>
            )}
          </Box>
        </Box>
      ))}
    </Box>
  );
}

const line = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'flex-start',
  gap: 1,
  px: 2,
  py: 1,
  '& + &': { borderTop: 1, borderColor: 'divider' },
} as const;
