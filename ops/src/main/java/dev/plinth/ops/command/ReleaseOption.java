package dev.plinth.ops.command;

import dev.plinth.ops.stack.ReleaseRequest;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What one run shall change of the release. */
final class ReleaseOption {
    @Option(
            names = "--release",
            paramLabel = "JSON",
            description = "what this run changes of the release, such as '{\"live\":\"green\"}'")
    private Optional<String> release = Optional.empty();

    Optional<ReleaseRequest> request() {
        return release.map(ReleaseRequest::parse);
    }
}
