import Autocomplete from '@mui/material/Autocomplete';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import {
  errorText,
  figureStates,
  figureStateTexts,
  fill,
  type CriteriaSetContent,
  type FigureState,
  type SupposedFigure,
} from '@nhip/contracts';
import { useMemo, useState, type FormEvent } from 'react';
import { useLanguage, useText } from '../../../i18n/use-text.js';
import { nameIn } from '../../../session/language.js';
import { blankEntry, choicesOf, readEntry } from '../../../shared/figure-grid/entry.js';
import { ProblemAlert } from '../../../shared/ProblemAlert.js';
import { useParticipants } from '../../review-cycles/use-participants.js';

interface SupposeFigureProps {
  readonly content: CriteriaSetContent;
  readonly cycleId: string;
  readonly submit: (figure: SupposedFigure) => Promise<unknown>;
  readonly onClose: () => void;
}

/** Supposes another figure of one unit. */
export function SupposeFigure({ content, cycleId, submit, onClose }: SupposeFigureProps) {
  const text = useText();
  const language = useLanguage();
  const participants = useParticipants(cycleId);
  const unitNames = useMemo(
    () => new Map((participants.data ?? []).map(({ unitId: id, names }) => [id, names])),
    [participants.data],
  );
  const [unitId, setUnitId] = useState<string | null>(null);
  const [element, setElement] = useState<string | null>(null);
  const [state, setState] = useState<FigureState>('value');
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  // What is calculated follows from what is supposed of its parts.
  const elements = content.dataElements.filter(({ formula }) => formula === undefined);
  const found = elements.find(({ code }) => code === element);
  const cell = found && { ...found, tiers: found.tiers ?? null };
  const offered = cell === undefined ? [] : choicesOf(cell, language);
  const elementName = (code: string) =>
    nameIn(elements.find((one) => one.code === code)?.names ?? { vi: code }, language);
  const unitName = (id: string) => nameIn(unitNames.get(id) ?? { vi: id }, language);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (unitId === null || cell === undefined) return;
    const read = readEntry(cell, { ...blankEntry, state, text: typed }, language);
    if (read.kind === 'blank') return;
    if (read.kind === 'fault')
      return setWrong(fill(errorText(read.code)?.[language] ?? read.code, read.params));
    setBusy(true);
    setProblem(undefined);
    try {
      await submit({ unitId, element: cell.code, state, value: read.value });
      onClose();
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  };
  return (
    <Dialog open onClose={busy ? undefined : onClose} maxWidth="sm" fullWidth>
      <form onSubmit={(event) => void send(event)} noValidate>
        <DialogTitle>{text('resources.scores.whatIf.supposeFigure')}</DialogTitle>
        <DialogContent>
          <Autocomplete
            value={unitId}
            options={[...unitNames.keys()]}
            loading={participants.isPending}
            loadingText={text('shell.work.loading')}
            autoHighlight
            getOptionLabel={unitName}
            noOptionsText={text('shell.units.none')}
            onChange={(_event, next) => setUnitId(next)}
            renderInput={(params) => (
              <TextField {...params} autoFocus label={text('resources.scores.fields.unit')} />
            )}
          />
          <Autocomplete
            value={element}
            options={elements.map(({ code }) => code)}
            autoHighlight
            getOptionLabel={elementName}
            noOptionsText={text('shell.units.none')}
            onChange={(_event, next) => {
              setElement(next);
              setTyped('');
              setWrong(undefined);
            }}
            renderInput={(params) => (
              <TextField {...params} label={text('resources.scores.whatIf.element')} />
            )}
          />
          <TextField
            select
            label={text('resources.scores.fields.status')}
            value={state}
            onChange={(event) => setState(event.target.value as FigureState)}
          >
            {figureStates.map((one) => (
              <MenuItem key={one} value={one}>
                {figureStateTexts[one][language]}
              </MenuItem>
            ))}
          </TextField>
          {state === 'value' && (
            <TextField
              label={text('resources.scores.fields.value')}
              value={typed}
              select={offered.length > 0}
              error={wrong !== undefined}
              helperText={wrong}
              onChange={(event) => {
                setTyped(event.target.value);
                setWrong(undefined);
              }}
              slotProps={{ htmlInput: { inputMode: 'decimal' } }}
            >
              {offered.map((choice) => (
                <MenuItem key={choice} value={choice}>
                  {choice}
                </MenuItem>
              ))}
            </TextField>
          )}
          <ProblemAlert problem={problem} />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose} disabled={busy}>
            {text('shell.form.cancel')}
          </Button>
          <Button
            type="submit"
            variant="contained"
            disabled={
              busy || unitId === null || element === null || (state === 'value' && typed.trim() === '')
            }
          >
            {text('resources.scores.whatIf.suppose')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
