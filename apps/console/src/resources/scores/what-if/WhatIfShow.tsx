import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import TextField from '@mui/material/TextField';
import {
  describeRemark,
  type CriteriaSetVersionView,
  type Language,
  type Names,
  type ReviewCycleView,
  type WhatIfChanges,
  type WhatIfView,
} from '@nhip/contracts';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router-dom';
import { LoadingPage } from '../../../app/LoadingPage.js';
import { PageError } from '../../../app/PageError.js';
import { useLanguage, useText } from '../../../i18n/use-text.js';
import { nameIn } from '../../../session/language.js';
import { ConfirmWithReason } from '../../../shared/ConfirmWithReason.js';
import { HistoryTimeline } from '../../../shared/HistoryTimeline.js';
import { Page } from '../../../shared/Page.js';
import { PageTitle } from '../../../shared/PageTitle.js';
import { PrintHeader } from '../../../shared/PrintHeader.js';
import { ProblemAlert } from '../../../shared/ProblemAlert.js';
import { Sheet } from '../../../shared/Sheet.js';
import { StateChip } from '../../../shared/StateChip.js';
import { useAnswer } from '../../../shared/use-answer.js';
import { useCommand } from '../../../shared/use-command.js';
import { whatIfLooks } from './looks.js';
import { MovedUnits } from './MovedUnits.js';
import { SupposedList } from './SupposedList.js';
import { SupposeFigure } from './SupposeFigure.js';
import { SupposeObject } from './SupposeObject.js';
import { withFigure, withoutSupposed, type Supposed } from './supposed.js';
import { historyChanges } from './told.js';

/** One what-if: what is supposed, and what becomes of every unit. */
export default function WhatIfShow() {
  const { id = '', whatIfId = '' } = useParams();
  const path = `/review-cycles/${id}/what-ifs/${whatIfId}`;
  const cycle = useAnswer<ReviewCycleView>(`/review-cycles/${id}`);
  const whatIf = useAnswer<WhatIfView>(path);
  const set = useAnswer<CriteriaSetVersionView>(
    whatIf.data && `/criteria-set-versions/${whatIf.data.criteriaSetVersionId}`,
  );
  const error = cycle.error ?? whatIf.error ?? set.error;
  if (error) return <PageError error={error} />;
  if (!cycle.data || !whatIf.data || !set.data) return <LoadingPage />;
  return <Shown cycle={cycle.data} whatIf={whatIf.data} set={set.data} path={path} />;
}

interface ShownProps {
  readonly cycle: ReviewCycleView;
  readonly whatIf: WhatIfView;
  readonly set: CriteriaSetVersionView;
  readonly path: string;
}

