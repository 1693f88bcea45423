import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { describeDeadline, formatDay, parseDayInput, type DeadlineReadingView } from '@nhip/contracts';
import { useEffect, useState } from 'react';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { useAnswer } from '../../shared/use-answer.js';
import { weekdayOf } from './deadline-text.js';

interface DeadlineFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
  readonly required?: boolean;
}

const PAUSE_MS = 350;

/** A deadline as the document says it, or as a day; beneath it the day it means and how it was read. */
export function DeadlineField({ label, value, onChange, error, required = false }: DeadlineFieldProps) {
  const text = useText();
  return (
    <Box>
      <TextField
        label={label}
        value={value}
        required={required}
        error={error !== undefined}
        placeholder={text('resources.review-cycles.deadline.placeholder')}
        helperText={error ?? text('resources.review-cycles.deadline.help')}
        onChange={(event) => onChange(event.target.value)}
      />
      <Box aria-live="polite">
        <Reading typed={value.trim()} />
      </Box>
    </Box>
  );
}

function Reading({ typed }: { typed: string }) {
  const text = useText();
  const language = useLanguage();
  const phrase = usePaused(typed);
  const { data } = useAnswer<DeadlineReadingView>(
    phrase.length < 3 ? undefined : '/calendar/deadline-reading',
    { phrase: phrase.slice(0, 500) },
  );
  if (typed.length < 3 || phrase !== typed || data === undefined || data.phrase === '') return null;
  const day = parseDayInput(typed) ?? data.dueOn;
  const warnings = data.warnings.map((warning) => describeDeadline(warning, language));
  return (
    <Box sx={{ fontSize: 13, lineHeight: 1.5, mb: 1 }}>
      {day === null ? (
        <Box sx={{ color: 'warning.main' }}>{text('resources.review-cycles.deadline.noDay')}</Box>
      ) : (
        <div>
          → <strong>{formatDay(day)}</strong>, {weekdayOf(day, language)}
          {parseDayInput(typed) === undefined && ` · ${describeDeadline(data.rule, language)}`}
        </div>
      )}
      {warnings.map((warning) => (
        <Box key={warning} sx={{ color: 'text.secondary' }}>
          {warning}
        </Box>
      ))}
    </Box>
  );
}

function usePaused(value: string): string {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return paused;
}
