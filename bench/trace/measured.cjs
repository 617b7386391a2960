// Runs a workload once to warm up, and then prints the microseconds of CPU that it takes.
module.exports = async work => {
  await work();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  console.log(user + system);
};
