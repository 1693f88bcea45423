import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import {
  criteriaChoices,
  criteriaFieldWords,
  type CriteriaSetContent,
  type Expression,
  type Indicator,
} from '@nhip/contracts';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useLanguage, useText } from '../../../i18n/use-text.js';
import { nameIn } from '../../../session/language.js';
import { useAt, useEditing } from './editing.js';
import { ChoiceAt, CodesAt, DecimalAt, Line, TextAt, useWords, YesAt, type CodeOption } from './fields.js';
import { within, wordPlace, type ContentPath } from './content-path.js';
import { withRenamed } from './rename-code.js';
import { withValue } from './content-path.js';

const FormulaEditor = lazy(() => import('./formula/FormulaEditor.js'));

/** What every form asks for: words, and the types of units that are named already. */
export function useFields() {
  const text = useText();
  const language = useLanguage();
  const { content } = useEditing();
  return {
    text,
    words: (place: string) => criteriaFieldWords(place)[language],
    types: typesIn(content),
  };
}

/** Choices of codes by name, in the reader's language. */
export function useOptions(of: 'dataElements' | 'indicators' | 'fields' | 'classes'): readonly CodeOption[] {
  const language = useLanguage();
  const { content } = useEditing();
  const list = of === 'classes' ? (content.classification?.bands ?? []) : content[of];
  return list.map(({ code, names }) => ({ code, name: nameIn(names, language) }));
}

/** Types of units that the set names somewhere. */
export function typesIn(content: CriteriaSetContent): string[] {
  const all = [...content.dataElements, ...content.indicators, ...content.checks].flatMap(
    (one) => one.unitTypes ?? [],
  );
  return [...new Set(all)].sort();
}

export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Box component="section" sx={{ mt: 1.5 }}>
      <Typography variant="h3" component="h3">
        {title}
      </Typography>
      {children}
    </Box>
  );
}

/** The code of a part. Wherever it is referred to, the new one stands once the field is left. */
export function CodeOf({
  path,
  kind,
}: {
  readonly path: ContentPath;
  readonly kind: 'element' | 'indicator' | 'other';
}) {
  const label = useWords(path);
  const { content, change } = useEditing();
  const { value, remark } = useAt(path);
  const [typed, setTyped] = useState<string>();
  const kept = (value as string | undefined) ?? '';
  const leave = () => {
    if (typed !== undefined && typed !== kept)
      change(withValue(kept === '' ? content : withRenamed(content, kind, kept, typed), path, typed));
    setTyped(undefined);
  };
  return (
    <TextField
      data-path={path}
      label={label}
      value={typed ?? kept}
      required
      onChange={({ target }) => setTyped(target.value.trim())}
      onBlur={leave}
      error={remark !== undefined && remark.severity !== 'warning'}
      helperText={remark?.message}
      sx={{ width: 200 }}
    />
  );
}

/** Where it is laid down; taken on and off as a whole. */
export function CitationAt({ path }: { readonly path: ContentPath }) {
  const text = useText();
  const { value, set } = useAt(path);
  if (value === undefined) {
    return (
      <Button size="small" onClick={() => set({ document: '', unverified: true })}>
        {text('resources.criteria-sets.editor.addCitation')}
      </Button>
    );
  }
  return (
    <Box>
      <Line>
        <TextAt path={within(path, 'document')} width={360} />
        <TextAt path={within(path, 'place')} width={200} optional />
        <TextAt path={within(path, 'url')} width={260} optional />
      </Line>
      <TextAt path={within(path, 'quote')} optional multiline />
      <Line>
        <YesAt path={within(path, 'unverified')} />
        <Button size="small" onClick={() => set(undefined)}>
          {text('resources.criteria-sets.editor.removeCitation')}
        </Button>
      </Line>
    </Box>
  );
}

type Rounding = Indicator['rounding'];

/** How a number is rounded: the mode, and its decimals or its step. */
export function RoundingAt({
  path,
  optional = false,
}: {
  readonly path: ContentPath;
  readonly optional?: boolean;
}) {
  const text = useText();
  const language = useLanguage();
  const label = useWords(path);
  const { value, set } = useAt(path);
  const rounding = value as Rounding | undefined;
  const mode =
    rounding === undefined ? '' : rounding.mode === 'step' ? `step-${rounding.direction}` : rounding.mode;
  const choose = (chosen: string) => {
    if (chosen === '') return set(undefined);
    const step = /^step-(nearest|down|up)$/.exec(chosen)?.[1];
    set(
      step === undefined
        ? { mode: chosen, dp: rounding && 'dp' in rounding ? rounding.dp : 2 }
        : { mode: 'step', step: rounding && 'step' in rounding ? rounding.step : '0.25', direction: step },
    );
  };
  return (
    <Line>
      <TextField
        select
        label={label}
        value={mode}
        onChange={({ target }) => choose(target.value)}
        data-path={path}
        sx={{ width: 220 }}
      >
        {optional && <MenuItem value="">{text('resources.criteria-sets.editor.twoDecimals')}</MenuItem>}
        {Object.entries(criteriaChoices('rounding.mode') ?? {}).map(([key, words]) => (
          <MenuItem key={key} value={key}>
            {words[language]}
          </MenuItem>
        ))}
      </TextField>
      {rounding?.mode === 'step' && (
        <DecimalAt
          path={within(path, 'step')}
          label={text('resources.criteria-sets.editor.step')}
          width={100}
        />
      )}
      {rounding !== undefined && rounding.mode !== 'step' && (
        <TextField
          select
          label={text('resources.criteria-sets.editor.decimals')}
          value={rounding.dp}
          onChange={({ target }) => set({ ...rounding, dp: Number(target.value) })}
          sx={{ width: 120 }}
        >
          {Array.from({ length: 13 }, (_, dp) => (
            <MenuItem key={dp} value={dp}>
              {dp}
            </MenuItem>
          ))}
        </TextField>
      )}
    </Line>
  );
}

