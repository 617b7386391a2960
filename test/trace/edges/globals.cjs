console.log(Object.keys(globalThis).join(), Object.keys(process).filter(it => /lens/.test(it)).length);
for (const key in globalThis) if (/asynclens/.test(key)) console.log(key);
