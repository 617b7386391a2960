/**
 * Playwright: a wait is begun, then the action that ends it, then it is awaited (https://playwright.dev/docs/events).
 */

import type { Pack } from './pack.ts';

export const playwrightCore: Pack = {
  module: 'playwright-core',
  awaitedLater: [
    'BrowserContext.waitForEvent',
    'ElectronApplication.waitForEvent',
    'Frame.waitForNavigation',
    'Page.waitForEvent',
    'Page.waitForNavigation',
    'Page.waitForRequest',
    'Page.waitForResponse',
    'Page.waitForURL',
    'WebSocket.waitForEvent',
    'Worker.waitForEvent',
  ],
};
