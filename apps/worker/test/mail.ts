import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { announceMail, messageIdOf, notify } from '@nhip/core/notices';
import { createAccounts } from '@nhip/core/people';
import { UnitOfWork, type Call } from '@nhip/core/platform';
import { eventually, openOffice, type Office } from '@nhip/core/testing';
import { HangingServer, MailServer } from './mail-server.js';
import { Probe, type BackendName } from './probe.js';

const NOW = '2022-10-18T01:00:00Z';

interface Mail {
  readonly id: string;
  readonly state: string;
  readonly messageId: string | null;
  readonly attempts: number;
  readonly error: string | null;
}

/** Mail over a real SMTP server, whichever queue is used: what the server does to it concerns mail alone. */
export function mailSpecs(backendName: BackendName): void {
  describe(`mail on ${backendName}`, () => {
    let probe: Probe;
    let office: Office;
    let call: Call;
    let accountId = '';
    beforeAll(async () => {
      probe = await Probe.open(backendName, 1);
      office = await openOffice(probe.product);
      call = office.system(NOW);
      const [account] = await probe.product.get(UnitOfWork).run(call, (tx) =>
        createAccounts(tx, {
          accounts: [
            {
              userName: `leader.${backendName}`,
              fullName: 'Nguyễn Thị Hoa',
              email: 'hoa@example.gov.vn',
              language: 'vi' as const,
              passwordHash: 'not-used',
              roles: [{ role: 'unit-leader', unitCode: 'P1', from: '2020-01-01' }],
            },
          ],
        }),
      );
      accountId = account?.id ?? '';
    });
    beforeEach(() => announceMail(probe.product.reader, true));
    afterEach(async () => {
      await probe.stopWorkers('SIGKILL');
      await probe.product.reader.rows(`update outbox set done_at = clock_timestamp() where done_at is null`);
    });
    afterAll(() => probe.close());

    /** An urging letter's notice; gives its mail. */
    async function urge(documentNumber: string): Promise<string> {
      await probe.product.get(UnitOfWork).run(call, (tx) =>
        notify(tx, [
          {
            to: { accountIds: [accountId] },
            kind: 'task.urged-by-letter',
            params: {
              title: 'Giải trình <R1>',
              dueOn: '2022-10-17',
              documentNumber,
              documentOn: '2022-10-18',
            },
            link: '/tasks/0192f000-0000-7000-8000-00000000000b/show',
          },
        ]),
      );
      const [mail] = await probe.product.reader.rows<{ id: string }>(
        'select id from mail where strpos(subject, $1) > 0',
        [documentNumber],
      );
      return mail?.id ?? '';
    }
    const read = async (id: string): Promise<Mail | undefined> =>
      (
        await probe.product.reader.rows<Mail>(
          'select id, state, message_id as "messageId", attempts, error from mail where id = $1',
          [id],
        )
      )[0];
    async function until(id: string, holds: (mail: Mail) => boolean): Promise<Mail> {
      return eventually(async () => {
        const mail = await read(id);
        if (mail !== undefined && holds(mail)) return mail;
        throw new Error(`not in time: ${JSON.stringify([mail, await probe.undone()])}`);
      });
    }
    /** The next attempt now, instead of in a minute or an hour. */
    const hasten = () =>
      probe.product.reader.rows(
        `update outbox set resend_at = clock_timestamp() where queue = 'mail' and done_at is null`,
      );

    it('waits while the server refuses, holds nothing else up, and goes out once when it is back', async () => {
      const nobody = await MailServer.open();
      const { port } = nobody;
      await nobody.close();
      await probe.startWorker({ SMTP_URL: `smtp://127.0.0.1:${port}` });
      const id = await urge('01/CV-UBND');
      const others = await probe.open(30, 1);
      await probe.untilNoted(others);
      await until(id, ({ error }) => error !== null);
      const server = await MailServer.open(port);
      try {
        server.answer = 451;
        await hasten();
        const refused = await until(
          id,
          ({ attempts, error }) => attempts >= 2 && /not now/.test(error ?? ''),
        );
        expect(refused.state).toBe('waiting');
        server.answer = 250;
        await hasten();
        const sent = await until(id, ({ state }) => state === 'sent');
        expect(sent.messageId).toBe(
          messageIdOf(office.administrationId, `notices.send-mail/${id}`, 'nhip@example.gov.vn'),
        );
        await hasten();
        await sleep(500);
        expect(server.received).toHaveLength(1);
        const [mail] = server.received;
        expect(mail?.to).toEqual(['hoa@example.gov.vn']);
        expect(mail?.raw).toContain(`Message-ID: ${sent.messageId}`);
        expect(mail?.raw).toContain('Content-Type: text/plain; charset=utf-8');
        expect(mail?.raw).toContain('Content-Type: text/html; charset=utf-8');
        expect(mail?.raw.replaceAll('=\r\n', '')).toContain(
          'https://nhip.example/tasks/0192f000-0000-7000-8000-00000000000b/show',
        );
      } finally {
        await server.close();
      }
    });

    it('gives a hanging server its time and no more; other work goes on meanwhile', async () => {
      const hanging = await HangingServer.open();
      try {
        await probe.startWorker({ SMTP_URL: `smtp://127.0.0.1:${hanging.port}` });
        const ids = await Promise.all(['02/CV', '03/CV', '04/CV', '05/CV', '06/CV'].map(urge));
        while (hanging.connections < 3) await sleep(20);
        const begun = Date.now();
        await probe.untilNoted(await probe.open(100, 1));
        expect(Date.now() - begun).toBeLessThan(15_000);
        for (const id of ids) {
          const mail = await until(id, ({ error }) => error !== null);
          expect(mail).toMatchObject({ state: 'waiting', attempts: 1 });
        }
      } finally {
        await hanging.close();
      }
    });

    it('is settled when the server will never take it, and when nobody wants it', async () => {
      const server = await MailServer.open();
      try {
        server.answer = 550;
        await probe.startWorker({ SMTP_URL: server.url });
        const refused = await until(await urge('07/CV'), ({ state }) => state !== 'waiting');
        expect(refused).toMatchObject({ state: 'refused', attempts: 1 });
        expect(refused.error).toContain('550');
        await probe.stopWorkers();
        const unwanted = await urge('08/CV');
        await probe.product.reader.rows('update account set mail_on = false where id = $1', [accountId]);
        await probe.startWorker({ SMTP_URL: server.url });
        expect(await until(unwanted, ({ state }) => state !== 'waiting')).toMatchObject({
          state: 'dropped',
        });
        expect(await urge('09/CV')).toBe('');
        expect(server.received).toEqual([]);
        expect(await probe.undone()).toEqual([]);
      } finally {
        await server.close();
        await probe.product.reader.rows('update account set mail_on = true where id = $1', [accountId]);
      }
    });

    it('is not written where no server is set up', async () => {
      await probe.startWorker();
      for (let configured = true; configured; await sleep(50))
        configured =
          (await probe.product.reader.rows<{ configured: boolean }>('select configured from mail_server'))[0]
            ?.configured ?? true;
      expect(await urge('10/CV')).toBe('');
    });
  });
}
