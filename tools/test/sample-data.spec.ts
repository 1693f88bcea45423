import { describe, expect, it } from '@jest/globals';
import type { DocumentedCell } from '@nhip/contracts';
import { lint } from '@nhip/core/criteria';
import { instant } from '@nhip/core/shared';
import { cellsOf } from '../src/samples/figure-cells.js';
import { readSamples } from '../src/samples/read-samples.js';

const samples = readSamples();
const { rounds, facts, tasks, administrations, criteriaSets } = samples;

interface Placed {
  readonly seed: number;
  readonly unit: string;
  readonly cell: DocumentedCell;
}
const cells: Placed[] = rounds.flatMap(({ seed, figures, cycle }) =>
  Object.entries(figures).flatMap(([unit, figuresOf]) =>
    cellsOf(figuresOf, cycle.period, facts).map((cell) => ({ seed, unit, cell })),
  ),
);

describe('figures', () => {
  it('published ones cite a sentence that stands among the facts of their own round', () => {
    const published = cells.flatMap(({ seed, cell }) =>
      cell.published ? [{ seed, ...cell.published }] : [],
    );
    expect(published.length).toBeGreaterThan(30);
    for (const { seed, sentence } of published)
      expect([...facts.values()].some((fact) => fact.seed === seed && fact.sentence === sentence)).toBe(true);
  });

  it('illustrative ones are never published', () => {
    expect(cells.filter(({ cell }) => cell.illustrative && cell.published)).toEqual([]);
    expect(cells.filter(({ cell }) => cell.illustrative).length).toBeGreaterThan(100);
  });

  it('without a sentence and not illustrative are only what follows from published ones, with the reason, and gaps', () => {
    const plain = cells.filter(({ cell }) => !cell.published && !cell.illustrative);
    for (const { cell } of plain) expect(cell.note).toBeTruthy();
    expect(plain.filter(({ cell }) => cell.state === 'value').map(({ cell }) => cell.element)).toEqual([
      'postal-received-rate',
      'resolved',
    ]);
  });

  it('published values are those of the facts, all of which are in the data', () => {
    const cited = new Set(JSON.stringify([rounds, [...criteriaSets.values()]]).match(/S\d-[0-9T]\d/g));
    const sentences = JSON.stringify([...criteriaSets.values()]);
    for (const { id, sentence } of facts.values()) {
      const inSets = sentences.includes(JSON.stringify(sentence).slice(1, -1));
      expect([id, cited.has(id) || inSets]).toEqual([id, true]);
    }
  });
});

describe('criteria sets', () => {
  const sets = [...criteriaSets.values()].flat();

  it.each(sets.map((set) => [set.code, set] as const))(
    '%s has no error for the linter',
    (_code, { content }) => {
      expect(lint(content).filter(({ severity }) => severity === 'error')).toEqual([]);
    },
  );

  it('know every element that has figures', () => {
    for (const { administration, cycle, figures } of rounds) {
      const set = criteriaSets.get(administration)?.find(({ code }) => code === cycle.criteriaSet);
      const known = new Set(set?.content.dataElements.map(({ code }) => code));
      for (const element of Object.values(figures).flatMap((unit) => Object.keys(unit)))
        expect([element, known.has(element)]).toEqual([element, true]);
    }
  });
});

describe('directives and recommendations', () => {
  const demanded = rounds.flatMap(({ conclusions, supervision }) => [
    ...Object.values(conclusions).flatMap(({ items }) => items.flatMap(({ task }) => task ?? [])),
    ...(supervision ? [...supervision.requirements, ...supervision.recommendations] : []).map(
      ({ task }) => task,
    ),
  ]);

  it('are all 33 in the data, once each; the supervision team itself presents what it collected', () => {
    expect(tasks.size).toBe(33);
    expect([...demanded, 'T4-3'].sort()).toEqual([...tasks.keys()].sort());
  });
});

describe('scripts', () => {
  it.each(rounds.map((round) => [round.seed, round] as const))(
    'round %i goes forward in time',
    (_seed, round) => {
      const moments = [...round.script, ...round.afterwards].map(({ at }) => instant(at));
      expect([...new Set(moments)].sort()).toEqual(moments);
    },
  );

  it('name units and people that are there', () => {
    for (const { administration, cycle, script, afterwards } of rounds) {
      const place = administrations.find(({ code }) => code === administration);
      const units = new Set(place?.units.map(({ code }) => code));
      const people = new Set(place?.accounts.map(({ userName }) => userName));
      for (const code of cycle.units) expect([code, units.has(code)]).toEqual([code, true]);
      for (const step of [...script, ...afterwards])
        if ('by' in step && step.by !== undefined)
          expect([step.by, people.has(step.by)]).toEqual([step.by, true]);
    }
  });

  it('give every user name to one person', () => {
    const names = administrations.flatMap(({ accounts }) => accounts.map(({ userName }) => userName));
    expect(new Set(names).size).toBe(names.length);
    expect(samples.sample.shown.filter((name) => !names.includes(name))).toEqual([]);
  });
});
