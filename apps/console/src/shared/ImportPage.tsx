import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ImportReport } from '@nhip/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLanguage, useText } from '../i18n/use-text.js';
import { useSession } from '../session/SessionContext.js';
import { FileButton } from './FileButton.js';
import { LongWork } from './LongWork.js';
import { Page } from './Page.js';
import { PageTitle } from './PageTitle.js';
import { ProblemAlert } from './ProblemAlert.js';
import { RowProblems } from './RowProblems.js';
import { Sheet } from './Sheet.js';

type Columns = Readonly<Record<string, { readonly required: boolean; readonly headings: readonly string[] }>>;

interface ImportPageProps<Report extends ImportReport> {
  /** `/units/import` */
  readonly path: string;
  readonly title: string;
  readonly columns: Columns;
  /** Words a column takes, by the name of the column. */
  readonly choices?: Readonly<Record<string, readonly string[]>>;
  readonly onWritten: (report: Report) => void;
}

/** Rows from a file: first checked without writing, each bad cell with what to mend; then written. */
export function ImportPage<Report extends ImportReport>({
  path,
  title,
  columns,
  choices = {},
  onWritten,
}: ImportPageProps<Report>) {
  const text = useText();
  const language = useLanguage();
  const session = useSession();
  const queryClient = useQueryClient();
  const [file, setFile] = useState<File>();
  const [report, setReport] = useState<Report>();
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  const send = async (chosen: File, options: { dryRun: boolean; goodRowsOnly: boolean }) => {
    setBusy(true);
    setProblem(undefined);
    try {
      const body = new FormData();
      body.append('dryRun', String(options.dryRun));
      body.append('goodRowsOnly', String(options.goodRowsOnly));
      body.append('file', chosen);
      const answer = await session.api.send<Report>({ method: 'POST', path, body });
      if (answer.written) {
        await queryClient.invalidateQueries();
        onWritten(answer);
      }
      setReport(answer);
    } catch (error) {
      setReport(undefined);
      setProblem(error);
    }
    setBusy(false);
  };
  const choose = (chosen: File) => {
    setFile(chosen);
    void send(chosen, { dryRun: true, goodRowsOnly: false });
  };
  // The Vietnamese heading stands first, the English one last; a file may have either.
  const heading = ({ headings }: Columns[string]) => headings.at(language === 'en' ? -1 : 0) ?? '';
  const headings = (required: boolean) =>
    Object.values(columns)
      .filter((column) => column.required === required)
      .map(heading)
      .join(', ');
  const template = Object.values(columns).map(heading).join(',');

  return (
    <Page narrow>
      <PageTitle title={title} />
      <Sheet>
        <Box sx={{ p: 2 }}>
          <Typography>{text('shell.import.columns', { columns: headings(true) })}</Typography>
          <Typography color="text.secondary">
            {text('shell.import.optional', { columns: headings(false) })}
          </Typography>
          {Object.entries(choices).map(([name, words]) => (
            <Typography key={name} color="text.secondary">
              {text('shell.import.words', {
                column: columns[name] ? heading(columns[name]) : name,
                words: words.join('; '),
              })}
            </Typography>
          ))}
          <FileButton
            label={file?.name ?? text('shell.import.file')}
            accept=".xlsx,.csv"
            variant={file ? 'outlined' : 'contained'}
            sx={{ mt: 2 }}
            onChosen={choose}
          />
          <Button
            component="a"
            href={`data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${template}\r\n`)}`}
            download={`${path.slice(1).replaceAll('/', '-')}.csv`}
            sx={{ mt: 2, ml: { sm: 1 } }}
          >
            {text('shell.import.template')}
          </Button>
          <ProblemAlert problem={problem} />
        </Box>
        {busy && <LongWork what={text('shell.import.working')} />}
        {report && file && !busy && (
          <Findings
            report={report}
            write={(goodRowsOnly) => void send(file, { dryRun: false, goodRowsOnly })}
          />
        )}
      </Sheet>
    </Page>
  );
}

function Findings({ report, write }: { report: ImportReport; write: (goodRowsOnly: boolean) => void }) {
  const text = useText();
  const bad = report.rows - report.goodRows;
  const summary = report.written
    ? text('shell.import.written', { count: report.goodRows })
    : text('shell.import.checked', { rows: report.rows, good: report.goodRows, bad });
  return (
    <Box sx={{ px: 2, pb: 2 }}>
      <Alert severity={bad > 0 ? 'warning' : 'success'} variant="outlined" role="status">
        {summary}
      </Alert>
      <RowProblems problems={report.problems} />
      {!report.written && report.goodRows > 0 && (
        <Button variant="contained" sx={{ mt: 2 }} onClick={() => write(bad > 0)}>
          {text(bad > 0 ? 'shell.import.writeGood' : 'shell.import.write', { count: report.goodRows })}
        </Button>
      )}
    </Box>
  );
}
