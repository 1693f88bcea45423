import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

/** 45 s of faults, and before and after them making the world and checking it. */
const LONG = 420_000;

describe('faults on real processes, in short', () => {
  it.each(['redis', 'postgres'])(
    'lose nothing and let nothing happen twice on %s',
    async (backend) => {
      const script = join(import.meta.dirname, 'run.mjs');
      const child = spawn(process.execPath, [script, '--short', `--backend=${backend}`]);
      let output = '';
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (part: Buffer) => (output += part.toString()));
      const [code] = (await once(child, 'close')) as [number];
      const last = output.trimEnd().split('\n').at(-1);
      expect(code === 0 ? 'nothing' : output).toBe('nothing'); // what it printed says which guarantee broke, and when
      expect(last).toMatch(
        new RegExp(
          `^faults backend=${backend} injected=\\d+ acknowledged=\\d+ effects=\\d+ lost=0 duplicated=0 max_lateness_ms=\\d+$`,
        ),
      );
    },
    LONG,
  );
});
