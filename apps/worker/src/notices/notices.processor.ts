import { Inject, Injectable } from '@nestjs/common';
import { sendMail, SendMail, type MailSender } from '@nhip/core/notices';
import { handler, type FeatureProcessor } from '../queue/handlers.js';
import { MAIL_SENDER } from '../queue/tokens.js';

@Injectable()
export class NoticesProcessor implements FeatureProcessor {
  readonly handlers = [
    handler(sendMail, (payload, call) => {
      // A mail written while there was a server waits until there is one again.
      if (this.sender === null) throw new Error('This worker has no mail server: set SMTP_URL.');
      return this.send.execute(payload, call, this.sender);
    }),
  ];

  constructor(
    private readonly send: SendMail,
    @Inject(MAIL_SENDER) private readonly sender: MailSender | null,
  ) {}
}
