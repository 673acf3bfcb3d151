package dev.plinth.checks.faults;

import dev.plinth.checks.faults.load.Figures;

/** What was done to the environment, and what its clients noticed. */
record Drill(String what, Figures figures, String remark) {}
