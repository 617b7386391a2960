process.on('SIGTERM', () => { console.log('asked to end'); process.exit(0); });
setTimeout(() => process.kill(process.pid, 'SIGTERM'), 10);
setInterval(() => {}, 1000);
