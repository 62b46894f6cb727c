// expect: lint/style/noRestrictedGlobals
console.log(process.pid);
