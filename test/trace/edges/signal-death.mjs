setTimeout(() => process.kill(process.pid, 'SIGKILL'), 10);
setInterval(() => {}, 1000);
