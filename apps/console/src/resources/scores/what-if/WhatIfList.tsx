import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { formatInstant, type ReviewCycleView, type WhatIfItem } from '@nhip/contracts';
import { useState, type FormEvent } from 'react';
import { Link, useNavigate, useParams } from 'react-router-dom';
import { LoadingPage } from '../../../app/LoadingPage.js';
import { PageError } from '../../../app/PageError.js';
import { useLanguage, useText } from '../../../i18n/use-text.js';
import { nameIn } from '../../../session/language.js';
import { EmptyState } from '../../../shared/EmptyState.js';
import { Page } from '../../../shared/Page.js';
import { PageTitle } from '../../../shared/PageTitle.js';
import { ProblemAlert } from '../../../shared/ProblemAlert.js';
import { Sheet } from '../../../shared/Sheet.js';
import { StateChip } from '../../../shared/StateChip.js';
import { useAnswer } from '../../../shared/use-answer.js';
import { useCommand } from '../../../shared/use-command.js';
import { whatIfLooks } from './looks.js';

/** The what-ifs of a cycle, and the way to another one. */
export default function WhatIfList() {
  const { id = '' } = useParams();
  const text = useText();
  const language = useLanguage();
  const cycle = useAnswer<ReviewCycleView>(`/review-cycles/${id}`);
  const list = useAnswer<{ items: readonly WhatIfItem[] }>(`/review-cycles/${id}/what-ifs`);
  const error = cycle.error ?? list.error;
  if (error) return <PageError error={error} />;
  if (!cycle.data || !list.data) return <LoadingPage />;
  const { items } = list.data;
  return (
    <Page>
      <PageTitle
        title={text('resources.scores.whatIf.title')}
        subtitle={
          <MuiLink component={Link} to={`/review-cycles/${id}/show/scores`}>
            {nameIn(cycle.data.names, language)}
          </MuiLink>
        }
      />
      <Sheet title={text('resources.scores.whatIf.start')}>
        <Start cycleId={id} />
      </Sheet>
      <Sheet title={text('resources.scores.whatIf.earlier')}>
        {items.length === 0 && <EmptyState title={text('resources.scores.whatIf.none')} />}
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {items.map((item) => (
            <Box
              component="li"
              key={item.id}
              sx={{ px: 2, py: 1.25, borderBottom: 1, borderColor: 'divider' }}
            >
              <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, alignItems: 'baseline' }}>
                <MuiLink component={Link} to={`/scores/${id}/what-if/${item.id}`} sx={{ fontWeight: 500 }}>
                  {item.name}
                </MuiLink>
                <StateChip
                  label={text(`resources.scores.whatIf.statuses.${item.status}`)}
                  {...whatIfLooks[item.status]}
                />
              </Box>
              <Typography color="text.secondary" sx={{ fontSize: 13 }}>
                {text('resources.scores.whatIf.changed', { count: item.changed })} ·{' '}
                {formatInstant(item.startedAt)} · {item.startedBy}
              </Typography>
              {item.note !== null && <Typography>{item.note}</Typography>}
            </Box>
          ))}
        </Box>
      </Sheet>
    </Page>
  );
}

function Start({ cycleId }: { cycleId: string }) {
  const text = useText();
  const command = useCommand();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [wrong, setWrong] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return setWrong(true);
    setBusy(true);
    setProblem(undefined);
    try {
      const { id } = await command<{ id: string }>({
        resource: `review-cycles/${cycleId}/what-ifs`,
        body: { name: name.trim() },
      });
      void navigate(`/scores/${cycleId}/what-if/${id}`);
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  };
  return (
    <Box component="form" noValidate onSubmit={(event) => void send(event)} sx={{ px: 2, py: 1.5 }}>
      <Typography color="text.secondary">{text('resources.scores.whatIf.purpose')}</Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'flex-start', mt: 1 }}>
        <TextField
          margin="none"
          label={text('resources.scores.whatIf.name')}
          placeholder={text('resources.scores.whatIf.nameExample')}
          value={name}
          required
          error={wrong}
          helperText={wrong ? text('shell.form.required') : undefined}
          onChange={(event) => {
            setName(event.target.value);
            setWrong(false);
          }}
          sx={{ flex: '1 1 260px', maxWidth: 480 }}
        />
        <Button type="submit" variant="contained" disabled={busy}>
          {text('resources.scores.whatIf.begin')}
        </Button>
      </Box>
      <ProblemAlert problem={problem} />
    </Box>
  );
}
