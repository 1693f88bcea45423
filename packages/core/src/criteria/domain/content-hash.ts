import { createHash } from 'node:crypto';
import type { CriteriaSetContent } from '@nhip/contracts';
import { canonicalJson } from '../../shared/index.js';

/** SHA-256 of the canonical JSON: equal contents have equal hashes whatever the order of their keys. */
export const contentHash = (content: CriteriaSetContent): string =>
  createHash('sha256').update(canonicalJson(content)).digest('hex');
