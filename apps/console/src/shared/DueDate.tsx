import Box from '@mui/material/Box';
import { useText } from '../i18n/use-text.js';
import { describeDue } from './due.js';

interface DueDateProps {
  /** The last day, `2022-10-17`. */
  readonly dueOn: string;
  /** From the server's calendar: 0 today, negative overdue. */
  readonly workingDaysLeft?: number;
}

export function DueDate({ dueOn, workingDaysLeft }: DueDateProps) {
  const text = useText();
  const late = workingDaysLeft !== undefined && workingDaysLeft < 0;
  return (
    <Box component="time" dateTime={dueOn} sx={late ? { color: 'error.main', fontWeight: 500 } : {}}>
      {describeDue(dueOn, workingDaysLeft, text)}
    </Box>
  );
}
