package dev.plinth.ops.engine;

import dev.plinth.ops.Failure;
import dev.plinth.ops.process.Interruption;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The CLI on PATH, as a process of its own session: a Ctrl-C of the terminal reaches it once, through this command. */
public final class PulumiCli implements Cli {
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final String USERS_PASSPHRASE = "PULUMI_CONFIG_PASSPHRASE";

    private final Interruption interruption;

    public PulumiCli(Interruption interruption) {
        this.interruption = interruption;
    }

    @Override
    public Result run(Call call) {
        try {
            var process = start(builder(call, List.of()));
            var output = CompletableFuture.supplyAsync(() -> text(process.getInputStream()));
            var errors = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
            var exitCode = interruption.waitFor(process);
            interruption.check();
            return new Result(exitCode, output.join(), errors.join());
        } catch (InterruptedException e) {
            throw Failure.interrupted();
        }
    }

    /** The output goes to a file, not through this process: should this process die, the engine still ends in order. */
    @Override
    public Result run(Call call, Operating operating) {
        var events = operating.events();
        try {
            Files.deleteIfExists(events);
            Files.createFile(events, OWNER_ONLY);
            var builder = builder(call, List.of("--event-log", events.toString()));
            // Without this the CLI hides the option.
            builder.environment().put("PULUMI_DEBUG_COMMANDS", "true");
            var process = start(builder.redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(operating.log().toFile())));
            process.getOutputStream().close();
            try (var log = EventLog.follow(events, operating.listener())) {
                var exitCode = interruption.waitFor(process);
                log.readToEnd();
                interruption.check();
                return new Result(exitCode, "", errorLines(operating.log()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw Failure.interrupted();
        } finally {
            delete(events);
        }
    }

    private ProcessBuilder builder(Call call, List<String> more) {
        interruption.check();
        var command = new ArrayList<String>();
        if (Files.isExecutable(SETSID)) {
            command.add(SETSID.toString());
        }
        command.add("pulumi");
        command.addAll(call.arguments());
        command.addAll(more);
        var builder = new ProcessBuilder(command).directory(call.folder().toFile());
        builder.environment().putAll(call.environment());
        if (call.environment().containsKey("PULUMI_CONFIG_PASSPHRASE_FILE")) {
            // The CLI would prefer the user's own passphrase to the stack's.
            builder.environment().remove(USERS_PASSPHRASE);
        }
        return builder;
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw Failure.missing(
                    "the Pulumi CLI cannot be started: " + e.getMessage(), "`./plinth doctor` tells how to get it");
        }
    }

    /** The CLI's own last words, such as that it cannot log in. */
    private static String errorLines(Path log) throws IOException {
        return String.join(
                "\n",
                Files.readAllLines(log, StandardCharsets.UTF_8).stream()
                        .filter(line -> line.startsWith("error: "))
                        .toList());
    }

    private static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
