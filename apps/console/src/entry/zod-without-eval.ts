/**
 * zod tries once whether it may compile checks with `new Function`. The content policy forbids that, rightly,
 * and would report each page for it; told beforehand, zod does not try. Imported before anything that uses it.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
