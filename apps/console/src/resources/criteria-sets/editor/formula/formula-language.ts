import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { bracketMatching } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { Decoration, type EditorView, MatchDecorator, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { formulaFunctions, type Language } from '@nhip/contracts';

/** Colours only; whether a formula is right, the server's parser says. */
const parts = new MatchDecorator({
  regexp: /\[[^\]]*\]?|\d+(?:\.\d+)?%?|\b(?:and|or|not)\b|[a-z]+(?=\s*\()/gi,
  decoration: ([part = '']) => marks[part.startsWith('[') ? 'element' : /^\d/.test(part) ? 'number' : 'word'],
});
const marks = {
  element: Decoration.mark({ class: 'formula-element' }),
  number: Decoration.mark({ class: 'formula-number' }),
  word: Decoration.mark({ class: 'formula-word' }),
} as const;

export const formulaColours: Extension = [
  bracketMatching(),
  ViewPlugin.define(
    (view) => ({
      decorations: parts.createDeco(view),
      update(change: ViewUpdate) {
        this.decorations = parts.updateDeco(change, this.decorations);
      },
    }),
    { decorations: ({ decorations }) => decorations },
  ),
];

export interface Known {
  readonly code: string;
  readonly name: string;
}

/** Puts a completion in, over the closing bracket that came by itself; the cursor stands `back` before its end. */
const put =
  (text: string, back: number) =>
  (view: EditorView, _: Completion, from: number, to: number): void => {
    const next = view.state.sliceDoc(to, to + 1);
    const end = text.endsWith(']') && next === ']' ? to + 1 : to;
    view.dispatch({
      changes: { from, to: end, insert: text },
      selection: { anchor: from + text.length - back },
    });
  };

/** Elements by code or name (also without diacritics), functions by name with their signature. */
export const complete =
  (elements: () => readonly Known[], gate: boolean, language: Language) =>
  (context: CompletionContext): CompletionResult | null => {
    const word = context.matchBefore(/\[[^\]]*|[\p{L}\d_-]+/u);
    if (word === null && !context.explicit) return null;
    const bracketed = word?.text.startsWith('[') === true;
    const functions = bracketed
      ? []
      : formulaFunctions.filter(({ names }) => gate || names === undefined || names === 'element');
    return {
      from: word?.from ?? context.pos,
      options: [
        ...elements().map(({ code, name }) => ({
          label: `[${code}]`,
          detail: name,
          type: 'variable',
          apply: put(`[${code}]`, 0),
        })),
        ...functions.map(({ name, names, signature, says }) => ({
          label: name,
          detail: signature,
          info: says[language],
          type: 'function',
          apply: put(`${name}()`, names === undefined && signature.endsWith('()') ? 0 : 1),
        })),
      ],
      validFor: /^\[?[\p{L}\d._-]*$/u,
    };
  };
