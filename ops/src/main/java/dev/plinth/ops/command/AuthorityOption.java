package dev.plinth.ops.command;

import dev.plinth.ops.tls.Authority;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whose signature makes a database server's certificate good. */
final class AuthorityOption {
    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "the authorities that sign the database server's certificate (default: the sandbox's)")
    private Optional<Path> file = Optional.empty();

    Optional<Authority> authority() {
        return file.map(Authority::new);
    }
}
