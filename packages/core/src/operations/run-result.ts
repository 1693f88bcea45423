/** What a run did, for the operator's desk: numbers and links by name. */
export type RunResult = Readonly<Record<string, string | number>>;
