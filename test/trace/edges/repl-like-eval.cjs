console.log(eval('(async () => { await 1; return 2; })()') instanceof Promise);
