package dev.plinth.ops.bootstrap;

import java.util.function.BooleanSupplier;

/** Something that has to be so: what it is, whether it is so already, and how it becomes so. */
record Step(String what, BooleanSupplier isDone, Runnable carryOut) {}
