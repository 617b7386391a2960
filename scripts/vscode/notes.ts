// What a recording says at the ends of lines in the editor.
import type { Page } from 'playwright-core';

/** Waits until the editor shows a text behind some line, or none that fits. */
export async function notesAre(page: Page, wanted: 'some' | 'none', pattern: RegExp): Promise<void> {
  const notes = `[...document.querySelectorAll('.view-line span')].map(it => getComputedStyle(it, '::after').content)`;
  const fits = `${notes}.some(it => ${String(pattern)}.test(it))`;
  await page.waitForFunction(wanted === 'some' ? fits : `!${fits}`);
}
