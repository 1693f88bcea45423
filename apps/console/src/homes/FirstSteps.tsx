import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { Page } from '@nhip/contracts';
import { Link } from 'react-router-dom';
import { useText } from '../i18n/use-text.js';
import { Sheet } from '../shared/Sheet.js';
import { StateMark } from '../shared/StateChip.js';
import { useAnswer } from '../shared/use-answer.js';

const ONE = { perPage: 1 };

/** What an administrator does in a new installation, in its order; gone once there are units and people. */
export function FirstSteps() {
  const text = useText();
  const groups = useAnswer<Page<unknown>>('/peer-groups', ONE).data?.total;
  const units = useAnswer<Page<unknown>>('/units', ONE).data?.total;
  const accounts = useAnswer<Page<unknown>>('/accounts', ONE).data?.total;
  if (groups === undefined || units === undefined || accounts === undefined) return null;
  if (units > 0 && accounts > 1) return null;
  const steps = [
    { name: 'groups', to: '/units/peer-groups', done: groups > 0 || units > 0 },
    { name: 'units', to: '/units/import', done: units > 0 },
    { name: 'accounts', to: '/accounts/import', done: accounts > 1 },
    { name: 'calendar', to: '/calendar', done: false },
  ] as const;
  const next = steps.find(({ done }) => !done);
  return (
    <Sheet title={text('home.firstSteps.title')}>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {steps.map((step) => (
          <Box component="li" key={step.name} sx={row}>
            <Box sx={{ pt: '3px', flex: 'none' }}>
              <StateMark shape={step.done ? 'tick' : 'ring'} tone={step.done ? 'good' : 'quiet'} />
            </Box>
            <Box sx={{ flex: '1 1 240px', minWidth: 0 }}>
              <Typography sx={{ fontWeight: 500 }}>{text(`home.firstSteps.${step.name}.title`)}</Typography>
              <Typography color="text.secondary" sx={{ fontSize: 13 }}>
                {text(`home.firstSteps.${step.name}.hint`)}
              </Typography>
            </Box>
            {!step.done && (
              <Button component={Link} to={step.to} variant={step === next ? 'contained' : 'outlined'}>
                {text(`home.firstSteps.${step.name}.go`)}
              </Button>
            )}
          </Box>
        ))}
      </Box>
      <Typography color="text.secondary" sx={{ px: 2, py: 1.25, borderTop: 1, borderColor: 'divider' }}>
        {text('home.firstSteps.after')}
      </Typography>
    </Sheet>
  );
}

const row = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'flex-start',
  columnGap: 1.25,
  rowGap: 0.75,
  px: 2,
  py: 1.25,
  '& + &': { borderTop: 1, borderColor: 'divider' },
} as const;
