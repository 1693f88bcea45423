import { roleLabels, type HistoryItem, type Language, type RoleAssignmentView } from '@nhip/contracts';
import { nameIn } from '../../session/language.js';
import { changesOf, type ToldChange } from '../../shared/history.js';

const roles = new Map<unknown, Readonly<Record<Language, string>>>(Object.entries(roleLabels));

/**
 * What a change did to an account. The history holds names and addresses only as a commitment, so it says
 * that they changed, not how; of a role it says which, for whom and how long.
 * @param held the account's roles, past ones too, for the names of their units
 */
export function accountChanges(
  item: HistoryItem,
  language: Language,
  held: readonly Pick<RoleAssignmentView, 'unit'>[],
): readonly ToldChange[] {
  const role = roles.get(item.after['role']);
  if (role !== undefined) return roleTold(item.after, role[language], language, held);
  return changesOf(item).map((change) =>
    change.field === 'person.commitment' ? { field: 'person', from: '•••', to: '•••' } : change,
  );
}

function roleTold(
  { unitId, validFrom, validTo }: HistoryItem['after'],
  role: string,
  language: Language,
  held: readonly Pick<RoleAssignmentView, 'unit'>[],
): ToldChange[] {
  const unit = held.find((one) => one.unit?.id === unitId)?.unit;
  return [
    { field: 'role', to: role },
    ...(unit ? [{ field: 'unit', to: nameIn(unit.names, language) }] : []),
    { field: 'from', to: String(validFrom) },
    ...(typeof validTo === 'string' ? [{ field: 'to', to: validTo }] : []),
  ];
}