function Shown({ cycle, whatIf, set, path }: ShownProps) {
  const text = useText();
  const language = useLanguage();
  const command = useCommand();
  const [asked, setAsked] = useState<'object' | 'figure' | 'keep' | 'drop'>();
  const [problem, setProblem] = useState<unknown>();
  const open = whatIf.status === 'open';
  const suppose = (changes: WhatIfChanges) =>
    command({
      resource: `review-cycles/${cycle.id}/what-ifs`,
      id: whatIf.id,
      verb: 'change',
      body: { changes },
      revision: whatIf.revision,
    });
  const undo = (one: Supposed) => {
    setProblem(undefined);
    suppose(withoutSupposed(whatIf.changes, one)).catch(setProblem);
  };
  const historyWords = {
    added: text('resources.criteria-sets.compare.kinds.added'),
    removed: text('resources.criteria-sets.compare.kinds.removed'),
    asRecorded: text('resources.scores.whatIf.asRecorded'),
    unitName: (id: string) => nameIn(whatIf.unitNames[id] ?? { vi: '…' }, language),
  };
  const errors = whatIf.remarks.filter(({ severity }) => severity === 'error');
  return (
    <Page>
      <PageTitle
        title={whatIf.name}
        subtitle={
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
            <StateChip
              label={text(`resources.scores.whatIf.statuses.${whatIf.status}`)}
              {...whatIfLooks[whatIf.status]}
            />
            <MuiLink component={Link} to={`/scores/${cycle.id}/what-if`}>
              {nameIn(cycle.names, language)}
            </MuiLink>
            <span>{text('resources.scores.whatIf.copyOf', { run: whatIf.run })}</span>
          </Box>
        }
      >
        {open && (
          <>
            <Button onClick={() => setAsked('drop')}>{text('resources.scores.whatIf.drop')}</Button>
            <Button variant="outlined" onClick={() => setAsked('keep')}>
              {text('resources.scores.whatIf.keep')}
            </Button>
          </>
        )}
        <Button onClick={() => print()} sx={{ display: { xs: 'none', md: 'inline-flex' } }}>
          {text('shell.list.print')}
        </Button>
      </PageTitle>
      <PrintHeader chosen={[nameIn(cycle.names, language)]} />
      <Alert severity="info" variant="outlined" sx={{ mb: 2 }}>
        {whatIf.note ?? text('resources.scores.whatIf.untouched')}
      </Alert>
      <ProblemAlert problem={problem} />
      <Sheet title={text('resources.scores.whatIf.supposed')}>
        <SupposedList
          content={set.content}
          changes={whatIf.changes}
          unitNames={whatIf.unitNames}
          present={whatIf.present}
          onUndo={open ? undo : undefined}
        />
        {errors.length > 0 && (
          <Alert severity="warning" variant="outlined" sx={{ m: 2 }}>
            {text('resources.scores.whatIf.remarks')}
            <ul style={{ margin: '4px 0 0', paddingLeft: 20 }}>
              {errors.map((remark) => (
                <li key={`${remark.path.join('.')} ${remark.code}`}>
                  {placeOf(set.content, remark.path, text('resources.scores.whatIf.wholes.totals'), language)}
                  : {describeRemark(remark, language)}
                </li>
              ))}
            </ul>
          </Alert>
        )}
        {open && (
          <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, px: 2, py: 1.5 }}>
            <Button variant="contained" onClick={() => setAsked('object')}>
              {text('resources.scores.whatIf.supposeObject')}
            </Button>
            <Button variant="outlined" onClick={() => setAsked('figure')}>
              {text('resources.scores.whatIf.supposeFigure')}
            </Button>
          </Box>
        )}
      </Sheet>
      <MovedUnits path={path} />
      <Box className="no-print">
        <HistoryTimeline
          subjectKind="what-if"
          subjectId={whatIf.id}
          resource="scores"
          changes={(item) => historyChanges(item, set.content, historyWords, language)}
        />
      </Box>
      {asked === 'object' && (
        <SupposeObject
          content={set.content}
          versionId={set.id}
          changes={whatIf.changes}
          submit={suppose}
          onClose={() => setAsked(undefined)}
        />
      )}
      {asked === 'figure' && (
        <SupposeFigure
          content={set.content}
          cycleId={cycle.id}
          submit={(figure) => suppose(withFigure(whatIf.changes, figure))}
          onClose={() => setAsked(undefined)}
        />
      )}
      {(asked === 'keep' || asked === 'drop') && (
        <Settle cycle={cycle} whatIf={whatIf} verb={asked} onClose={() => setAsked(undefined)} />
      )}
    </Page>
  );
}

/** The name of the innermost part of the criteria that a remark is about; of the whole its path. */
function placeOf(
  content: unknown,
  path: readonly (string | number)[],
  totals: string,
  language: Language,
): string {
  let place = path[0] === 'totals' ? totals : path.join('.');
  let part = content;
  for (const step of path) {
    part = (part as Readonly<Record<string | number, unknown>> | undefined)?.[step];
    if (typeof part === 'object' && part !== null && 'names' in part) {
      place = nameIn(part.names as Names, language);
    }
  }
  return place;
}

function Settle({
  cycle,
  whatIf,
  verb,
  onClose,
}: Pick<ShownProps, 'cycle' | 'whatIf'> & { verb: 'keep' | 'drop'; onClose: () => void }) {
  const text = useText();
  const command = useCommand();
  const notify = useNotify();
  const navigate = useNavigate();
  const [name, setName] = useState(whatIf.name);
  return (
    <ConfirmWithReason
      title={text(`resources.scores.whatIf.${verb}`)}
      explain={text(`resources.scores.whatIf.explain.${verb}`)}
      confirmLabel={text(`resources.scores.whatIf.${verb}`)}
      reasonRequired={verb === 'keep'}
      ready={() => verb === 'drop' || name.trim() !== ''}
      submit={(reason) =>
        command({
          resource: `review-cycles/${cycle.id}/what-ifs`,
          id: whatIf.id,
          verb,
          body: verb === 'keep' ? { name: name.trim(), note: reason } : reason === '' ? {} : { reason },
          revision: whatIf.revision,
        })
      }
      onDone={() => {
        notify(text(`resources.scores.whatIf.done.${verb}`), { type: 'success' });
        if (verb === 'drop') void navigate(`/scores/${cycle.id}/what-if`);
      }}
      onClose={onClose}
    >
      {verb === 'keep' && (
        <TextField
          label={text('resources.scores.whatIf.name')}
          value={name}
          required
          error={name.trim() === ''}
          onChange={(event) => setName(event.target.value)}
        />
      )}
    </ConfirmWithReason>
  );
}
