// options: {}
/// <reference path="libraries.d.ts" />
import { getCurrentInstance, onMounted } from '@vue/runtime-core';
import { useState, type FormEvent } from 'react';

declare function load(): Promise<string>;

export const vueComponent = {
  async setup(): Promise<string> {
    onMounted(() => console.log('in time'));
    const instance = getCurrentInstance();
    const text = await load();
    onMounted(() => console.log('never'));
    //^^^^^^^ error: `onMounted()` no longer knows its component after an `await`: it does nothing or throws.
    onMounted(() => console.log('told which component'), instance);
    return text;
  },
};

export async function ReactComponent(): Promise<string> {
  const [before] = useState('a');
  const text = await load();
  const [after] = useState(text);
  //              ^^^^^^^^ error: `useState()` no longer knows its component after an `await`: it does nothing or throws.
  return before + after;
}

export async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
  await load();
  event.preventDefault();
  //^^^^^^^^^^^^^^^^^^ error: `preventDefault` comes too late after an `await`: the event has been dispatched.
  event.currentTarget.reset();
  //^^^^^^^^^^^^^^^^^ error: `currentTarget` is `null` after an `await`, since the event has been dispatched.
}
