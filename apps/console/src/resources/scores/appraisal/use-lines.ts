import { errorText, fill } from '@nhip/contracts';
import { useState } from 'react';
import { useLanguage, useText } from '../../../i18n/use-text.js';
import { ApiProblem } from '../../../providers/api-problem.js';
import { readLine, type Decided, type Line } from './points.js';

const blank: Line = { points: '', reason: '' };

/** Lines somebody is typing, by key; what is refused stands beside its line, and what was typed stays. */
export function useLines(reasonNeeded: boolean) {
  const text = useText();
  const language = useLanguage();
  const [lines, setLines] = useState<ReadonlyMap<string, Line>>(new Map());
  const [wrong, setWrong] = useState<ReadonlyMap<string, string>>(new Map());
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set());
  const filled = [...lines].filter(([, { points, reason }]) => points.trim() !== '' || reason.trim() !== '');

  return {
    of: (key: string): Line => lines.get(key) ?? blank,
    wrong: (key: string): string | undefined => wrong.get(key),
    count: filled.length,
    /** Paths of the last refusal that stand beside their lines. */
    shown,
    set(key: string, line: Line): void {
      setLines(new Map(lines).set(key, line));
      if (wrong.has(key)) setWrong(new Map([...wrong].filter(([other]) => other !== key)));
    },
    clear(keys: readonly string[]): void {
      setLines((all) => new Map([...all].filter(([key]) => !keys.includes(key))));
    },
    /** The lines to send, with their keys; undefined where one is not right. */
    read(
      indicatorOf: (key: string) => string,
    ): readonly (readonly [key: string, item: Decided])[] | undefined {
      const faults = new Map<string, string>();
      const items = filled.flatMap(([key, line]) => {
        const found = readLine(indicatorOf(key), line, language, reasonNeeded);
        if ('item' in found) return [[key, found.item] as const];
        faults.set(
          key,
          found.code === 'REASON'
            ? text('resources.scores.appraisal.needReason')
            : fill(errorText(found.code)?.[language] ?? found.code, found.params),
        );
        return [];
      });
      setWrong(faults);
      return faults.size > 0 ? undefined : items;
    },
    /** Puts what the server refused beside its lines; `keys` in the order in which the items were sent. */
    refuse(error: unknown, keys: readonly string[]): void {
      if (!(error instanceof ApiProblem)) return;
      const faults = new Map<string, string>();
      const paths = new Set<string>();
      for (const { path, message } of error.problem.errors ?? []) {
        const key = keys[Number(/^items\.(\d+)\./.exec(path)?.[1] ?? Number.NaN)];
        if (key === undefined) continue;
        faults.set(key, message);
        paths.add(path);
      }
      setWrong(faults);
      setShown(paths);
    },
  };
}
