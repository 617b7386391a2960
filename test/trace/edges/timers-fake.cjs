globalThis.setInterval = () => { throw new Error('fake'); };
performance.now = () => 0;
(async () => { await null; console.log('done'); })();
