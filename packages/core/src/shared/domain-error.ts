/**
 * What a message may be filled with. Values stay exact: decimals and ratios travel as text. What has a name of its own
 * (a state, a stage) comes in both languages.
 */
export type ErrorParams = Readonly<
  Record<
    string,
    | string
    | number
    | boolean
    | null
    | readonly string[]
    | { readonly vi: string; readonly en?: string | undefined }
  >
>;

/** A refusal as a value: what pure functions return instead of throwing. */
export interface Refusal {
  readonly ok: false;
  /** UPPER_SNAKE, the key of the message in the contracts. */
  readonly code: string;
  readonly params: ErrorParams;
}

export type Outcome<T> = { readonly ok: true; readonly value: T } | Refusal;

export const accept = <T>(value: T): Outcome<T> => ({ ok: true, value });

export const refuse = (code: string, params: ErrorParams = {}): Refusal => ({ ok: false, code, params });

/**
 * A rule of the domain was broken. Carries the code and what the message needs, never a text for people and
 * never an HTTP status: both belong to the adapters.
 */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly code: string,
    readonly params: ErrorParams = {},
  ) {
    super(Object.keys(params).length === 0 ? code : `${code} ${JSON.stringify(params)}`);
  }
}

/** Turns a refusal into an exception, at the edge between pure functions and use cases. */
export function valueOrThrow<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new DomainError(outcome.code, outcome.params);
}
