// expect: plugin
export const options = { connectionStateRecovery: { maxDisconnectionDuration: 1000 } };
