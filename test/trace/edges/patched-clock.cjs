// Tests stop the clock, and count what looks at it.
const calls = [];
Date.now = () => { calls.push('Date.now'); return 0; };
performance.now = () => { calls.push('performance.now'); return 0; };
process.hrtime = () => { calls.push('hrtime'); return [0, 0]; };
globalThis.setInterval = globalThis.setTimeout = () => calls.push('timer');
Math.random = () => { calls.push('random'); return 0; };
async function main() { for (let i = 0; i < 10_000; i++) await i; }
main().then(() => console.log(calls));
