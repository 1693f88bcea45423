const BLANK = /[ \t\r\n]*/y;
/** A text without control characters, a number, or one of three words. */
const SCALAR =
  /"(?:[^"\\\p{Cc}]|\u007f|[\u0080-\u009f]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/uy;

/**
 * The place in a text that keeps it from being JSON, counted from 0; its length where it ends too soon. `JSON.parse`
 * refuses without always saying where.
 */
export function jsonFault(text: string): number {
  let at = 0;
  const pass = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    at += found?.[0].length ?? 0;
    return found !== null;
  };
  /** Closing signs of what is open; what may come next stands on top of the loop. */
  const open: ('}' | ']')[] = [];
  let expects: 'value' | 'value or end' | 'name' | 'name or end' | 'after' = 'value';
  for (;;) {
    pass(BLANK);
    const next = text[at];
    const inside = open.at(-1);
    if (expects === 'after') {
      if (inside === undefined || (next !== ',' && next !== inside)) return at;
      at += 1;
      if (next === ',') expects = inside === '}' ? 'name' : 'value';
      else open.pop();
    } else if (expects.endsWith('or end') && next === inside) {
      at += 1;
      open.pop();
      expects = 'after';
    } else if (expects.startsWith('name')) {
      if (next !== '"' || !pass(SCALAR)) return at;
      pass(BLANK);
      if (text[at] !== ':') return at;
      at += 1;
      expects = 'value';
    } else if (next === '{' || next === '[') {
      at += 1;
      open.push(next === '{' ? '}' : ']');
      expects = next === '{' ? 'name or end' : 'value or end';
    } else if (pass(SCALAR)) {
      expects = 'after';
    } else {
      return at;
    }
  }
}
