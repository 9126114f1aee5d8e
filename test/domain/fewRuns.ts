import fc from "fast-check";

/** A mutant is noticed by the first failing test: the laws run with few examples, or a night would not suffice. */
fc.configureGlobal({ numRuns: 8 });
