import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Call } from '../../platform/index.js';
import { messageIdOf } from '../domain/message-id.js';
import { renderMail } from '../domain/render-mail.js';
import type { MailSender } from '../mail-sender.js';
import { Mails } from '../persistence/mails.repository.js';

/** Longer than any sending takes: whoever holds a mail for longer has died. */
const LEASE_SECONDS = 120;

/**
 * System: sends a mail that waits. Nothing is locked while the server is spoken to; meanwhile the mail is leased, so
 * that no other worker sends it too. What fails is tried again later and later; what the server will never take, and
 * what nobody is there to get any more, is settled with its reason.
 */
@Injectable()
export class SendMail {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Throws where the mail is to be tried again, so that the outbox does. */
  async execute({ mailId }: { readonly mailId: string }, call: Call, sender: MailSender): Promise<void> {
    const { actor, now } = call;
    const mail = await this.unitOfWork.run({ actor, now }, (tx) =>
      tx.use(Mails).lease(mailId, LEASE_SECONDS),
    );
    if (mail === undefined) return this.finishSettled(mailId, call);
    if (mail.address === null) return this.settle(mailId, call, 'dropped', null, null);
    const messageId = messageIdOf(actor.administrationId, call.job?.key ?? mailId, sender.from);
    const { name, language, content, subject } = mail;
    const sending = await sender.send({
      messageId,
      to: { name, address: mail.address },
      subject,
      ...renderMail({ language, content, name, publicUrl: sender.publicUrl }),
    });
    if (sending.end === 'failed') {
      await this.unitOfWork.run({ actor, now }, async (tx) => {
        await tx.use(Mails).release(mailId, sending.error);
        await tx.use(Mails).noteServer(sending.error);
      });
      throw new Error(sending.error);
    }
    await this.settle(mailId, call, sending.end, messageId, sending.end === 'sent' ? null : sending.error);
  }

  private settle(
    mailId: string,
    call: Call,
    state: 'sent' | 'refused' | 'dropped',
    messageId: string | null,
    error: string | null,
  ): Promise<void> {
    return this.unitOfWork.run(call, async (tx) => {
      await tx.use(Mails).settle(mailId, state, messageId, error);
      if (state === 'sent') await tx.use(Mails).noteServer(null);
    });
  }

  /** The job of a mail that is settled is done; of one that another worker has in hand it is not. */
  private async finishSettled(mailId: string, call: Call): Promise<void> {
    const { actor, now } = call;
    const settled = await this.unitOfWork.run({ actor, now }, (tx) => tx.use(Mails).isSettled(mailId));
    if (settled) await this.unitOfWork.run(call, async () => undefined);
  }
}
