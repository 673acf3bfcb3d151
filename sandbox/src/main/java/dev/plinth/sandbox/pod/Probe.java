package dev.plinth.sandbox.pod;

import java.time.Duration;

/** An HTTP probe on a container port: any status from 200 to 399 counts. */
public record Probe(int port, String path, Duration initialDelay, Duration period, Duration timeout, int failures) {}
