import { createHash } from 'node:crypto';

/**
 * The Message-ID of a mail, from the key of its outbox row: sent twice, because a worker died after the server had
 * taken it, it is one message to every mail program.
 */
export function messageIdOf(administrationId: string, key: string, from: string): string {
  const digest = createHash('sha256').update(`${administrationId}/${key}`).digest('hex').slice(0, 40);
  const domain = /@([^\s>@]+)>?\s*$/.exec(from)?.[1] ?? 'nhip.invalid';
  return `<${digest}@${domain}>`;
}
