/**
 * Whether functions reject: each in the program below says so in the comment before it, and in a second word if it
 * is otherwise where code without source is trusted to throw nothing.
 */

import assert from 'node:assert/strict';
import { Engine } from '../../server/engine/engine.ts';
import { rejectionsOfFunction, type Rejections, type UnseenCalls } from '../../server/facts/rejections.ts';
import { isFunctionDeclaration } from '../../server/syntax/ast.ts';

const FILE = '/virtual/rejections.ts';

const PROGRAM = `
declare function load(): Promise<string>;
declare function parse(text: string): object;
declare function show(text: string): void;
declare function report(error: unknown): void;
declare const isOpen: boolean;
/** Logs. @neverRejects */
declare function log(text: string): Promise<void>;

// maybe
async function throws() { throw new Error('x'); }
// maybe
async function throwsInABranch() { if (isOpen) throw new Error('x'); }
// unknown
async function awaits() { await load(); }
// unknown
async function returns() { return load(); }
// unknown never
async function callsCodeWithoutSource() { show(''); }
// unknown
async function callsWhatIsKnownToThrow() { parse(''); }
// unknown
async function awaitsCodeWithoutSource() { show(''); await load(); }
// unknown maybe
async function callsAndThrows() { show(''); fails(); }
function fails() { throw new Error('x'); }
// never
async function callsAPropertyOf(it: Handlers) { await it.save(); }
class Handlers { save = async () => { try { await load(); } catch (error) { report(error); } }; }
// never
async function callsTheStandardLibrary() { console.log(Math.max(1, 2), [1].map(String)); }
// unknown
async function parsesJson() { return JSON.parse('{'); }
// never
async function doesNothing() {}

// never
async function coversAll() { try { await load(); throw 1; } catch (error) { report(error); } }
// maybe
async function rethrows() { try { await load(); } catch (error) { if (isOpen) throw error; } }
// never
async function callsALogger() { try { await load(); } catch (error) { logger(error); } }
function logger(error: unknown) { report(error); }
// maybe
async function callsAHandlerThatThrows() { try { await load(); } catch (error) { fail(error); } }
function fail(error: unknown) { throw error; }
// unknown
async function awaitsInTheHandler() { try { await load(); } catch { await load(); } }
// unknown
async function returnsOutOfTry() { try { return load(); } catch { return ''; } }
// never
async function awaitsBeforeItReturns() { try { return await load(); } catch { return ''; } }
// unknown
async function onlyFinally() { try { await load(); } finally { report(1); } }
// maybe
async function throwsInFinally() { try { await load(); } catch {} finally { throw 1; } }
// unknown
async function loops() { for await (const each of { async *[Symbol.asyncIterator]() {} }) report(each); }

// never
function handles() { return load().catch(report); }
// never
function handlesInThen() { return load().then(() => 1, () => 2); }
// maybe
function handlesBadly() { return load().catch(() => { throw new Error('x'); }); }
// unknown
function handlesByLoading() { return load().catch(() => load()); }
// unknown
function isNotHandled() { return load().catch(undefined); }
// unknown
function handlesByNothing() { return load().catch(nothing.handler); }
declare const nothing: { handler: undefined };
// unknown
function handlesOnlyBefore() { return load().catch(report).then(() => load()); }
// never
function cleansUp() { return load().catch(report).finally(() => report('done')); }
// unknown
function sometimes() { return isOpen ? load() : load().catch(report); }

// never
function sleeps() { return new Promise<void>(resolve => setTimeout(resolve, 10)); }
// maybe
function rejects() { return new Promise((resolve, reject) => { if (isOpen) reject(new Error('x')); else resolve(1); }); }
// maybe
function passesRejectOn() { return new Promise((_, reject) => setTimeout(reject, 10)); }
// maybe
function throwsInExecutor() { return new Promise(() => { throw new Error('x'); }); }
// unknown
function resolvesWithAPromise() { return new Promise(resolve => resolve(load())); }
// maybe
function rejectsAtOnce() { return Promise.reject(new Error('x')); }
// never
function resolvesAtOnce() { return Promise.resolve(1); }

// never
async function waitsForAll() { await Promise.allSettled([load(), load()]); }
// unknown
async function waitsForEach() { await Promise.all([load().catch(report), load()]); }
// never
async function waitsForHandled() { await Promise.all([1, 2].map(async () => { try { await load(); } catch {} })); }
// maybe
async function waitsForThrowing() { await Promise.all([1, 2].map(async () => { throw new Error('x'); })); }

// maybe
async function callsOneThatThrows() { check(1); }
function check(n: number) { if (n > 2) throw new Error('x'); }
// maybe
async function throwsInACallback() { [1].forEach(n => { if (n > 2) throw new Error('x'); }); }
// maybe
async function constructs() { return new Checked(); }
class Checked { constructor() { check(1); } }
// never
async function doesNotWait() { void throws(); }
// never
async function throwsLater() { setTimeout(() => { throw new Error('x'); }, 1); }
// never
async function believesTheComment() { await log(''); }

// never
async function even(n: number): Promise<boolean> { return n === 0 || odd(n - 1); }
// never
async function odd(n: number): Promise<boolean> { return n !== 0 && even(n - 1); }
// maybe
async function ping(n: number): Promise<void> { if (n > 0) await pong(n - 1); }
// maybe
async function pong(n: number): Promise<void> { if (n < 0) throw new Error('x'); await ping(n - 1); }
`;

describe('rejections', () => {
  let engine: Engine;
  before(() => {
    engine = new Engine('/', 'run', { started: () => undefined, checkpoint: () => undefined, log: () => undefined });
    engine.setText(FILE, PROGRAM);
    engine.locate([FILE]);
  });
  after(() => engine.dispose());

  for (const [, expected, trusting, name] of PROGRAM.matchAll(/^\/\/ (\w+)(?: (\w+))?\n(?:async )?function (\w+)/gm)) {
    it(`${name}: ${expected}${trusting ? `, or ${trusting}` : ''}`, () => {
      assert.equal(rejectionsIn(engine, name!, 'may-throw'), expected);
      assert.equal(rejectionsIn(engine, name!, 'work'), trusting ?? expected);
    });
  }
});

function rejectionsIn(engine: Engine, name: string, unseenCalls: UnseenCalls): Rejections['kind'] {
  return engine.use(snapshot => {
    const program = snapshot.programOfLoose(FILE)!;
    const fn = program.sourceFile(FILE)!.statements.filter(isFunctionDeclaration).find(one => one.name?.text === name)!;
    return program.run([rejectionsOfFunction(fn, unseenCalls)])[0]!.kind;
  });
}
