import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { bracketMatching } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { Decoration, MatchDecorator, ViewPlugin, type ViewUpdate } from '@codemirror/view';
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
          apply: `[${code}]`,
        })),
        ...functions.map(({ name, signature, says }) => ({
          label: name,
          detail: signature,
          info: says[language],
          type: 'function',
          apply: `${name}(`,
        })),
      ],
      validFor: /^\[?[\p{L}\d._-]*$/u,
    };
  };
