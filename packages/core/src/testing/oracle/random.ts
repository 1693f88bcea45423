/** Random choices that a seed repeats (mulberry32). */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** From 0 up to but not `below`. */
  int(below: number): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  }

  between(from: number, to: number): number {
    return from + this.int(to - from + 1);
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.int(items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }

  /** True once in `n` times. */
  once(n: number): boolean {
    return this.int(n) === 0;
  }

  maybe<Item>(n: number, make: () => Item): Item | undefined {
    return this.once(n) ? make() : undefined;
  }

  list<Item>(from: number, to: number, make: (index: number) => Item): Item[] {
    return Array.from({ length: this.between(from, to) }, (_, index) => make(index));
  }

  shuffled<Item>(items: readonly Item[]): Item[] {
    const rest = [...items];
    return items.map(() => rest.splice(this.int(rest.length), 1)[0] as Item);
  }
}
