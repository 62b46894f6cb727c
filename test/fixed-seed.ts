/**
 * Set up before the tests: one that is random draws the same each time, so that what is said of a change
 * comes from the change. `TINGXU_SEED=random` draws anew, and a failure prints the seed that it had.
 */
import { runSeed } from '@tingxu/hall/testing/seed';
import fc from 'fast-check';

fc.configureGlobal({ seed: runSeed() });