export function FormulaAt({
  path,
  place,
  blanks,
}: {
  readonly path: ContentPath;
  readonly place: 'indicator' | 'element' | 'check' | 'gate';
  readonly blanks: 'missing' | 'zero';
}) {
  return (
    <Box sx={{ flex: '1 1 100%', minWidth: 0 }} data-path={path}>
      <Suspense fallback={<Box sx={{ height: 80 }} />}>
        <FormulaEditor path={path} place={place} blanks={blanks} />
      </Suspense>
    </Box>
  );
}

const howOf = (expression: Expression | undefined): string => {
  if (expression === undefined) return '';
  if ('constant' in expression) return 'constant';
  if ('period' in expression) return 'months';
  if ('formula' in expression) return expression.blanks === 'zero' ? 'formula-zero' : 'formula';
  return 'elements';
};

/** The elements of an expression written as a formula, so that going on as a formula loses nothing. */
const asFormula = (expression: Expression | undefined): string => {
  if (expression === undefined) return '0';
  if ('formula' in expression) return expression.formula;
  if ('constant' in expression) return expression.constant;
  if ('period' in expression) return 'months()';
  return [
    expression.plus.map((code) => `[${code}]`).join(' + '),
    ...expression.minus.map((code) => `[${code}]`),
  ].join(' - ');
};

/** A numerator, a denominator or a side of a check: elements, a formula, a number, the months of the period. */
export function ExpressionAt({
  path,
  place,
  optional = false,
}: {
  readonly path: ContentPath;
  readonly place: 'indicator' | 'check';
  readonly optional?: boolean;
}) {
  const text = useText();
  const language = useLanguage();
  const { value, set, remark } = useAt(path);
  const elements = useOptions('dataElements');
  const expression = value as Expression | undefined;
  const choose = (how: string) => {
    if (how === '') return set(undefined);
    if (how === 'constant') return set({ constant: '100' });
    if (how === 'months') return set({ period: 'months' });
    if (how === 'elements') return set({ plus: elements.slice(0, 1).map(({ code }) => code), minus: [] });
    return set({ formula: asFormula(expression), blanks: how === 'formula-zero' ? 'zero' : 'missing' });
  };
  return (
    <Box data-path={path}>
      <Line>
        <TextField
          select
          label={criteriaFieldWords(wordPlace(path))[language]}
          value={howOf(expression)}
          onChange={({ target }) => choose(target.value)}
          error={remark !== undefined && remark.severity !== 'warning'}
          helperText={remark?.message}
          sx={{ width: 260 }}
        >
          {optional && <MenuItem value="">{text('resources.criteria-sets.editor.none')}</MenuItem>}
          {Object.entries(criteriaChoices('numerator.how') ?? {}).map(([key, words]) => (
            <MenuItem key={key} value={key}>
              {words[language]}
            </MenuItem>
          ))}
        </TextField>
        {expression !== undefined && 'constant' in expression && (
          <DecimalAt path={within(path, 'constant')} label={text('resources.criteria-sets.editor.number')} />
        )}
        {expression !== undefined && 'plus' in expression && (
          <>
            <CodesAt
              path={within(path, 'plus')}
              label={text('resources.criteria-sets.editor.plus')}
              options={elements}
              empty={[]}
            />
            <CodesAt
              path={within(path, 'minus')}
              label={text('resources.criteria-sets.editor.minus')}
              options={elements}
              empty={[]}
            />
          </>
        )}
        {expression !== undefined && 'formula' in expression && (
          <FormulaAt path={within(path, 'formula')} place={place} blanks={expression.blanks} />
        )}
      </Line>
    </Box>
  );
}

export function PoliciesAt({ path }: { readonly path: ContentPath }) {
  return (
    <Line>
      {['zeroDenominator', 'missing', 'notApplicable', 'nothingOccurred'].map((policy) => (
        <ChoiceAt key={policy} path={within(path, policy)} width={250} />
      ))}
    </Line>
  );
}
