import ExpandMore from '@mui/icons-material/ExpandMore';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import { lazy, Suspense, useState } from 'react';
import { useText } from '../../i18n/use-text.js';
import { Sheet } from '../../shared/Sheet.js';

const InstanceDiagram = lazy(() => import('./InstanceDiagram.js'));

/** Where a record stands in its procedure; drawn, and loaded, when it is opened. */
export function InstanceSection({ id }: { readonly id: string }) {
  const text = useText();
  const [open, setOpen] = useState(false);
  return (
    <Sheet>
      <Box className={open ? '' : 'no-print'} sx={{ px: 2, py: 0.75 }}>
        <Button
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          endIcon={<ExpandMore sx={{ ...(open && { transform: 'rotate(180deg)' }) }} />}
        >
          {text('resources.procedures.whereItStands')}
        </Button>
      </Box>
      {open && (
        <Suspense fallback={<Skeleton variant="rectangular" height={320} sx={{ m: 2 }} />}>
          <InstanceDiagram id={id} />
        </Suspense>
      )}
    </Sheet>
  );
}
