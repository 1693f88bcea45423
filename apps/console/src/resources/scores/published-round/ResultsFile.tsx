import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { ReadPublishedResults } from '@nhip/contracts';
import { useState } from 'react';
import { useLanguage, useText } from '../../../i18n/use-text.js';
import { useSession } from '../../../session/SessionContext.js';
import { FileButton } from '../../../shared/FileButton.js';
import { ProblemAlert } from '../../../shared/ProblemAlert.js';
import { RowProblems } from '../../../shared/RowProblems.js';
import { entriesOf, type ResultEntries, type ResultUnit } from './results.js';

interface ResultsFileProps {
  readonly cycleId: string;
  readonly onRead: (units: readonly ResultUnit[], entries: ResultEntries) => void;
}

/** A file or pasted rows, read by the server without writing anything: what was found goes into the table. */
export function ResultsFile({ cycleId, onRead }: ResultsFileProps) {
  const text = useText();
  const language = useLanguage();
  const { api } = useSession();
  const [pasted, setPasted] = useState('');
  const [report, setReport] = useState<ReadPublishedResults>();
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const read = async (file: File) => {
    setBusy(true);
    setProblem(undefined);
    setReport(undefined);
    try {
      const body = new FormData();
      body.append('file', file);
      const answer = await api.send<ReadPublishedResults>({
        method: 'POST',
        path: `/review-cycles/${encodeURIComponent(cycleId)}/published-round/read-table`,
        body,
      });
      onRead(
        answer.items.map(({ unitId, unit }) => ({ id: unitId, ...unit })),
        entriesOf(answer.items, language),
      );
      setReport(answer);
    } catch (error) {
      setProblem(error);
    }
    setBusy(false);
  };
  return (
    <Box>
      <Typography color="text.secondary">{text('resources.scores.publishedRound.table')}</Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'flex-start', mt: 1 }}>
        <TextField
          multiline
          minRows={2}
          maxRows={8}
          margin="none"
          label={text('resources.scores.publishedRound.paste')}
          placeholder={text('resources.scores.publishedRound.pasteExample')}
          value={pasted}
          onChange={(event) => setPasted(event.target.value)}
          sx={{ flex: '1 1 280px', maxWidth: 520 }}
        />
        <Button
          variant="outlined"
          disabled={busy || pasted.trim() === ''}
          onClick={() => void read(new File([pasted], text('resources.scores.publishedRound.pasted')))}
        >
          {text('resources.scores.publishedRound.read')}
        </Button>
        <FileButton
          label={text('shell.import.file')}
          disabled={busy}
          accept=".xlsx,.csv,.txt"
          onChosen={(file) => void read(file)}
        />
      </Box>
      <ProblemAlert problem={problem} />
      {report && (
        <Alert
          severity={report.problems.length > 0 ? 'warning' : 'success'}
          variant="outlined"
          role="status"
          sx={{ mt: 1, '& .MuiAlert-message': { width: '100%', minWidth: 0 } }}
        >
          {text('resources.scores.publishedRound.found', {
            rows: report.rows,
            units: report.items.length,
            bad: report.rows - report.items.length,
          })}
          <RowProblems problems={report.problems} />
        </Alert>
      )}
    </Box>
  );
}
