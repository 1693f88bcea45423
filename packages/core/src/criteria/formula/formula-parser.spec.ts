import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import peggy from 'peggy';
import { parse, StartRules } from './formula-parser.js';

const text = (file: string): string => readFileSync(`${import.meta.dirname}/${file}`, 'utf8');

describe('the committed parser of formulas', () => {
  it('is the one its grammar gives (the command to make it anew stands in the grammar)', () => {
    const generated = peggy.generate(text('formula.peggy'), { output: 'source', format: 'es' });
    expect(text('formula-parser.ts').trim()).toBe(generated.trim());
  });
  it('begins with a formula and nothing else', () => {
    expect(StartRules).toEqual(['formula']);
    expect(parse('1', {})).toMatchObject({ kind: 'number', text: '1' });
  });
  it('makes no code at run time', () => {
    expect(text('formula-parser.ts')).not.toMatch(/\beval\b|new Function/);
  });
});
