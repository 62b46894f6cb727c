/** Set up before the tests of a mutant: a random test that fails is not made small, which takes long. */
import fc from 'fast-check';

fc.configureGlobal({ endOnFailure: true });
