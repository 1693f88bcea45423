import { readdirSync, readFileSync } from 'node:fs';
import { criteriaCode, criteriaSetContent, names } from '@nhip/contracts';
import { z } from 'zod';
import type { ReadyCriteriaSet } from './use-cases/issue-ready-criteria-set.use-case.js';

/** Beside `src` and `dist`, so that it is found from either. */
const folder = new URL('../../ready-sets/', import.meta.url);
const readySet = z.strictObject({ code: criteriaCode, names, content: criteriaSetContent });

/** The criteria sets that come with the product: one JSON file each, in order of file name. */
export function readyCriteriaSets(): readonly ReadyCriteriaSet[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => readySet.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))));
}
