import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe calls serious or worse within an element: `main`, or `html` for the frame around it too. */
export async function seriousFaults(page: Page, within: 'main' | 'html' = 'main'): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (place) => (globalThis as unknown as { axe: typeof axe }).axe.run(place, { resultTypes: ['violations'] }),
    within,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
}
