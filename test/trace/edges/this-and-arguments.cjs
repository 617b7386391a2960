async function main() { const inner = async () => [this.x, arguments.length, new.target]; return inner(); }
main.call({ x: 1 }, 2, 3).then(console.log);
