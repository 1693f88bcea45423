/** A mail ready to go. */
export interface Message {
  readonly messageId: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** How sending ended: `refused` will never be taken, `failed` may be the next time. */
export type Sending =
  { readonly end: 'sent' } | { readonly end: 'refused' | 'failed'; readonly error: string };

export interface MailSender {
  /** What mail says of where it comes from. */
  readonly from: string;
  /** Where the console is: what links in mail begin with. */
  readonly publicUrl: string;
  /** Ends within a bounded time and does not throw. */
  send(message: Message): Promise<Sending>;
  close(): void;
}
