import type { Logger } from 'pino';

const LONGEST_BACK_OFF = 30_000;

/**
 * Does its work again and again until stopped: `work` gives the milliseconds until the next time, at least. An
 * error is logged and tried again later and later, up to 30 s.
 */
export class Loop {
  private stopping = false;
  private woken = false;
  private interrupt: () => void = () => undefined;
  private running: Promise<void> | undefined;

  constructor(
    private readonly name: string,
    private readonly work: () => Promise<number>,
    private readonly log: Logger,
  ) {}

  start(): void {
    this.running ??= this.run();
  }

  /** Cuts the present sleep short; while at work, makes it begin again at once. */
  wake(): void {
    this.woken = true;
    this.interrupt();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.interrupt();
    await this.running;
  }

  private async run(): Promise<void> {
    for (let failures = 0; !this.stopping;) {
      this.woken = false;
      let pause: number;
      try {
        pause = await this.work();
        failures = 0;
      } catch (error) {
        this.log.warn({ loop: this.name, err: error }, 'loop failed; it tries again');
        failures += 1;
        pause = Math.min(250 * 2 ** failures, LONGEST_BACK_OFF);
      }
      if (!this.woken || failures > 0) await this.sleep(pause);
    }
  }

  private sleep(ms: number): Promise<void> {
    if (this.stopping || ms <= 0) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.interrupt = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
