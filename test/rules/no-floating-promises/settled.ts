// options: {}
/// <reference path="libraries.d.ts" />
import type { Router } from '@angular/router';
import { useUtils } from '@trpc/react-query';
import { useNavigate } from 'react-router';

declare function load(): Promise<string>;
declare function show(text: string): void;
declare function report(error: unknown): void;

const pause = () => new Promise<void>(resolve => setTimeout(resolve, 10));

/** A navigation that fails is the router's business. */
export function routes(router: Router): void {
  router.navigate(['home']);
  router.load(['home']);
  //^^^^^^^^^^^^^^^^^^^^ error: This promise floats: if `load()` rejects, the error is lost.
  const navigate = useNavigate();
  navigate('/home');
}

export function post(): void {
  const utils = useUtils();
  utils.post.invalidate();
  utils.post.fetch();
  //^^^^^^^^^^^^^^^^^ error: This promise floats: if `fetch()` rejects, the error is lost.
}

export class Page {
  refresh = async () => {
    show('…');
    try {
      show(await load());
    } catch (error) {
      report(error);
    }
    show('done');
  };
  reload = async () => show(await load());

  async #close(): Promise<void> {
    await load();
  }

  press(): void {
    this.refresh();
    this.reload();
    //^^^^^^^^^^^^ error: This promise floats: if `reload()` rejects, the error is lost.
    this.#close();
    //^^^^^^^^^^^^ error: This promise floats: if `#close()` rejects, the error is lost.
    pause();
    //^^^^^^ error: This promise floats: if `pause()` rejects, the error is lost.
    pause().then(() => show('later'));
    pause().then(() => load());
    //^^^^^^^^^^^^^^^^^^^^^^^^^ error: This promise floats: if it rejects, the error is lost.
  }
}

export function forget(running: Promise<void>[]): void {
  running.splice(0, 1);
  running.sort();
  running.pop();
  Object.assign(running[0]!, { label: 'first' });
  running.slice(1);
  //^^^^^^^^^^^^^^^ error: These promises float: an array of promises waits for none of them.
}

export function settleBoth(work: Promise<void>): Promise<void> {
  let settle: (() => void) | undefined;
  const settled = new Promise<void>(resolve => (settle = resolve));
  work.then(settle, settle);
  return settled;
}

export function mayHandle(work: Promise<void>, handler: string | (() => void)): void {
  work.then(() => show('done'), handler);
  //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: This promise floats: its rejection handler is not a function and is ignored.
  work.catch(handler);
  //^^^^^^^^^^^^^^^^^^ error: This promise floats: its rejection handler is not a function and is ignored.
}
