import { useText } from '../i18n/use-text.js';

/** Beside everything that was made up for the sample and never published. */
export function IllustrativeMark() {
  const text = useText();
  return (
    <em
      title={text('shell.figure.illustrativeHint')}
      style={{ fontSize: '0.92em', marginLeft: 6, whiteSpace: 'nowrap' }}
    >
      {text('shell.figure.illustrative')}
    </em>
  );
}
