package dev.plinth.ops;

import dev.plinth.ops.bootstrap.Aws;
import dev.plinth.ops.cloud.Clouds;
import dev.plinth.ops.console.Console;
import dev.plinth.ops.console.Screen;
import dev.plinth.ops.engine.Events;
import dev.plinth.ops.engine.FakeCli;
import dev.plinth.ops.house.House;
import dev.plinth.ops.house.StackHome;
import dev.plinth.ops.process.Answers.Answer;
import dev.plinth.ops.process.Interruption;
import dev.plinth.ops.sandbox.FakeSandbox;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A person at a desk: a checkout, a command line and what it prints; the world outside is made of fakes. */
final class Desk {
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    final FakeCli cli = new FakeCli();
    final FakeSandbox sandbox;
    final List<List<String>> programs = new ArrayList<>();

    private final Map<String, Answer> answers = new HashMap<>();
    private final House house;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Aws.Regions aws = region -> {
        throw new AssertionError("AWS was asked for in " + region);
    };
    private Clouds clouds = place -> {
        throw new AssertionError("the cloud was asked for in " + place.region());
    };
    private int programExitCode;
    private String answer = "";
    private boolean interactive;

    Desk(Path folder) {
        this.house =
                new House(checkout(folder.resolve("home")), folder.resolve("state"), folder.resolve("cache"), "b1");
        this.sandbox = new FakeSandbox(folder);
    }

    /** The person sits at a terminal and will answer this. */
    Desk answering(String text) {
        answer = text + "\n";
        interactive = true;
        return this;
    }

    /** Programs in the foreground end with this code. */
    Desk programsEndingWith(int exitCode) {
        programExitCode = exitCode;
        return this;
    }

    /** A preview tells these lines of an event log. */
    Desk planning(String... events) {
        var lines = new ArrayList<>(List.of(events));
        lines.add(Events.summary(""));
        cli.telling("preview", lines.toArray(String[]::new));
        return this;
    }

    /** Commands that work on AWS do so with these clients. */
    Desk with(Aws.Regions regions) {
        aws = regions;
        return this;
    }

    /** Commands that work on an environment's cloud find this one. */
    Desk inCloud(Clouds found) {
        clouds = found;
        return this;
    }

    /** A program, by its file's name, prints this. */
    Desk programPrinting(String program, int exitCode, String output) {
        answers.put(program, new Answer(exitCode, output));
        return this;
    }

    int run(String... arguments) {
        var console = new Console(screen(out), screen(err), new StringReader(answer), interactive);
        var world = new Parts.World(
                cli,
                sandbox.forAll(),
                (command, folder) -> {
                    programs.add(command);
                    return programExitCode;
                },
                (command, folder) -> answers.getOrDefault(
                        Path.of(command.getFirst()).getFileName().toString(), new Answer(0, "")),
                new Interruption(),
                Path.of("/jdk"),
                Map.of("PATH", "/tools:/bin", "MAVEN_OPTS", "-Xmx1g", "JDK_JAVA_OPTIONS", "-Dusers=own"));
        return Ops.commandLine(new Parts(house, console, world, InstantSource.fixed(NOON), aws, clouds))
                .execute(arguments);
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    House house() {
        return house;
    }

    StackHome stack(String name) {
        return house.stack(name);
    }

    private static Screen screen(StringWriter text) {
        return Screen.plain(new PrintWriter(text, true));
    }

    private static Path checkout(Path home) {
        try {
            Files.createDirectories(home);
            Files.writeString(home.resolve("Pulumi.yaml"), "name: plinth\nruntime: java\nmain: infra\n");
            for (var stack : List.of("local", "staging", "production")) {
                Files.writeString(
                        home.resolve("Pulumi.%s.yaml".formatted(stack)),
                        "config:\n  plinth:region: eu-central-1\n  plinth:account: \"123456789012\"\n  plinth:database:\n    replicas: 1\n");
            }
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
