import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import {
  errorText,
  fill,
  formatDecimal,
  parseDecimal,
  type CriteriaSetContent,
  type Names,
  type WhatIfChanges,
} from '@nhip/contracts';
import { useTranslate } from 'ra-core';
import { useState, type FormEvent } from 'react';
import { useLanguage, useText } from '../../../i18n/use-text.js';
import { nameIn } from '../../../session/language.js';
import { ProblemAlert } from '../../../shared/ProblemAlert.js';
import { leavesOf, withLeaf, type Leaf } from './leaves.js';
import type { Supposed } from './supposed.js';

interface SupposeObjectProps {
  readonly content: CriteriaSetContent;
  readonly changes: WhatIfChanges;
  readonly submit: (one: Supposed) => Promise<unknown>;
  readonly onClose: () => void;
}

type Choice = Exclude<Supposed, { kind: 'figure' }> & { readonly names: Names };

/** Chooses an indicator, a field, the totals or the classes, and supposes other numbers and policies of it. */
export function SupposeObject({ content, changes, submit, onClose }: SupposeObjectProps) {
  const text = useText();
  const language = useLanguage();
  const choices = choicesOf(content, changes, {
    totals: { vi: text('resources.scores.whatIf.totals') },
    classification: { vi: text('resources.scores.whatIf.classification') },
  });
  const [chosen, setChosen] = useState<Choice | null>(null);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (chosen === null) return;
    const { after, faults } = read(chosen.after, typed, language);
    setWrong(faults);
    if (Object.keys(faults).length > 0) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await submit({ ...chosen, after });
      onClose();
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  };
  return (
    <Dialog open onClose={busy ? undefined : onClose} maxWidth="sm" fullWidth>
      <form onSubmit={(event) => void send(event)} noValidate>
        <DialogTitle>{text('resources.scores.whatIf.supposeObject')}</DialogTitle>
        <DialogContent>
          <Autocomplete<Choice>
            value={chosen}
            options={choices}
            autoHighlight
            getOptionLabel={({ names }) => nameIn(names, language)}
            groupBy={({ kind }) => text(`resources.scores.whatIf.kinds.${kind}`)}
            getOptionKey={(one) => `${one.kind} ${'code' in one ? one.code : ''}`}
            isOptionEqualToValue={(a, b) =>
              a.kind === b.kind && nameIn(a.names, 'vi') === nameIn(b.names, 'vi')
            }
            noOptionsText={text('shell.units.none')}
            onChange={(_event, next) => {
              setChosen(next);
              setTyped({});
              setWrong({});
            }}
            renderInput={(params) => (
              <TextField {...params} autoFocus label={text('resources.scores.whatIf.what')} />
            )}
          />
          {chosen !== null && (
            <Leaves
              leaves={leavesOf(chosen.after)}
              typed={typed}
              wrong={wrong}
              onType={(key, value) => setTyped({ ...typed, [key]: value })}
            />
          )}
          <ProblemAlert problem={problem} />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose} disabled={busy}>
            {text('shell.form.cancel')}
          </Button>
          <Button type="submit" variant="contained" disabled={busy || Object.keys(typed).length === 0}>
            {text('resources.scores.whatIf.suppose')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

interface LeavesProps {
  readonly leaves: readonly Leaf[];
  readonly typed: Readonly<Record<string, string>>;
  readonly wrong: Readonly<Record<string, string>>;
  readonly onType: (key: string, value: string) => void;
}

function Leaves({ leaves, typed, wrong, onType }: LeavesProps) {
  const text = useText();
  const translate = useTranslate();
  const language = useLanguage();
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { sm: '1fr 1fr' }, columnGap: 2 }}>
      {leaves.map(({ path, name, value, options }) => {
        const key = path.join('.');
        const place = path.findLast((part) => typeof part === 'number');
        const label = `${text(`resources.scores.whatIf.leaves.${name}`)}${typeof place === 'number' ? ` (${place + 1})` : ''}`;
        const shown =
          value === null || options !== undefined ? (value ?? '') : formatDecimal(value, language);
        return (
          <TextField
            key={key}
            label={label}
            value={typed[key] ?? shown}
            select={options !== undefined}
            error={wrong[key] !== undefined}
            helperText={wrong[key]}
            onChange={(event) => onType(key, event.target.value)}
            slotProps={{ htmlInput: { inputMode: 'decimal' } }}
          >
            {options?.map((option) => (
              <MenuItem key={option} value={option}>
                {translate(`resources.scores.whatIf.choices.${option}`, { _: option })}
              </MenuItem>
            ))}
          </TextField>
        );
      })}
      {leaves.length === 0 && <Typography>{text('resources.scores.whatIf.noNumbers')}</Typography>}
    </Box>
  );
}

/** What was typed, read as numbers into the object; a blank is no limit where there may be none. */
function read(of: unknown, typed: Readonly<Record<string, string>>, language: 'vi' | 'en') {
  let after = of;
  const faults: Record<string, string> = {};
  for (const { path, options, name } of leavesOf(of)) {
    const key = path.join('.');
    const given = typed[key];
    if (given === undefined) continue;
    if (options !== undefined) after = withLeaf(after, path, given);
    else if (given.trim() === '' && (name === 'from' || name === 'to')) after = withLeaf(after, path, null);
    else {
      const number = parseDecimal(given, { language });
      if (number.ok) after = withLeaf(after, path, number.value);
      else faults[key] = fill(errorText(number.code)?.[language] ?? number.code, number.params);
    }
  }
  return { after, faults };
}

/** Everything that may be supposed otherwise, as it is supposed already. */
function choicesOf(
  content: CriteriaSetContent,
  changes: WhatIfChanges,
  names: Readonly<Record<'totals' | 'classification', Names>>,
): Choice[] {
  const coded = (
    kind: 'indicator' | 'field',
    items: readonly { code: string; names: Names }[],
    supposed: readonly { code: string }[],
  ): Choice[] =>
    items.map((before) => ({
      kind,
      code: before.code,
      names: before.names,
      before,
      after: supposed.find(({ code }) => code === before.code) ?? before,
    }));
  const { totals, classification } = content;
  return [
    ...coded('indicator', content.indicators, changes.indicators),
    ...coded('field', content.fields, changes.fields).filter(({ after }) => leavesOf(after).length > 0),
    { kind: 'totals', names: names.totals, before: totals, after: changes.totals ?? totals },
    ...(classification === undefined
      ? []
      : [
          {
            kind: 'classification' as const,
            names: names.classification,
            before: classification,
            after: changes.classification ?? classification,
          },
        ]),
  ];
}
