setTimeout(() => console.log(process.getActiveResourcesInfo()), 10);
