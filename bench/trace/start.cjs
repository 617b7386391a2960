// Nothing but the start: all the CPU that the process has used by then.
(async () => {
  await null;
  const { user, system } = process.cpuUsage();
  console.log(user + system);
})();
