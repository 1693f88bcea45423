import { createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  readonly to: readonly string[];
  readonly raw: string;
}

/** A real SMTP server on loopback. `answer` says how it takes a recipient: a code of 400 or more refuses. */
export class MailServer {
  readonly received: ReceivedMail[] = [];
  answer = 250;
  private constructor(
    private readonly server: SMTPServer,
    readonly port: number,
  ) {}

  static async open(port = 0): Promise<MailServer> {
    const holder: { self?: MailServer } = {};
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo(_address, _session, done) {
        const code = holder.self?.answer ?? 250;
        done(code < 400 ? null : Object.assign(new Error('not now'), { responseCode: code }));
      },
      onData(stream, session, done) {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          holder.self?.received.push({
            to: session.envelope.rcptTo.map(({ address }) => address),
            raw: Buffer.concat(parts).toString('utf8'),
          });
          done();
        });
      },
    });
    server.on('error', () => undefined);
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    const address = server.server.address();
    const self = new MailServer(
      server,
      typeof address === 'object' && address !== null ? address.port : port,
    );
    holder.self = self;
    return self;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

/** Takes connections and says nothing, ever. */
export class HangingServer {
  private readonly sockets = new Set<Socket>();
  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  static async open(): Promise<HangingServer> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const self = new HangingServer(
      server,
      typeof address === 'object' && address !== null ? address.port : 0,
    );
    server.on('connection', (socket) => {
      self.sockets.add(socket);
      socket.on('error', () => undefined);
    });
    return self;
  }

  get connections(): number {
    return this.sockets.size;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }
}
