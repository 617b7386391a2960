// Somebody looks at what blocks just now, through the inspector, for which Node waits before it sends the signal.
const until = Date.now() + 200;
while (Date.now() < until);
process.kill(process.pid, 'SIGKILL');
