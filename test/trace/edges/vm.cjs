const vm = require('node:vm');
vm.runInNewContext('(async () => { await null; log("in vm"); })()', { log: console.log });
