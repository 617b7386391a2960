// What is run once, often, in part and never.
export async function work(times) {
  let sum = 0;
  for (let i = 0; i < times; i++) sum += await part(i);
  try {
    if (sum > 100) return await never(sum);
  } finally {
    sum = await Promise.resolve(sum ? sum + 1 : never());
  }
  for await (const each of many(2)) sum += each;
  const nested = async value => (value > 3 ? await part(value) : value);
  return sum + (await nested(1)) + (await nested(4));
}

async function* many(count) {
  for (let i = 0; i < count; i++) yield (await part(i)) && i;
}

async function part(i) {
  if (i % 2) return i;
  await null;
  return i < 2 ? i : (await i) + 1;
}

async function never(sum) {
  await sum;
}

await work(1);
