package dev.plinth.sandbox.pod;

import java.time.Duration;

/**
 * A container that runs to its end: how often it is tried again when it fails, the time a pod has to end itself, and
 * the time that all tries have together.
 */
public record JobSpec(
        String name, String urn, ContainerSpec container, int retries, Duration grace, Duration deadline) {}
