package dev.plinth.app.lifecycle;

import java.util.function.BooleanSupplier;

/** Whether something that the app uses works now; what is not required only degrades the app. */
public record Check(String name, boolean required, BooleanSupplier probe) {}
