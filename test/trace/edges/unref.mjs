setTimeout(() => console.log('never'), 10_000).unref();
