package dev.plinth.ops.environment;

import java.util.Optional;

/**
 * What a person said on the command line about a change that is not taken back easily.
 *
 * @param confirmed the stack's name, typed where no terminal asks for it
 */
public record Consent(boolean yes, boolean dryRun, Optional<String> confirmed) {}
