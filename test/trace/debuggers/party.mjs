const waits = setInterval(() => {}, 1000);

async function party() {
  const guests = new Promise(resolve => (globalThis.come = resolve));
  console.log('invited');
  await guests;
  clearInterval(waits);
  return 'over';
}

console.log(await party());
