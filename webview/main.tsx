/** The page in VS Code's panel. */

import { render } from 'preact';
import { App } from './app.tsx';
import { connect } from './host/host.ts';
import { HostContext } from './host/use-answer.ts';

const host = connect();
render(
  <HostContext.Provider value={host}>
    <App />
  </HostContext.Provider>,
  document.getElementById('app')!,
);
