const jobs = [];
for (let i = 0; i < 3; i++) {
  jobs.push(async () => {
    await i;
  });
}
async function main() {
  for (const job of jobs) await job();
}
main();
// main: by program (awaited by nobody)
//   8 → callback of jobs.push
//   8 → callback of jobs.push
//   8 → callback of jobs.push
// callback of jobs.push: by main
//   4 → value
// callback of jobs.push: by main
//   4 → value
// callback of jobs.push: by main
//   4 → value
