console.log(process.emit.name, process.emit.length, process.emit('mine', 1), process.listenerCount('unhandledRejection'));
