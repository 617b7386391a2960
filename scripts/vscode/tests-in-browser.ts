// Runs a tests module inside the extension host of a workbench in a headless browser.
import { launchBrowser } from './chromium.ts';
import { startServer, type WorkbenchPage } from './server.ts';

/** A page that runs tests. */
export type TestsPage = Required<Pick<WorkbenchPage, 'folder' | 'extension' | 'tests'>>;

/** How a tests module marks its own lines among all that VS Code prints. */
const MARK = '[test] ';
const LIMIT_MS = 5 * 60_000;

/** Runs the tests of `page`, passes on what they print, and returns their exit code. */
export async function runTestsInBrowser(page: TestsPage): Promise<number> {
  const server = await startServer();
  const browser = await launchBrowser();
  const others: string[] = [];
  try {
    const tab = await browser.newPage();
    // VS Code calls these two functions in a page that runs tests.
    await tab.exposeFunction('codeAutomationLog', (_kind: string, args: unknown[]) => {
      const line = args.join(' ');
      if (line.startsWith(MARK)) console.log(line.slice(MARK.length));
      else others.push(line.split('\n', 1)[0]!);
    });
    const exited = new Promise<number>((resolve, reject) => {
      void tab.exposeFunction('codeAutomationExit', resolve);
      tab.on('crash', () => reject(new Error('The browser page crashed while the tests ran.')));
      void server.ended.then(() => reject(new Error("VS Code's server ended while the tests ran.")));
      setTimeout(() => reject(new Error('The tests did not end within five minutes.')), LIMIT_MS).unref();
    });
    const [exitCode] = await Promise.all([exited, tab.goto(server.address(page))]);
    return exitCode;
  } catch (error) {
    console.error(`VS Code said at the end:\n${others.slice(-40).join('\n')}`);
    throw error;
  } finally {
    await browser.close();
    await server.stop();
  }
}
