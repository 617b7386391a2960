// Somebody hears of warnings, and handles the rejection after all.
import { setImmediate as nextTurn } from 'node:timers/promises';
process.on('warning', ({ name, message }) => console.log('warning', name, message.split('\n')[0].slice(0, 60)));
process.on('rejectionHandled', promise => console.log('handled', promise));
const failing = (async () => { await null; throw new Error('late'); })();
await nextTurn(); await nextTurn();
await failing.catch(({ message }) => console.log('caught', message));
