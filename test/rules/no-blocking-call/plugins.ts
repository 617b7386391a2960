// options: {}
// A plugin for builds: nobody waits while its hooks run, but for what a development server loads.
import { readFileSync, writeFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const template = () => readFileSync('template.html', 'utf8');

export function templates(): Plugin {
  let text = '';
  return {
    name: 'templates',
    config: {
      order: 'pre',
      handler: async () => {
        text = template();
      },
    },
    async writeBundle() {
      writeFileSync('index.html', text);
    },
    async load() {
      return template();
      //     ^^^^^^^^ error: `template` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
    },
  };
}

/** Hooks of the same name, of something else. */
export const hooks = {
  async writeBundle() {
    template();
    //^^^^^^ error: `template` reads a file synchronously, by `readFileSync`; nothing else runs meanwhile.
  },
};
