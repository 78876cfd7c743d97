import fc from "fast-check";

// A mutant is caught by the first counterexample; shrinking it only takes time.
fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });
