import { formatDecimal, formatPercent } from '@nhip/contracts';
import { useLanguage, useText } from '../i18n/use-text.js';
import { IllustrativeMark } from './IllustrativeMark.js';

interface FigureProps {
  /** Canonical decimal text; without one the state says why. */
  readonly value?: string | null;
  readonly state?: 'value' | 'nothing' | 'not-applicable' | 'missing';
  readonly percent?: boolean;
  readonly illustrative?: boolean;
}

/** A number as the language writes it. A missing one is a dash that says which of the states it is, never 0. */
export function Figure({ value, state = 'value', percent = false, illustrative = false }: FigureProps) {
  const text = useText();
  const language = useLanguage();
  if (value === undefined || value === null) {
    const word = text(`shell.figure.${state === 'value' ? 'missing' : state}`);
    return (
      <span role="img" aria-label={word} title={word}>
        –
      </span>
    );
  }
  return (
    <span style={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
      {percent ? formatPercent(value, language) : formatDecimal(value, language)}
      {illustrative && <IllustrativeMark />}
    </span>
  );
}
