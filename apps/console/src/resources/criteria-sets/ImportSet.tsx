import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { describeRemark, type CriteriaImportReport, type CriteriaSetVersionView } from '@nhip/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { useSession } from '../../session/SessionContext.js';
import { FileButton } from '../../shared/FileButton.js';
import { LongWork } from '../../shared/LongWork.js';
import { Page } from '../../shared/Page.js';
import { PageTitle } from '../../shared/PageTitle.js';
import { ProblemAlert } from '../../shared/ProblemAlert.js';
import { Sheet } from '../../shared/Sheet.js';
import { useAnswer } from '../../shared/use-answer.js';
import { Changes } from './compare/Changes.js';

/** A whole set from a file: looked through first, then written as a draft. With `?into=` it goes into that set. */
export default function ImportSet() {
  const text = useText();
  const session = useSession();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const notify = useNotify();
  const [params] = useSearchParams();
  const [file, setFile] = useState<File>();
  const [report, setReport] = useState<CriteriaImportReport>();
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const into = params.get('into');

  const send = async (chosen: File, seen?: CriteriaImportReport) => {
    setBusy(true);
    setProblem(undefined);
    try {
      const body = new FormData();
      body.append('dryRun', String(seen === undefined));
      if (into !== null) body.append('setId', into);
      if (seen?.target) body.append('revision', String(seen.target.revision));
      body.append('file', chosen);
      const answer = await session.api.send<CriteriaImportReport>({
        method: 'POST',
        path: '/criteria-sets/import',
        body,
      });
      setReport(answer);
      if (answer.written) {
        await queryClient.invalidateQueries();
        notify(text('resources.criteria-sets.import.written'), { type: 'success' });
        void navigate(`/criteria-sets/${answer.id}/show?version=${answer.versionId}`);
      }
    } catch (error) {
      setProblem(error);
    }
    setBusy(false);
  };
  const choose = (chosen: File) => {
    setFile(chosen);
    setReport(undefined);
    void send(chosen);
  };
  return (
    <Page narrow={report?.content === undefined}>
      <PageTitle
        title={text('resources.criteria-sets.import.title')}
        subtitle={text('resources.criteria-sets.import.explain')}
      />
      <Sheet>
        <Box sx={{ p: 2 }}>
          <FileButton
            label={file?.name ?? text('resources.criteria-sets.import.choose')}
            accept=".xlsx,.json"
            variant={file ? 'outlined' : 'contained'}
            onChosen={choose}
          />
          <ProblemAlert problem={problem} />
        </Box>
        {busy && <LongWork what={text('shell.import.working')} />}
      </Sheet>
      {report && file && !busy && <Report report={report} onWrite={() => void send(file, report)} />}
    </Page>
  );
}

function Report({
  report,
  onWrite,
}: {
  readonly report: CriteriaImportReport;
  readonly onWrite: () => void;
}) {
  const text = useText();
  const language = useLanguage();
  const { problems, remarks, content, target, names, code } = report;
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const lintErrors = remarks.filter(({ severity }) => severity === 'error').length;
  const goal =
    target === null
      ? text('resources.criteria-sets.import.asNew', {
          name: names ? nameIn(names, language) : '',
          code: code ?? '',
        })
      : text(`resources.criteria-sets.import.${target.draft ? 'intoDraft' : 'asNext'}`, {
          name: nameIn(target.names, language),
        });
  return (
    <>
      <Alert
        severity={errors > 0 ? 'error' : lintErrors > 0 ? 'warning' : 'success'}
        variant="outlined"
        role="status"
        sx={{ mb: 2 }}
      >
        {errors > 0
          ? text('resources.criteria-sets.import.bad', { smart_count: errors })
          : lintErrors > 0
            ? text('resources.criteria-sets.import.remarked', { smart_count: lintErrors })
            : text('resources.criteria-sets.import.good')}
      </Alert>
      {problems.length > 0 && (
        <Sheet title={text('resources.criteria-sets.import.problems')}>
          <Places rows={problems} />
        </Sheet>
      )}
      {remarks.length > 0 && (
        <Sheet
          title={text('resources.criteria-sets.remarks', {
            errors: lintErrors,
            warnings: remarks.length - lintErrors,
          })}
        >
          <Places
            rows={remarks.map((remark) => ({
              ...remark,
              column: '',
              found: '',
              message: describeRemark(remark, language),
            }))}
          />
        </Sheet>
      )}
      {content && (
        <>
          <Sheet title={goal}>
            <Box sx={{ px: 2, py: 1 }}>
              {target?.versionId ? (
                <Difference versionId={target.versionId} content={content} />
              ) : (
                <Typography>
                  {text('resources.criteria-sets.counts', {
                    indicators: content.indicators.length,
                    elements: content.dataElements.length,
                  })}
                </Typography>
              )}
            </Box>
          </Sheet>
          <Button variant="contained" onClick={onWrite}>
            {text('resources.criteria-sets.import.write')}
          </Button>
        </>
      )}
    </>
  );
}

function Difference({
  versionId,
  content,
}: {
  readonly versionId: string;
  readonly content: NonNullable<CriteriaImportReport['content']>;
}) {
  const present = useAnswer<CriteriaSetVersionView>(`/criteria-set-versions/${versionId}`);
  return present.data === undefined ? null : <Changes before={present.data.content} after={content} />;
}

interface Place {
  readonly sheet: string;
  readonly row: number | null;
  readonly cell: string;
  readonly column: string;
  readonly message: string;
  readonly severity: 'error' | 'warning';
}

/** Where in the file, and what to mend there. */
function Places({ rows }: { readonly rows: readonly Place[] }) {
  const text = useText();
  const placeOf = ({ sheet, row, cell, column }: Place): string =>
    [
      sheet,
      cell === '' ? '' : row === null ? cell : text('resources.criteria-sets.import.cellOf', { cell }),
      column === '' ? '' : text('resources.criteria-sets.import.columnOf', { column }),
    ]
      .filter((part) => part !== '')
      .join(' · ');
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {rows.map((row) => (
        <Box
          component="li"
          key={`${row.sheet} ${row.cell} ${row.message}`}
          sx={{
            px: 2,
            py: 0.75,
            display: 'grid',
            gridTemplateColumns: { sm: '280px 1fr' },
            columnGap: 2,
            borderTop: 1,
            borderColor: 'divider',
            '&:first-of-type': { borderTop: 0 },
          }}
        >
          <Box sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>{placeOf(row) || '–'}</Box>
          <div>
            <Box
              component="span"
              sx={{ color: row.severity === 'error' ? 'error.main' : 'warning.main', fontWeight: 500 }}
            >
              {text(`resources.criteria-sets.severities.${row.severity}`)}
            </Box>{' '}
            {row.message}
          </div>
        </Box>
      ))}
    </Box>
  );
}
