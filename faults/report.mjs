/** What the checker found: nothing, where all holds. */
export class Report {
  faults = [];
  counts = { lost: 0, duplicated: 0 };

  /** Something acknowledged or due did not happen. */
  lost(invariant, text) {
    this.counts.lost += 1;
    this.faults.push({ invariant, text, harm: 'lost' });
  }

  /** Something happened twice. */
  duplicated(invariant, text) {
    this.counts.duplicated += 1;
    this.faults.push({ invariant, text, harm: 'duplicated' });
  }

  wrong(invariant, text) {
    this.faults.push({ invariant, text });
  }

  /** How often one of these was found lost or duplicated. */
  harmTo(invariants) {
    return this.faults.filter(({ invariant, harm }) => harm !== undefined && invariants.includes(invariant))
      .length;
  }

  get red() {
    return this.faults.length > 0;
  }

  /** The first few of each invariant. */
  lines() {
    const names = [...new Set(this.faults.map(({ invariant }) => invariant))].sort();
    return names.flatMap((name) => {
      const some = this.faults.filter(({ invariant }) => invariant === name);
      const shown = some.slice(0, 5).map(({ text }) => `  ${name}: ${text}`);
      return some.length > 5 ? [...shown, `  ${name}: … and ${some.length - 5} more`] : shown;
    });
  }
}
