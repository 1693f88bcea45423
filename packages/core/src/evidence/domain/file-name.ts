/** Signs that show nothing, or turn the reading direction round so that `exe.fdp` reads `pdf.exe`. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu;
const LONGEST = 180;

/**
 * The name of a file as it is kept and shown, and offered again at a download; never part of a path. Folders before it
 * (`../../x.pdf`, `C:\x.pdf`), unseen signs and what no system takes in a name are taken off; a name too long is
 * shortened before its ending.
 */
export function fileName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .replace(UNSEEN, '')
    .replace(/[<>:"|?*]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const letters = [...clean];
  if (letters.length <= LONGEST) return clean === '' ? 'tep' : clean;
  const ending = /\.\w{1,5}$/.exec(clean)?.[0] ?? '';
  return `${letters.slice(0, LONGEST - ending.length).join('')}${ending}`;
}

/** The ending of a name, in small letters: `pdf`; empty where there is none. */
export const endingOf = (name: string): string => /\.(\w{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? '';
