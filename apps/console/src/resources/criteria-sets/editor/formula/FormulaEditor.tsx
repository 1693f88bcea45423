import { acceptCompletion, autocompletion, completionKeymap, closeBrackets } from '@codemirror/autocomplete';
import { defaultKeymap } from '@codemirror/commands';
import { linter, type Diagnostic } from '@codemirror/lint';
import { EditorState, StateEffect } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import { describeRemark, describeStep, formatDecimal, type PreviewedFormula } from '@nhip/contracts';
import { useEffect, useRef, useState } from 'react';
import { useLanguage, useText } from '../../../../i18n/use-text.js';
import { nameIn } from '../../../../session/language.js';
import { useSession } from '../../../../session/SessionContext.js';
import { useAt, useEditing } from '../editing.js';
import { FigureInput } from '../FigureInput.js';
import { useWords } from '../fields.js';
import type { ContentPath } from '../content-path.js';
import { complete, formulaColours } from './formula-language.js';
import { placeOfRemark } from './remark-place.js';

interface FormulaEditorProps {
  readonly path: ContentPath;
  readonly place: 'indicator' | 'element' | 'check' | 'gate';
  readonly blanks: 'missing' | 'zero';
}

const askAgain = StateEffect.define();

/** A formula as it is typed: completed with codes and functions, its errors underlined and said below. */
export default function FormulaEditor({ path, place, blanks }: FormulaEditorProps) {
  const language = useLanguage();
  const theme = useTheme();
  const dark = theme.palette.mode === 'dark';
  const label = useWords(path);
  const session = useSession();
  const editing = useEditing();
  const { value, set } = useAt(path);
  const formula = (value as string | undefined) ?? '';
  const holder = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const [answer, setAnswer] = useState<PreviewedFormula>();

  const ask = async (typed: string): Promise<readonly Diagnostic[]> => {
    if (typed.trim() === '') {
      setAnswer(undefined);
      return [];
    }
    const { content, valid, versionId, figures } = latest.current.editing;
    const found = await session.api.send<PreviewedFormula>({
      method: 'POST',
      path: '/criteria-sets/formula-preview',
      body: { formula: typed, blanks, place, figures, ...(valid ? { content } : { versionId }) },
    });
    setAnswer(found);
    return found.remarks.map((remark) => ({
      ...placeOfRemark(typed, remark),
      severity: remark.severity,
      message: describeRemark(remark, language),
    }));
  };
  const elements = () =>
    latest.current.editing.content.dataElements.map(({ code, names }) => ({
      code,
      name: nameIn(names, language),
    }));
  // What the editor calls back is always the newest, though the editor itself is made once.
  const latest = useRef({ editing, set, ask, elements });
  latest.current = { editing, set, ask, elements };

  useEffect(() => {
    if (holder.current === null) return undefined;
    const made = new EditorView({
      parent: holder.current,
      state: EditorState.create({
        doc: formula,
        extensions: [
          keymap.of([{ key: 'Tab', run: acceptCompletion }, ...completionKeymap, ...defaultKeymap]),
          closeBrackets(),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false' }),
          formulaColours,
          autocompletion({
            override: [complete(() => latest.current.elements(), place === 'gate', language)],
            icons: false,
          }),
          linter(async ({ state }) => latest.current.ask(state.doc.toString()).catch(() => []), {
            delay: 350,
            needsRefresh: ({ transactions }) =>
              transactions.some(({ effects }) => effects.some((effect) => effect.is(askAgain))),
          }),
          EditorView.updateListener.of(({ docChanged, state }) => {
            if (docChanged) latest.current.set(state.doc.toString());
          }),
          EditorView.theme(look(dark), { dark }),
        ],
      }),
    });
    view.current = made;
    return () => made.destroy();
    // The text itself is followed below.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [path, place, language, dark, label]);

  useEffect(() => {
    const { current } = view;
    const shown = current?.state.doc.toString();
    if (current === undefined || shown === formula) return;
    current.dispatch({ changes: { from: 0, to: shown?.length ?? 0, insert: formula } });
  }, [formula]);

  // Other figures, another outcome: asked for as if something had been typed.
  useEffect(() => {
    if (place !== 'indicator') view.current?.dispatch({ effects: askAgain.of(null) });
  }, [editing.figures, blanks, place]);

  return (
    <Box sx={{ my: 1 }}>
      <Box component="span" sx={{ color: 'text.secondary', fontSize: 12 }}>
        {label}
      </Box>
      <Box
        ref={holder}
        sx={{
          border: 1,
          borderColor:
            answer?.remarks.some(({ severity }) => severity === 'error') === true ? 'error.main' : 'divider',
          borderRadius: 1,
          '&:focus-within': { borderColor: 'primary.main' },
        }}
      />
      <Box role="status" sx={{ minHeight: 21, color: 'text.secondary' }}>
        {answer?.remarks.map((remark) => (
          <Box
            key={`${remark.code} ${JSON.stringify(remark.params)}`}
            sx={{ color: remark.severity === 'error' ? 'error.main' : 'warning.main' }}
          >
            {describeRemark(remark, language)}
          </Box>
        ))}
        {answer?.remarks.length === 0 && place !== 'indicator' && <Outcome answer={answer} />}
      </Box>
    </Box>
  );
}

/** A formula outside of an indicator on figures of one's own: what it gives, and how. */
function Outcome({ answer }: { readonly answer: PreviewedFormula }) {
  const text = useText();
  const language = useLanguage();
  const { content, figures, onFigures } = useEditing();
  const nameOf = (code: string) => content.dataElements.find((element) => element.code === code)?.names;
  return (
    <>
      <Box sx={{ display: 'grid', gridTemplateColumns: { sm: '1fr 1fr' }, columnGap: 3 }}>
        {answer.reads.map((read) => (
          <FigureInput
            key={read}
            label={nameIn(nameOf(read) ?? { vi: read }, language)}
            code={read}
            figure={figures[read] ?? { state: 'missing' }}
            onChange={(figure) => onFigures({ ...figures, [read]: figure })}
          />
        ))}
      </Box>
      <Box component="ol" sx={{ m: 0, pl: 3 }}>
        {answer.steps.map((step, at) => (
          <li key={at}>{describeStep(step, language, (code) => answer.names[code] ?? nameOf(code))}</li>
        ))}
      </Box>
      {answer.shownValue !== null && (
        <Box sx={{ fontWeight: 600, color: 'text.primary' }}>
          {text('resources.criteria-sets.editor.gives', { value: shown(answer.shownValue, language) })}
        </Box>
      )}
    </>
  );
}

const shown = (value: string, language: 'vi' | 'en'): string => {
  const digits = value.replace('…', '');
  return /^-?\d+(\.\d+)?$/.test(digits)
    ? `${formatDecimal(digits, language)}${value.endsWith('…') ? '…' : ''}`
    : value;
};

const look = (dark: boolean) => ({
  '.formula-element': { color: dark ? '#6cc5c5' : '#0b5f5f' },
  '.formula-word': { color: dark ? '#c7a6ff' : '#5b2a9d' },
  '.formula-number': { color: dark ? '#f0b47a' : '#8a4b08' },
  '&': { fontSize: '14px', backgroundColor: 'transparent' },
  '&.cm-focused': { outline: 'none' },
  '.cm-content': {
    fontFamily: 'ui-monospace, Menlo, Consolas, monospace',
    padding: '8px 0',
    caretColor: dark ? '#fff' : '#000',
  },
  '.cm-tooltip': {
    backgroundColor: dark ? '#1d2526' : '#fff',
    border: '1px solid',
    borderColor: dark ? '#3a4546' : '#cfd8d8',
    borderRadius: '6px',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    backgroundColor: dark ? '#12514f' : '#0f6b6b',
    color: '#fff',
  },
  '.cm-completionDetail': { marginLeft: '1em', fontStyle: 'normal', opacity: 0.75 },
});
