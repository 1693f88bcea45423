import { blankPart, type PartForm } from './question-form.js';

/**
 * Rows pasted from a sheet or a list: `name⇥value`, `name; value`, `name: value`, or a value alone a line. The value
 * is what stands last. A single text without a name is no row.
 */
export function pastedParts(text: string): readonly PartForm[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const cells = /^(.*?)\s*(?:\t|;|:)\s*([^\t;:]*)$/.exec(line);
      const [name = '', value = line] = cells ? [cells[1], cells[2]] : [];
      return { ...blankPart, name: name.replaceAll('\t', ' ').trim(), value: value.trim() };
    });
}
