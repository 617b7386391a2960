process.on('exit', code => console.log(code, process.exitCode, process.sourceMapsEnabled, new Error('at the end')));
const task = async () => {}; await task(); await import('./unsettled-top-level-await.mjs');
