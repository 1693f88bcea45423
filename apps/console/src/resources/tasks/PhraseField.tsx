import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { describeDeadline, formatDay, parseDayInput, type DeadlineReadingView } from '@nhip/contracts';
import { useEffect, useState } from 'react';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { useAnswer } from '../../shared/use-answer.js';
import { weekday, type TypedDeadline } from './deadline-input.js';

interface PhraseFieldProps {
  readonly label?: string;
  /** What is said while it is empty. */
  readonly help?: string;
  readonly value: TypedDeadline;
  readonly onChange: (value: TypedDeadline) => void;
  /** Day of the document from which phrases are read; today where missing. */
  readonly documentDay?: string | undefined;
  readonly error?: string | undefined;
  readonly required?: boolean;
}

const PAUSE_MS = 350;

/**
 * A deadline in the document's words, read as one types: the day it means and why. Where the words name no day, one is
 * suggested; a day chosen by hand is kept beside the words.
 */
export function PhraseField(props: PhraseFieldProps) {
  const { label, help, value, onChange, documentDay, error, required = false } = props;
  const text = useText();
  const { words, day, reason } = value;
  const [byHand, setByHand] = useState(day !== '');
  const plain = parseDayInput(words) !== undefined;
  const wrongDay = day.trim() !== '' && parseDayInput(day) === undefined;
  return (
    <Box>
      <TextField
        label={label ?? text('resources.tasks.deadline.label')}
        value={words}
        required={required}
        error={error !== undefined}
        helperText={
          error ?? (words.trim() === '' ? (help ?? text('resources.tasks.deadline.help')) : undefined)
        }
        onChange={(event) =>
          onChange({
            ...value,
            words: event.target.value,
            ...(event.target.value === '' && { day: '', reason: '' }),
          })
        }
      />
      <Box aria-live="polite">
        <Reading
          words={words.trim()}
          chosen={parseDayInput(day)}
          documentDay={documentDay}
          onDay={(on) => {
            onChange({ ...value, day: formatDay(on) });
            setByHand(true);
          }}
          onOther={byHand ? undefined : () => setByHand(true)}
        />
      </Box>
      {words.trim() !== '' && !plain && byHand && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1 }}>
          <TextField
            label={text('resources.tasks.deadline.day')}
            placeholder="dd/mm/yyyy"
            value={day}
            error={wrongDay}
            helperText={wrongDay ? text('shell.form.dayWrong') : undefined}
            onChange={(event) => onChange({ ...value, day: event.target.value })}
            sx={{ width: 180 }}
          />
          {day !== '' && (
            <TextField
              label={text('resources.tasks.deadline.why')}
              value={reason}
              onChange={(event) => onChange({ ...value, reason: event.target.value })}
              sx={{ flex: '1 1 200px', width: 'auto' }}
            />
          )}
        </Box>
      )}
    </Box>
  );
}

interface ReadingProps {
  readonly words: string;
  readonly chosen: string | undefined;
  readonly documentDay: string | undefined;
  readonly onDay: (day: string) => void;
  /** To type another day; undefined where its field is there already. */
  readonly onOther: (() => void) | undefined;
}

function Reading({ words, chosen, documentDay, onDay, onOther }: ReadingProps) {
  const text = useText();
  const language = useLanguage();
  const phrase = usePaused(words);
  const plain = parseDayInput(words);
  const { data } = useAnswer<DeadlineReadingView>(
    phrase.length < 2 || plain !== undefined ? undefined : '/calendar/deadline-reading',
    { phrase: phrase.slice(0, 500), documentDay },
  );
  if (plain !== undefined) return <Meaning day={plain} />;
  if (words.length < 2 || phrase !== words || data === undefined || data.phrase === '') return null;
  const { dueOn, suggestion, recurrence, rule, warnings } = data;
  return (
    <Box sx={{ fontSize: 13, lineHeight: 1.5, mb: 0.5 }}>
      {chosen !== undefined ? (
        <Meaning day={chosen} why={text('resources.tasks.deadline.byHand')} />
      ) : dueOn !== null ? (
        <Meaning day={dueOn} why={describeDeadline(rule, language)} />
      ) : (
        <Box sx={{ color: recurrence === null ? 'warning.main' : 'text.secondary' }}>
          {describeDeadline(rule, language)}
          {suggestion !== null && (
            <Button size="small" sx={{ ml: 1 }} onClick={() => onDay(suggestion)}>
              {text('resources.tasks.deadline.suggest', {
                day: formatDay(suggestion),
                weekday: weekday(suggestion, language),
              })}
            </Button>
          )}
        </Box>
      )}
      {chosen === undefined &&
        warnings.map((warning) => (
          <Box key={warning.code} sx={{ color: 'text.secondary' }}>
            {describeDeadline(warning, language)}
          </Box>
        ))}
      {onOther && (
        <Button size="small" sx={{ ml: -1, py: 0, minHeight: 26 }} onClick={onOther}>
          {text('resources.tasks.deadline.other')}
        </Button>
      )}
    </Box>
  );
}

function Meaning({ day, why }: { day: string; why?: string }) {
  const language = useLanguage();
  return (
    <Box sx={{ fontSize: 13 }}>
      → <strong>{formatDay(day)}</strong>, {weekday(day, language)}
      {why !== undefined && why !== '' && ` · ${why}`}
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
