const gate = new Promise(resolve => setTimeout(resolve, 10));
async function patient() {
  await gate;
}
async function busy() {
  for (let i = 0; i < 100_000; i++) await i;
}
patient();
busy();
