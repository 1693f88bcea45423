/**
 * Idempotency keys: one for each thing a person means to do, kept while it is unknown whether it was done
 * (no answer, or the server failed), so that pressing the button again cannot do it twice.
 */
export class Intents {
  private readonly open = new Map<string, string>();

  constructor(private readonly newKey: () => string = () => crypto.randomUUID()) {}

  /** The key of an intent, told by everything that makes it what it is: address, revision, contents. */
  keyOf(intent: string): string {
    const known = this.open.get(intent);
    if (known !== undefined) return known;
    const key = this.newKey();
    this.open.set(intent, key);
    return key;
  }

  /** A definite answer came, yes or no: the same words sent again are a new intent. */
  settle(intent: string): void {
    this.open.delete(intent);
  }
}
