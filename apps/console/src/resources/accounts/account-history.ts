import { roleLabels, type HistoryItem, type Language } from '@nhip/contracts';
import { changesOf, type HistoryChange } from '../../shared/history.js';

const roles = new Map<string, Readonly<Record<Language, string>>>(Object.entries(roleLabels));

/**
 * What a change did to an account. The history holds names and addresses only as a commitment, so it says
 * that they changed, not how; of a role it says which.
 */
export function accountChanges(item: HistoryItem, language: Language): readonly HistoryChange[] {
  return changesOf(item).flatMap(({ field, from, to }): HistoryChange[] => {
    if (field === 'person.commitment') return [{ field: 'person', from: '•••', to: '•••' }];
    if (!field.startsWith('roles.')) return [{ field, from, to }];
    if (!field.endsWith('.role')) return [];
    const name = (role: string) => roles.get(role)?.[language] ?? role;
    return [{ field: 'role', from: name(from), to: name(to) }];
  });
}
