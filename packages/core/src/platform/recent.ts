/** The `most` things used last, by key: a memory of a process that does not grow with what its years bring. */
export class Recent<Value> {
  /** Ordered by when they were used last. */
  private readonly known = new Map<string, Value>();

  constructor(private readonly most: number) {}

  get(key: string): Value | undefined {
    const value = this.known.get(key);
    if (value !== undefined) this.set(key, value);
    return value;
  }

  delete(key: string): void {
    this.known.delete(key);
  }

  set(key: string, value: Value): void {
    this.known.delete(key);
    this.known.set(key, value);
    for (const oldest of this.known.keys()) {
      if (this.known.size <= this.most) return;
      this.known.delete(oldest);
    }
  }
}
