const f = async () => { await null; throw new Error('one line'); };
await f();
