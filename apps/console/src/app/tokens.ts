/** The console's colours; nothing else in it names one. Every text colour reads at 4.5 : 1 or better. */
export interface Tokens {
  /** The page. */
  readonly ground: string;
  /** What lies on the page: tables, forms. */
  readonly sheet: string;
  /** Hover, table heads, quiet bands. */
  readonly shade: string;
  readonly border: string;
  readonly text: string;
  readonly quiet: string;
  readonly accent: string;
  readonly onAccent: string;
  readonly accentShade: string;
  readonly good: string;
  readonly soon: string;
  readonly late: string;
  readonly info: string;
}

export type Appearance = 'light' | 'dark';

export const tokens = {
  light: {
    ground: '#f5f6f6',
    sheet: '#ffffff',
    shade: '#eef1f1',
    border: '#d9dfdf',
    text: '#18211f',
    quiet: '#566462',
    accent: '#0f6b6b',
    onAccent: '#ffffff',
    accentShade: '#e2efee',
    good: '#1d6a45',
    soon: '#8a5300',
    late: '#a93317',
    info: '#2a5c97',
  },
  dark: {
    ground: '#121817',
    sheet: '#1a2220',
    shade: '#222c2a',
    border: '#34413e',
    text: '#e4ebe9',
    quiet: '#a0b0ac',
    accent: '#5cbdb5',
    onAccent: '#06201e',
    accentShade: '#1d3533',
    good: '#72c79a',
    soon: '#e3ae58',
    late: '#f08f72',
    info: '#8ab8ec',
  },
} as const satisfies Record<Appearance, Tokens>;

const textFont = "'Be Vietnam Pro', system-ui, 'Segoe UI', sans-serif";
/** Figures of one width, so that numbers under each other line up; headings keep the font's own. */
export const fontFamily = `'Nhip Figures', ${textFont}`;
export const headingFamily = textFont;

/** Key under which react-admin's store remembers the appearance; the sign-in page reads it too. */
export const storeName = 'Nhip';

export function appearance(): Appearance {
  const kept = localStorage.getItem(`RaStore${storeName}.theme`);
  if (kept === '"dark"' || kept === '"light"') return kept === '"dark"' ? 'dark' : 'light';
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** Gives the pages before the console the same colours as custom properties (`--sheet`). */
export function paint(look: Appearance): void {
  const { style } = document.documentElement;
  style.colorScheme = look;
  for (const [name, value] of Object.entries(tokens[look])) style.setProperty(`--${name}`, value);
}
