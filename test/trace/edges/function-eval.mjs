async function main(x) { return (await x) + 1; }
console.log(await eval(`(${main})`)(1), await new Function(`return (${main})(2)`)());
