import type { AccountView } from '@nhip/contracts';
import { useText } from '../../i18n/use-text.js';
import { StateChip } from '../../shared/StateChip.js';

export function AccountState({ account }: { account: AccountView }) {
  const text = useText();
  if (account.disabledAt !== null) {
    return <StateChip label={text('resources.accounts.disabled')} shape="pause" tone="quiet" />;
  }
  if (account.mustChangePassword) {
    return <StateChip label={text('resources.accounts.mustChange')} shape="half" tone="soon" />;
  }
  return <StateChip label={text('resources.accounts.enabled')} shape="disc" tone="good" />;
}
