/** One notice to the reader, its text in the reader's language. */
export interface NoticeItem {
  readonly id: string;
  readonly text: string;
  /** A page of the console: `/tasks/<id>/show`. */
  readonly link: string | null;
  readonly at: string;
  readonly readAt: string | null;
}
