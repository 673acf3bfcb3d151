package dev.plinth.ops.command;

import dev.plinth.ops.environment.Selection;
import dev.plinth.ops.release.Terms;
import dev.plinth.ops.release.Terms.Limits;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How careful a release is. */
final class TermsOptions {
    /** CloudWatch counts by the minute and tells it later; the sandbox tells at once. */
    private static final Duration BAKE = Duration.ofMinutes(5);

    private static final Duration BAKE_SANDBOXED = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PATIENCE_SANDBOXED = Duration.ofMinutes(1);

    @Option(
            names = "--bake",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "how long each weight is watched (default: 5m; 10s in the sandbox)")
    private Optional<Duration> bake = Optional.empty();

    @Option(
            names = "--patience",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "how much longer to wait for healthy targets and for counts (default: 5m; 1m in the sandbox)")
    private Optional<Duration> patience = Optional.empty();

    @Option(
            names = "--errors-max",
            paramLabel = "RATIO",
            description = "the part of its answers that may be 500 or more (default: ${DEFAULT-VALUE})")
    private double errorsMax = 0.01;

    @Option(
            names = "--p95-max",
            paramLabel = "TIME",
            defaultValue = "1s",
            converter = DurationConverter.class,
            description = "what 95 of 100 answers stay below (default: ${DEFAULT-VALUE})")
    private Duration slowMax = Duration.ofSeconds(1);

    @Option(
            names = "--saturation-max",
            paramLabel = "RATIO",
            description = "for each of its requests, how many the load balancer may refuse (default: ${DEFAULT-VALUE})")
    private double saturationMax = 0.01;

    @Option(
            names = "--requests-min",
            paramLabel = "COUNT",
            description = "with fewer requests nothing is judged, and the release fails (default: ${DEFAULT-VALUE})")
    private long requestsMin = 10;

    Terms terms(Selection selection) {
        var sandboxed = selection.sandboxed();
        return new Terms(
                bake.orElse(sandboxed ? BAKE_SANDBOXED : BAKE),
                patience.orElse(sandboxed ? PATIENCE_SANDBOXED : PATIENCE),
                new Limits(errorsMax, slowMax, saturationMax, requestsMin));
    }
}
