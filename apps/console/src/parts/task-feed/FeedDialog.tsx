import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { formatInstant, taskFeedPath, type RenewedTaskFeed, type TaskFeedView } from '@nhip/contracts';
import { useNotify } from 'ra-core';
import { useState } from 'react';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { useMe } from '../../session/SessionContext.js';
import { ProblemAlert } from '../../shared/ProblemAlert.js';
import { useAnswer } from '../../shared/use-answer.js';
import { useCommand } from '../../shared/use-command.js';

interface FeedDialogProps {
  readonly unit: NonNullable<ReturnType<typeof useMe>['current']['unit']>;
  readonly onClose: () => void;
}

/** The secret calendar address of a unit: made, copied once, made anew or revoked; and where to paste it. */
export function FeedDialog({ unit, onClose }: FeedDialogProps) {
  const text = useText();
  const language = useLanguage();
  const command = useCommand();
  const notify = useNotify();
  const { data, error } = useAnswer<TaskFeedView>(`/units/${unit.id}/task-feed`);
  const [address, setAddress] = useState<string>();
  const [problem, setProblem] = useState<unknown>();
  const [asked, setAsked] = useState<'renew' | 'revoke'>();
  const [busy, setBusy] = useState(false);

  const run = async (work: () => Promise<unknown>) => {
    setBusy(true);
    setProblem(undefined);
    setAsked(undefined);
    await work().catch(setProblem);
    setBusy(false);
  };
  const renew = () =>
    run(async () => {
      const { token } = await command<RenewedTaskFeed>({
        resource: 'units',
        id: unit.id,
        verb: 'task-feed',
        body: { language },
      });
      setAddress(token === undefined ? '' : `${window.location.origin}/api${taskFeedPath(token)}`);
    });
  const revoke = () =>
    run(async () => {
      await command({ resource: 'units', id: unit.id, verb: 'task-feed/revoke' });
      setAddress(undefined);
      notify(text('parts.taskFeed.revoked'), { type: 'success' });
    });
  const feed = data?.feed;
  const act = asked === 'revoke' ? revoke : renew;

  return (
    <Dialog open onClose={busy ? undefined : onClose} maxWidth="sm" fullWidth>
      <DialogTitle>{text('parts.taskFeed.title', { unit: nameIn(unit.names, language) })}</DialogTitle>
      <DialogContent>
        <DialogContentText>{text('parts.taskFeed.explain')}</DialogContentText>
        <ProblemAlert problem={problem ?? error ?? undefined} />
        {address !== undefined && <Address address={address} />}
        {address === undefined && data && (
          <Typography sx={{ mt: 2 }}>
            {feed
              ? text('parts.taskFeed.madeBy', {
                  name: feed.madeBy ?? '–',
                  at: formatInstant(feed.madeAt),
                })
              : text('parts.taskFeed.none')}
          </Typography>
        )}
        {asked && (
          <Alert severity="warning" variant="outlined" sx={{ mt: 2 }}>
            {text(`parts.taskFeed.${asked}Explain`)}
            <Button
              color="inherit"
              variant="outlined"
              disabled={busy}
              onClick={() => void act()}
              sx={{ display: 'block', mt: 1 }}
            >
              {text(`parts.taskFeed.${asked}`)}
            </Button>
          </Alert>
        )}
      </DialogContent>
      <DialogActions sx={{ flexWrap: 'wrap', rowGap: 1 }}>
        {feed && (
          <Button disabled={busy} onClick={() => setAsked('revoke')} sx={{ mr: 'auto' }}>
            {text('parts.taskFeed.revoke')}
          </Button>
        )}
        <Button onClick={onClose} disabled={busy}>
          {text('parts.taskFeed.close')}
        </Button>
        {data && (
          <Button
            variant={feed ? 'outlined' : 'contained'}
            disabled={busy}
            onClick={() => (feed ? setAsked('renew') : void renew())}
          >
            {text(feed ? 'parts.taskFeed.renew' : 'parts.taskFeed.make')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}

function Address({ address }: { address: string }) {
  const text = useText();
  const notify = useNotify();
  if (address === '')
    return (
      <Alert severity="info" variant="outlined" sx={{ mt: 2 }}>
        {text('parts.taskFeed.notShown')}
      </Alert>
    );
  const copy = async () => {
    await navigator.clipboard.writeText(address);
    notify(text('parts.taskFeed.copied'), { type: 'success' });
  };
  return (
    <Box sx={{ mt: 2 }}>
      <TextField
        label={text('parts.taskFeed.address')}
        value={address}
        multiline
        slotProps={{ input: { readOnly: true }, htmlInput: { 'data-feed': '' } }}
        onFocus={(event) => event.target.select()}
      />
      <Button variant="contained" onClick={() => void copy()} sx={{ mt: 1 }}>
        {text('parts.taskFeed.copy')}
      </Button>
      <Box component="ul" sx={{ pl: 2.5, mb: 0 }}>
        {(['outlook', 'google', 'phone', 'reach'] as const).map((key) => (
          <li key={key}>{text(`parts.taskFeed.${key}`)}</li>
        ))}
      </Box>
    </Box>
  );
}
