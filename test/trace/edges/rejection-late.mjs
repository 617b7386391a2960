process.on('unhandledRejection', () => {});
process.on('rejectionHandled', () => console.log('late'));
process.removeAllListeners('warning');
const promise = Promise.reject(new Error('x'));
setTimeout(() => promise.catch(() => {}), 5);
