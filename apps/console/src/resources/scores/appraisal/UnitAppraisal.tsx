import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { formatInstant, type AppraisalView } from '@nhip/contracts';
import { useNotify } from 'ra-core';
import { useState, type FormEvent } from 'react';
import { useLanguage, useText } from '../../../i18n/use-text.js';
import { nameIn } from '../../../session/language.js';
import { useMe } from '../../../session/SessionContext.js';
import { EmptyState } from '../../../shared/EmptyState.js';
import { ProblemAlert } from '../../../shared/ProblemAlert.js';
import { Sheet } from '../../../shared/Sheet.js';
import { useAnswer } from '../../../shared/use-answer.js';
import { useCommand } from '../../../shared/use-command.js';
import { LineInputs } from './LineInputs.js';
import { pointsText } from './points.js';
import { rangeText } from './range-text.js';
import { Standing } from './Standing.js';
import { useLines } from './use-lines.js';

/** Self-score → appraised → final of one unit, indicator by indicator, to be filled in by whose turn it is. */
export function UnitAppraisal({ cycleId, unitId }: { cycleId: string; unitId: string }) {
  const { data, error } = useAnswer<AppraisalView>(`/review-cycles/${cycleId}/units/${unitId}/appraisal`);
  if (error) return <ProblemAlert problem={error} />;
  if (data === undefined) return null;
  return data.items.length === 0 ? <NoPoints /> : <Items view={data} />;
}

function NoPoints() {
  const text = useText();
  return (
    <Sheet>
      <EmptyState
        title={text('resources.scores.appraisal.noPoints')}
        hint={text('resources.scores.appraisal.noPointsHint')}
      />
    </Sheet>
  );
}

function Items({ view }: { view: AppraisalView }) {
  const text = useText();
  const language = useLanguage();
  const command = useCommand();
  const notify = useNotify();
  const { permissions } = useMe();
  const kind =
    view.canSelfScore && permissions.includes('submissions.fill')
      ? 'self'
      : view.canAppraise && permissions.includes('scores.appraise')
        ? 'appraised'
        : undefined;
  const lines = useLines(kind === 'appraised');
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const read = lines.read((indicator) => indicator);
    if (read === undefined || kind === undefined) return;
    const keys = read.map(([key]) => key);
    setBusy(true);
    setProblem(undefined);
    try {
      await command({
        resource: `review-cycles/${view.cycleId}/units`,
        id: view.unitId,
        verb: kind === 'self' ? 'self-scores' : 'appraised-scores',
        body: { items: read.map(([, item]) => item) },
      });
      lines.clear(keys);
      notify(text('resources.scores.appraisal.saved', { count: keys.length }), { type: 'success' });
    } catch (refused) {
      lines.refuse(refused, keys);
      setProblem(refused);
    }
    setBusy(false);
  };
  return (
    <form onSubmit={(event) => void save(event)} noValidate>
      <Alert severity="info" variant="outlined" sx={{ mb: 2 }}>
        {text(`resources.scores.appraisal.${kind === undefined ? 'readOnly' : hints[kind]}`)}
      </Alert>
      <Sheet>
        {view.items.map((item) => {
          const asked = kind === 'appraised' || (kind === 'self' && item.selfScored);
          const name = nameIn(item.names, language);
          return (
            <Box key={item.indicator} component="section" aria-label={name} sx={row}>
              <Typography sx={{ fontWeight: 500 }}>
                {name}{' '}
                <Typography component="span" color="text.secondary">
                  {rangeText(item.range, text, language)}
                  {kind === 'self' && !item.selfScored && ` · ${text('resources.scores.appraisal.notSelf')}`}
                </Typography>
              </Typography>
              <Standing
                computed={item.computed}
                self={item.self}
                appraised={item.appraised}
                final={item.final?.points ?? null}
              />
              {asked && (
                <Box className="no-print" sx={{ mt: 1 }}>
                  <LineInputs
                    name={name}
                    line={lines.of(item.indicator)}
                    reasonLabel={text(
                      kind === 'self'
                        ? 'resources.scores.appraisal.reasonWhen'
                        : 'resources.scores.appraisal.reason',
                    )}
                    wrong={lines.wrong(item.indicator)}
                    onChange={(line) => lines.set(item.indicator, line)}
                  />
                </Box>
              )}
              {item.versions.length > 0 && <Versions versions={item.versions} />}
            </Box>
          );
        })}
      </Sheet>
      <ProblemAlert problem={problem} shown={lines.shown} />
      {kind !== undefined && (
        <Box className="no-print" sx={foot}>
          <Button type="submit" variant="contained" disabled={busy || lines.count === 0}>
            {lines.count === 0
              ? text('shell.form.save')
              : text('resources.scores.appraisal.save', { count: lines.count })}
          </Button>
        </Box>
      )}
    </form>
  );
}

const hints = { self: 'selfHint', appraised: 'appraiseHint' } as const;

function Versions({ versions }: Pick<AppraisalView['items'][number], 'versions'>) {
  const text = useText();
  const language = useLanguage();
  return (
    <Box component="details" sx={{ mt: 0.75, fontSize: 13 }}>
      <summary>{text('resources.scores.appraisal.versions', { count: versions.length })}</summary>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, pl: 2 }}>
        {versions.map(({ kind, points, reason, authorName, author, at, superseded }) => (
          <Box
            component="li"
            key={`${kind} ${at}`}
            sx={{ color: superseded ? 'text.secondary' : 'text.primary' }}
          >
            {text(`resources.scores.appraisal.${kind}`)}:{' '}
            {points === null ? text('resources.scores.appraisal.takenBack') : pointsText(points, language)} ·{' '}
            <time dateTime={at}>{formatInstant(at)}</time> · {authorName ?? author}
            {reason !== null && ` · ${reason}`}
          </Box>
        ))}
      </Box>
    </Box>
  );
}

const row = { px: 2, py: 1.5, borderBottom: 1, borderColor: 'divider', breakInside: 'avoid' } as const;
const foot = {
  position: 'sticky',
  bottom: 0,
  zIndex: 2,
  py: 1.5,
  bgcolor: 'background.default',
} as const;
