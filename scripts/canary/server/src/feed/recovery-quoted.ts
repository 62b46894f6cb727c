// expect: plugin
export const options = { ['connectionStateRecovery']: {} };
