import type { FindingView, SettleFinding } from '@nhip/contracts';
import { useNotify } from 'ra-core';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { ConfirmWithReason } from '../../shared/ConfirmWithReason.js';
import { useCommand } from '../../shared/use-command.js';

export type Decision = SettleFinding['decision'];

const words = {
  settle: { title: 'settleTitle', explain: 'settleExplain', confirm: 'settle', done: 'settled' },
  reopen: { title: 'askTitle', explain: 'askExplain', confirm: 'ask', done: 'asked' },
} as const satisfies Record<Decision, Record<string, string>>;

interface SettleDialogProps {
  readonly finding: FindingView;
  readonly decision: Decision;
  readonly onClose: () => void;
}

/** The secretariat takes the answer (or needs none), or asks again. */
export function SettleDialog({ finding, decision, onClose }: SettleDialogProps) {
  const text = useText();
  const language = useLanguage();
  const command = useCommand();
  const notify = useNotify();
  const { title, explain, confirm, done } = words[decision];
  const { id, revision } = finding;
  return (
    <ConfirmWithReason
      title={text(`resources.findings.${title}`)}
      explain={
        <>
          {nameIn(finding.message, language)}
          <br />
          {text(`resources.findings.${explain}`)}
        </>
      }
      confirmLabel={text(`resources.findings.${confirm}`)}
      submit={(reason) =>
        command({ resource: 'findings', id, verb: 'settle', body: { decision, reason }, revision })
      }
      onDone={() => notify(text(`resources.findings.${done}`), { type: 'success' })}
      onClose={onClose}
    />
  );
}
