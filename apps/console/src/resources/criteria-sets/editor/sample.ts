/** A figure to try with, as the API takes it. */
export type SampleFigure =
  | { readonly state: 'value'; readonly value: string }
  | { readonly state: 'nothing' | 'not-applicable' | 'missing' };

/** By code, or by the way a formula writes what it reads elsewhere. */
export type SampleFigures = Readonly<Record<string, SampleFigure>>;
