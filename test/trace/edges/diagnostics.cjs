const { monitorEventLoopDelay } = require('node:perf_hooks');
const delay = monitorEventLoopDelay(); delay.enable();
setTimeout(() => { delay.disable(); console.log(delay.count >= 0); }, 5);
