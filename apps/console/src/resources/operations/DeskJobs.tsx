import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { formatInstant, type DeskJob, type Page } from '@nhip/contracts';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { ConfirmWithReason } from '../../shared/ConfirmWithReason.js';
import { Sheet } from '../../shared/Sheet.js';
import { StateChip } from '../../shared/StateChip.js';
import { useCommand } from '../../shared/use-command.js';
import { useLiveAnswer } from './use-live-answer.js';

/** As many as are looked at on the desk; the rest shows when these are settled. */
const SHOWN = 20;
const known = [
  'workflow.fire-timer',
  'workflow.fire-timers',
  'notices.send-mail',
  'operations.run-schedule',
  'operations.write-digest',
  'scoring.follow-figures',
] as const;
type Known = (typeof known)[number];
const isKnown = (name: string): name is Known => (known as readonly string[]).includes(name);

/** Steps that failed for good or are tried again; nothing where there is none. */
export function DeskJobs() {
  const text = useText();
  const { data } = useLiveAnswer<Page<DeskJob>>('/operations/jobs', { perPage: SHOWN });
  const [asked, setAsked] = useState<{ readonly job: DeskJob; readonly step: 'retry' | 'skip' }>();
  if (data === undefined || data.total === 0) return null;
  return (
    <Sheet title={text('resources.operations.jobs.title', { count: data.total })}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {data.items.map((job) => (
          <Job key={job.id} job={job} onAsked={(step) => setAsked({ job, step })} />
        ))}
      </Box>
      {asked && <JobDialog {...asked} onClose={() => setAsked(undefined)} />}
    </Sheet>
  );
}

const useJobName = () => {
  const text = useText();
  return ({ name }: DeskJob) => (isKnown(name) ? text(`resources.operations.jobNames.${keyOf(name)}`) : name);
};
const keyOf = (name: Known) =>
  name.replace(/^.*\./, '') as
    'fire-timer' | 'fire-timers' | 'send-mail' | 'run-schedule' | 'write-digest' | 'follow-figures';

function Job({ job, onAsked }: { job: DeskJob; onAsked: (step: 'retry' | 'skip') => void }) {
  const text = useText();
  const language = useLanguage();
  const name = useJobName();
  const { about, error, failedAt, nextAt, sends, state } = job;
  const failed = state === 'failed';
  return (
    <Box component="li" sx={row}>
      <Box sx={{ flex: '1 1 320px', minWidth: 0 }}>
        <Box sx={{ fontWeight: 500 }}>
          {name(job)}
          {about && (
            <>
              {': '}
              {about.link === null ? (
                nameIn(about.title, language)
              ) : (
                <MuiLink component={Link} to={about.link}>
                  {nameIn(about.title, language)}
                </MuiLink>
              )}
            </>
          )}
        </Box>
        <Typography color="text.secondary" sx={{ fontSize: 13 }}>
          {failed
            ? text('resources.operations.jobs.failedAt', {
                at: failedAt === null ? '–' : formatInstant(failedAt),
                times: sends,
              })
            : text('resources.operations.jobs.nextAt', {
                at: nextAt === null ? '–' : formatInstant(nextAt),
                times: sends,
              })}
        </Typography>
        {error !== null && <Box sx={errorText}>{error}</Box>}
      </Box>
      <StateChip
        label={text(`resources.operations.troubles.${state}`)}
        shape={failed ? 'cross' : 'back'}
        tone={failed ? 'late' : 'soon'}
      />
      <Box className="no-print" sx={{ display: 'flex', gap: 1 }}>
        <Button variant="outlined" size="small" onClick={() => onAsked('retry')}>
          {text('resources.operations.retry')}
        </Button>
        <Button size="small" onClick={() => onAsked('skip')}>
          {text('resources.operations.skip')}
        </Button>
      </Box>
    </Box>
  );
}

interface JobDialogProps {
  readonly job: DeskJob;
  readonly step: 'retry' | 'skip';
  readonly onClose: () => void;
}

function JobDialog({ job, step, onClose }: JobDialogProps) {
  const text = useText();
  const notify = useNotify();
  const command = useCommand();
  const name = useJobName();
  return (
    <ConfirmWithReason
      title={`${text(`resources.operations.${step}`)}: ${name(job)}`}
      explain={text(`resources.operations.jobs.${step}Explain`)}
      confirmLabel={text(`resources.operations.${step}`)}
      reasonRequired={step === 'skip'}
      submit={(reason) =>
        command({
          resource: 'operations/jobs',
          id: job.id,
          verb: step,
          body: reason === '' ? {} : { reason },
        })
      }
      onDone={() => notify(text(`resources.operations.jobs.${step}Done`), { type: 'success' })}
      onClose={onClose}
    />
  );
}

const row = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 2,
  px: 2,
  py: 1.25,
  '& + &': { borderTop: 1, borderColor: 'divider' },
} as const;
const errorText = {
  mt: 0.5,
  fontFamily: 'monospace',
  fontSize: 12.5,
  overflowWrap: 'anywhere',
  color: 'error.main',
} as const;
