package dev.plinth.ops.recovery;

/** A question to a restored database, and what has to come of it. */
record Assertion(String name, String sql, Expectation expectation) {}
