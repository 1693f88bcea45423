import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { formatInstant, type FindingView } from '@nhip/contracts';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { FindingActions } from './FindingAnswer.js';
import { FindingImportanceChip, FindingStateChip } from './FindingState.js';

/** A finding in one sentence under the row it is about, with its answer. */
export function FindingLine({ finding }: { finding: FindingView }) {
  const text = useText();
  const language = useLanguage();
  const { answer } = finding;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1, rowGap: 0.25 }}>
      <FindingImportanceChip importance={finding.importance} />
      <Typography component="span" sx={{ flex: '1 1 320px', minWidth: 0 }}>
        {nameIn(finding.message, language)}
        {answer && (
          <Typography component="span" color="text.secondary">
            {' '}
            — {answer.text} ({answer.by}, {formatInstant(answer.at)})
          </Typography>
        )}
      </Typography>
      {finding.state !== 'open' && <FindingStateChip state={finding.state} />}
      <FindingActions finding={finding} />
      <span className="print-only">{text(`resources.findings.states.${finding.state}`)}</span>
    </Box>
  );
}
