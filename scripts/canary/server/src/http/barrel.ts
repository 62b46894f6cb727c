// expect: lint/performance/noBarrelFile
export { loose } from './loose.ts';
