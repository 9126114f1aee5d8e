import fc from "fast-check";

/** The first failing test notices a mutant: few examples of each law are enough. */
fc.configureGlobal({ numRuns: 8 });
