import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import useMediaQuery from '@mui/material/useMediaQuery';
import {
  criteriaPartWords,
  supposedContent,
  type CriteriaSetContent,
  type Names,
  type WhatIfChanges,
} from '@nhip/contracts';
import { useMemo, useState } from 'react';
import { useLanguage, useText } from '../../../i18n/use-text.js';
import { nameIn } from '../../../session/language.js';
import { ProblemAlert } from '../../../shared/ProblemAlert.js';
import { withValue } from '../../criteria-sets/editor/content-path.js';
import { EditingContext, useEditing } from '../../criteria-sets/editor/editing.js';
import { FieldNumbers } from '../../criteria-sets/editor/FormOf.js';
import { GateForm } from '../../criteria-sets/editor/GateForm.js';
import { IndicatorRules } from '../../criteria-sets/editor/IndicatorForm.js';
import { added } from '../../criteria-sets/editor/new-parts.js';
import { Rows } from '../../criteria-sets/editor/Rows.js';
import type { SampleFigures } from '../../criteria-sets/editor/sample.js';
import { ClassesForm, RankingForm, TotalsForm } from '../../criteria-sets/editor/SetForm.js';
import { usePreview } from '../../criteria-sets/editor/use-preview.js';
import { changesBetween, type Whole } from './supposed.js';

interface SupposeObjectProps {
  readonly content: CriteriaSetContent;
  readonly versionId: string;
  readonly changes: WhatIfChanges;
  readonly submit: (changes: WhatIfChanges) => Promise<unknown>;
  readonly onClose: () => void;
}

interface Choice {
  readonly kind: 'indicators' | 'fields' | Whole;
  readonly path: string;
  readonly names: Names;
}

const noFigures: SampleFigures = {};
const untried = { figures: noFigures, months: 3, peers: [] };

/** Chooses a part of the criteria and supposes it otherwise, in the form the criteria are written with. */
export function SupposeObject({ content, versionId, changes, submit, onClose }: SupposeObjectProps) {
  const text = useText();
  const language = useLanguage();
  const narrow = useMediaQuery('(max-width: 600px)', { noSsr: true });
  const [draft, setDraft] = useState(() => supposedContent(content, changes));
  const [chosen, setChosen] = useState<Choice | null>(null);
  const [figures, setFigures] = useState(noFigures);
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const { valid, remarks } = usePreview(draft, undefined, untried);
  const editing = useMemo(
    () => ({
      content: draft,
      versionId,
      valid,
      remarks,
      change: setDraft,
      edit: (path: string, value: unknown) => setDraft((before) => withValue(before, path, value)),
      choose: () => undefined,
      figures,
      onFigures: setFigures,
    }),
    [draft, versionId, valid, remarks, figures],
  );

  const send = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      await submit(changesBetween(content, draft, changes));
      onClose();
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  };
  return (
    <Dialog open onClose={busy ? undefined : onClose} maxWidth="md" fullWidth fullScreen={narrow}>
      <DialogTitle>{text('resources.scores.whatIf.supposeObject')}</DialogTitle>
      <DialogContent>
        <Autocomplete<Choice>
          value={chosen}
          options={choicesOf(content, (kind) => ({
            vi: text(`resources.scores.whatIf.wholes.${kind}`),
          }))}
          autoHighlight
          // What cannot be read is mended first.
          disabled={!valid}
          getOptionLabel={({ names }) => nameIn(names, language)}
          groupBy={({ kind }) =>
            kind === 'indicators' || kind === 'fields'
              ? criteriaPartWords[kind][language]
              : text('resources.scores.whatIf.wholeSet')
          }
          getOptionKey={({ path }) => path}
          isOptionEqualToValue={(a, b) => a.path === b.path}
          noOptionsText={text('shell.units.none')}
          onChange={(_event, next) => setChosen(next)}
          renderInput={(params) => (
            <TextField {...params} autoFocus label={text('resources.scores.whatIf.what')} />
          )}
        />
        <EditingContext value={editing}>
          {chosen !== null && (
            <Box key={chosen.path}>
              <FormOfChoice chosen={chosen} />
            </Box>
          )}
        </EditingContext>
        <ProblemAlert problem={problem} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} disabled={busy}>
          {text('shell.form.cancel')}
        </Button>
        <Button variant="contained" disabled={busy || chosen === null || !valid} onClick={() => void send()}>
          {text('resources.scores.whatIf.suppose')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function FormOfChoice({ chosen: { kind, path } }: { readonly chosen: Choice }) {
  switch (kind) {
    case 'indicators':
      return <IndicatorRules path={path} />;
    case 'fields':
      return <FieldNumbers path={path} />;
    case 'totals':
      return <TotalsForm />;
    case 'classification':
      return <ClassesForm />;
    case 'ranking':
      return <RankingForm />;
    case 'gates':
      return <Gates />;
  }
}

function Gates() {
  const language = useLanguage();
  const { content } = useEditing();
  return (
    <Rows
      path="gates"
      title={criteriaPartWords.gates[language]}
      blank={() => added(content, 'gates', 'gate').content.gates.at(-1)}
    >
      {(at) => <GateForm path={at} />}
    </Rows>
  );
}

/** Everything that may be supposed otherwise. */
function choicesOf(content: CriteriaSetContent, wholeName: (kind: Whole) => Names): Choice[] {
  const listed = (kind: 'indicators' | 'fields'): Choice[] =>
    content[kind].map(({ names }, at) => ({ kind, path: `${kind}.${at}`, names }));
  const wholes: readonly Whole[] = ['totals', 'classification', 'gates', 'ranking'];
  return [
    ...listed('indicators'),
    ...listed('fields'),
    ...wholes.map((kind) => ({ kind, path: kind, names: wholeName(kind) })),
  ];
}
