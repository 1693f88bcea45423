import type { ExtensionStep } from '@nhip/contracts';

/** A dialog about more time: what it asks for and the command it sends. */
export interface ExtensionForm {
  readonly name: 'request' | 'approve' | 'reject' | 'counter' | 'accept' | 'decline';
  readonly verb: 'request-extension' | 'decide-extension' | 'answer-extension-offer';
  readonly body: Readonly<Record<string, unknown>>;
  readonly takesDay: boolean;
  readonly reasonRequired: boolean;
  readonly primary: boolean;
}

const decision = (
  name: 'approve' | 'reject' | 'counter',
  rest: Pick<ExtensionForm, 'takesDay' | 'reasonRequired' | 'primary'>,
): ExtensionForm => ({ name, verb: 'decide-extension', body: { verdict: name }, ...rest });
const answer = (name: 'accept' | 'decline'): ExtensionForm => ({
  name,
  verb: 'answer-extension-offer',
  body: { accepts: name === 'accept' },
  takesDay: false,
  reasonRequired: false,
  primary: name === 'accept',
});

const forms: Readonly<Record<ExtensionStep, readonly ExtensionForm[]>> = {
  request: [
    {
      name: 'request',
      verb: 'request-extension',
      body: {},
      takesDay: true,
      reasonRequired: true,
      primary: false,
    },
  ],
  // Taken back at once, without a question.
  withdraw: [],
  decide: [
    decision('approve', { takesDay: false, reasonRequired: false, primary: true }),
    decision('counter', { takesDay: true, reasonRequired: true, primary: false }),
    decision('reject', { takesDay: false, reasonRequired: true, primary: false }),
  ],
  answer: [answer('accept'), answer('decline')],
};

/** The dialogs for what the reader may do now. */
export const extensionForms = (steps: readonly ExtensionStep[]): readonly ExtensionForm[] =>
  steps.flatMap((step) => forms[step]);
