#!/usr/bin/env node
console.log(await 1);
