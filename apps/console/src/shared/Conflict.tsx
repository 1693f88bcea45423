import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useSourceContext, useTranslate } from 'ra-core';
import { useFormContext, type FieldValues } from 'react-hook-form';
import { useText } from '../i18n/use-text.js';
import { differences, withinKeysOf } from './differences.js';

/** A record as it stands now, in the shape of the form. */
export interface Latest<Values> {
  readonly revision: number;
  readonly values: Values;
}

interface ConflictProps {
  readonly latest: Latest<FieldValues>;
  readonly onDecided: (kept: 'mine' | 'theirs') => void;
}

/** Somebody else's change beside one's own; nothing is overwritten before a decision. */
export function Conflict({ latest, onDecided }: ConflictProps) {
  const text = useText();
  const translate = useTranslate();
  const { getLabel } = useSourceContext();
  const form = useFormContext();
  const differing = differences(withinKeysOf(latest.values, form.getValues()), latest.values);
  const label = (path: string) => {
    const key = getLabel(path);
    return typeof key === 'string' ? translate(key, { _: path }) : path;
  };
  return (
    <Alert
      severity="warning"
      variant="outlined"
      role="alert"
      sx={{ my: 1, '& .MuiAlert-message': { width: '100%' } }}
    >
      <AlertTitle>{text('shell.conflict.title')}</AlertTitle>
      {text(differing.length === 0 ? 'shell.conflict.same' : 'shell.conflict.explain')}
      {differing.length > 0 && (
        <Table size="small" sx={{ my: 1 }}>
          <TableHead>
            <TableRow>
              <TableCell>{text('shell.conflict.field')}</TableCell>
              <TableCell>{text('shell.conflict.typed')}</TableCell>
              <TableCell>{text('shell.conflict.theirs')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {differing.map(({ path, mine, theirs }) => (
              <TableRow key={path}>
                <TableCell>{label(path)}</TableCell>
                <TableCell>{mine || '–'}</TableCell>
                <TableCell>{theirs || '–'}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
      <Button variant="outlined" sx={{ mr: 1, mt: 1 }} onClick={() => onDecided('mine')}>
        {text('shell.conflict.keepMine')}
      </Button>
      <Button
        sx={{ mt: 1 }}
        onClick={() => {
          form.reset(latest.values);
          onDecided('theirs');
        }}
      >
        {text('shell.conflict.takeTheirs')}
      </Button>
    </Alert>
  );
}
