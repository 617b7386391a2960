// What a debugger costs that shows the stacks behind an await, as Chrome's and VS Code's do.
const { Session } = require('node:inspector');
const session = new Session();
session.connect();
session.post('Debugger.enable');
session.post('Debugger.setAsyncCallStackDepth', { maxDepth: 32 });
