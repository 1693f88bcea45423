import Box from '@mui/material/Box';
import { formatDay } from '@nhip/contracts';
import { useText } from '../i18n/use-text.js';
import { describeDue } from './due.js';

interface DueDateProps {
  /** The last day, `2022-10-17`. */
  readonly dueOn: string;
  /** From the server's calendar: 0 today, negative overdue. */
  readonly workingDaysLeft?: number;
  /** In a column or line that is headed as the deadline: the bare day needs no word before it. */
  readonly headed?: boolean;
}

export function DueDate({ dueOn, workingDaysLeft, headed = false }: DueDateProps) {
  const text = useText();
  const late = workingDaysLeft !== undefined && workingDaysLeft < 0;
  return (
    <Box component="time" dateTime={dueOn} sx={late ? { color: 'error.main', fontWeight: 500 } : {}}>
      {headed && workingDaysLeft === undefined ? formatDay(dueOn) : describeDue(dueOn, workingDaysLeft, text)}
    </Box>
  );
}
