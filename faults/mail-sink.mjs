// A mail server on loopback that writes down what it takes, and may be told to refuse or to hang.
import { SMTPServer } from 'smtp-server';

const MESSAGE_ID = /^message-id:\s*(\S+)/im;

export class MailSink {
  /** `takes`, `refuses` or `hangs`. */
  mood = 'takes';
  /** Every message taken: `{ messageId, to }`. */
  taken = [];
  /** How often somebody was turned away, or left without a word. */
  turnedAway = 0;

  static async open() {
    const sink = new MailSink();
    sink.server = new SMTPServer({
      authOptional: true,
      disableReverseLookup: true,
      disabledCommands: ['STARTTLS'],
      onConnect: (_session, done) => sink.greet(done),
      onRcptTo: (_address, _session, done) => sink.greet(done),
      onData(stream, { envelope }, done) {
        const parts = [];
        stream.on('data', (part) => parts.push(part));
        stream.on('end', () => {
          sink.take(Buffer.concat(parts).toString('utf8'), envelope);
          done();
        });
      },
    });
    sink.server.on('error', () => undefined); // a worker that was killed leaves its line open
    await new Promise((resolve) => sink.server.listen(0, '127.0.0.1', resolve));
    return sink;
  }

  get url() {
    return `smtp://127.0.0.1:${this.server.server.address().port}`;
  }

  greet(done) {
    if (this.mood === 'takes') return done();
    this.turnedAway += 1;
    if (this.mood === 'refuses') done(Object.assign(new Error('not now'), { responseCode: 451 }));
  }

  take(text, { rcptTo }) {
    const messageId = MESSAGE_ID.exec(text)?.[1];
    this.taken.push({ messageId, to: rcptTo.map(({ address }) => address).join() });
  }

  close() {
    return new Promise((resolve) => this.server.close(resolve));
  }
}
