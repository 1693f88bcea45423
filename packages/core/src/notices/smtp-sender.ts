import { createTransport, type Transporter } from 'nodemailer';
import { withoutSecrets } from '../jobs/index.js';
import type { MailSender, Message, Sending } from './mail-sender.js';

export interface SmtpSettings {
  /** smtp://user:password@host:587 or smtps://… */
  readonly url: string;
  readonly from: string;
  readonly publicUrl: string;
  /** Milliseconds to wait for the server at each step; less in specs. */
  readonly patience?: number;
}

const PATIENCE = 10_000;

interface SmtpError extends Error {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
}

/** Sends over SMTP. Every step has its time-out, and the whole three of them: nothing hangs for ever. */
export class SmtpSender implements MailSender {
  readonly from: string;
  readonly publicUrl: string;
  private readonly transport: Transporter;
  private readonly patience: number;

  constructor({ url, from, publicUrl, patience = PATIENCE }: SmtpSettings) {
    this.from = from;
    this.publicUrl = publicUrl;
    this.patience = patience;
    this.transport = createTransport(
      {
        url,
        connectionTimeout: patience,
        greetingTimeout: patience,
        socketTimeout: patience,
        dnsTimeout: patience,
        disableFileAccess: true,
        disableUrlAccess: true,
      },
      { from },
    );
  }

  async send({ to, ...message }: Message): Promise<Sending> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new Error('the mail server did not take the message in time')),
        3 * this.patience,
      );
    });
    const sending = this.transport.sendMail({
      ...message,
      to,
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    });
    sending.catch(() => undefined); // may still fail after we stopped waiting
    try {
      await Promise.race([sending, late]);
      return { end: 'sent' };
    } catch (error) {
      return { end: isForGood(error as SmtpError) ? 'refused' : 'failed', error: wordsOf(error) };
    } finally {
      clearTimeout(timer);
    }
  }

  close(): void {
    this.transport.close();
  }
}

/** The server has answered for good, about this recipient or this message; a refused sign-in is a setting to mend. */
const isForGood = ({ code, responseCode = 0 }: SmtpError): boolean =>
  (code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode >= 500 && responseCode !== 530;

const wordsOf = (error: unknown): string =>
  withoutSecrets(error instanceof Error ? error.message : String(error));
