import { describe, expect, it } from '@jest/globals';
import { procedureDefinition } from '@nhip/contracts';
import { BOX, layOut } from './diagram.js';

const names = { vi: 'Bước' };
const to = (name: string, by: string[] = ['secretariat']) => ({ to: name, by });
const task = procedureDefinition.parse({
  kind: 'task',
  names,
  initial: 'assigned',
  states: {
    assigned: { names, on: { report: to('reported'), lapse: to('overdue', []), remind: to('assigned', []) } },
    reported: { names, on: { accept: to('done'), return: to('assigned') } },
    overdue: { names, on: { report: to('reported') } },
    done: { names, final: true },
  },
});

describe('the diagram of a procedure', () => {
  const diagram = layOut(task);
  const at = (name: string) => diagram.states.find((state) => state.name === name)!;
  const arrow = (from: string, end: string) =>
    diagram.arrows.find((one) => one.from === from && one.to === end)!;

  it('runs from left to right by distance from the first state', () => {
    expect(at('assigned').x).toBe(BOX.margin);
    expect(at('reported').x).toBe(at('overdue').x);
    expect(at('reported').x).toBeGreaterThan(at('assigned').x);
    expect(at('done').x).toBeGreaterThan(at('reported').x);
    expect(at('overdue').y).toBeGreaterThan(at('reported').y);
  });

  it('has one arrow for each way that leads elsewhere, and marks those no person sends', () => {
    expect(diagram.arrows).toHaveLength(5);
    expect(arrow('assigned', 'assigned')).toBeUndefined();
    expect(arrow('assigned', 'overdue').automatic).toBe(true);
    expect(arrow('assigned', 'reported')).toMatchObject({ automatic: false, events: ['report'] });
  });

  it('keeps words and lines within its size', () => {
    const numbers = diagram.arrows.flatMap(({ path, label }) => [
      label.y,
      ...(path.match(/-?[\d.]+/g) ?? []).map(Number),
    ]);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...diagram.arrows.map(({ label }) => label.y))).toBeLessThan(diagram.height);
    expect(Math.max(...diagram.states.map(({ x }) => x + BOX.width))).toBeLessThanOrEqual(diagram.width);
  });

  it('shows a state nothing leads to, rather than leaving it out', () => {
    const lonely = procedureDefinition.parse({ ...task, states: { ...task.states, lost: { names } } });
    expect(layOut(lonely).states).toHaveLength(5);
  });
});
