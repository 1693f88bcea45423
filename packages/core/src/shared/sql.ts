/**
 * The one way to speak SQL inside a transaction or a read: text with `$1`-style parameters. Every text is a
 * prepared statement on its connection, so texts must not be assembled from values.
 */
export interface Sql {
  rows<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}
