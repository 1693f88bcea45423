import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { formatInstant, type FindingView } from '@nhip/contracts';
import { useState } from 'react';
import { useText } from '../../i18n/use-text.js';
import { useMe } from '../../session/SessionContext.js';
import { AnswerDialog } from './AnswerDialog.js';
import { SettleDialog, type Decision } from './SettleDialog.js';

/** The answer beside a finding, what came of it, and what the reader may do about it. */
export function FindingAnswer({ finding }: { finding: FindingView }) {
  const text = useText();
  const { answer, settled } = finding;
  return (
    <Box>
      {answer && (
        <Typography component="div" sx={{ overflowWrap: 'anywhere' }}>
          {answer.text}
          <Typography component="div" variant="caption" color="text.secondary">
            {text('resources.findings.answerBy', { name: answer.by, at: formatInstant(answer.at) })}
            {finding.evidence > 0 &&
              ` · ${text('resources.findings.evidence', { smart_count: finding.evidence })}`}
          </Typography>
        </Typography>
      )}
      {settled && (
        <Typography variant="caption" component="div" color="text.secondary">
          {text('resources.findings.settledBy', {
            reason: settled.reason,
            name: settled.by,
            at: formatInstant(settled.at),
          })}
        </Typography>
      )}
      {!answer && !settled && (
        <Typography component="span" variant="caption" color="text.secondary">
          {text('resources.findings.notAnswered')}
        </Typography>
      )}
      <FindingActions finding={finding} />
    </Box>
  );
}

/** Buttons of the unit (explain) and of the secretariat (settle, ask again). */
export function FindingActions({ finding }: { finding: FindingView }) {
  const text = useText();
  const { permissions } = useMe();
  const [answering, setAnswering] = useState(false);
  const [deciding, setDeciding] = useState<Decision>();
  const alive = finding.state === 'open' || finding.state === 'explained';
  const mayAnswer = alive && finding.unit !== null && permissions.includes('findings.answer');
  const maySettle = permissions.includes('findings.settle') && finding.state !== 'void';
  if (!mayAnswer && !maySettle) return null;
  return (
    <Box className="no-print" sx={{ display: 'inline-flex', flexWrap: 'wrap', gap: 0.5, ml: -1 }}>
      {mayAnswer && (
        <Button size="small" onClick={() => setAnswering(true)}>
          {text(finding.answer ? 'resources.findings.answerAgain' : 'resources.findings.answer')}
        </Button>
      )}
      {maySettle && alive && (
        <Button size="small" onClick={() => setDeciding('settle')}>
          {text('resources.findings.settle')}
        </Button>
      )}
      {maySettle && finding.state !== 'open' && (
        <Button size="small" onClick={() => setDeciding('reopen')}>
          {text('resources.findings.ask')}
        </Button>
      )}
      {answering && <AnswerDialog finding={finding} onClose={() => setAnswering(false)} />}
      {deciding && (
        <SettleDialog finding={finding} decision={deciding} onClose={() => setDeciding(undefined)} />
      )}
    </Box>
  );
}
