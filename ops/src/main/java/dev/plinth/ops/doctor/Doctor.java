package dev.plinth.ops.doctor;

import dev.plinth.ops.ExitCode;
import dev.plinth.ops.Failure;
import dev.plinth.ops.console.Colour;
import dev.plinth.ops.console.Console;
import dev.plinth.ops.console.Json;
import dev.plinth.ops.doctor.Finding.State;
import dev.plinth.ops.house.House;
import dev.plinth.ops.sandbox.Sandboxes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Looks at everything that the other commands need. */
public final class Doctor {
    private static final int JAVA_MIN = 21;
    private static final Version MAVEN_MIN = new Version(3, 8, 0);
    /** The oldest CLI that takes a policy pack as a program. */
    private static final Version PULUMI_MIN = new Version(3, 259, 0);

    private static final String PULUMI_CURE = "install it (https://www.pulumi.com/docs/iac/download-install/),"
            + " or Go 1.25 or newer (https://go.dev/dl/): then `plinth up` builds the pinned one";

    private final House house;
    private final Machine machine;
    private final Sandboxes sandboxes;
    private final Console console;

    public Doctor(House house, Machine machine, Sandboxes sandboxes, Console console) {
        this.house = house;
        this.machine = machine;
        this.sandboxes = sandboxes;
        this.console = console;
    }

    /** Prints all findings, and fails when something is missing. */
    public void run(boolean json) {
        var findings = findings();
        if (json) {
            var data = Json.object();
            var checks = data.putArray("checks");
            findings.forEach(finding -> checks.addObject()
                    .put("name", finding.name())
                    .put("state", finding.state().name().toLowerCase(Locale.ROOT))
                    .put("found", finding.found())
                    .put("cure", finding.cure()));
            console.out().line(Json.print(data));
        } else {
            findings.forEach(this::print);
        }
        if (findings.stream().anyMatch(finding -> finding.state() == State.MISSING)) {
            throw Failure.reported(ExitCode.MISSING_PREREQUISITE);
        }
    }

    private void print(Finding finding) {
        var out = console.out();
        var state = switch (finding.state()) {
            case OK -> out.paint(Colour.GREEN, "ok     ");
            case MISSING -> out.paint(Colour.RED, "missing");
            case INFO -> "       ";
        };
        out.line("%s  %-18s %s".formatted(state, finding.name(), finding.found()));
        if (!finding.cure().isEmpty()) {
            out.line(" ".repeat(28) + finding.cure());
        }
    }

    private List<Finding> findings() {
        var findings = new ArrayList<>(List.of(jdk(), maven(), pulumi(), languageHost()));
        findings.add(folder("state folder", house.state()));
        findings.add(folder("cache folder", house.cache()));
        house.stacks().stream()
                .map(house::stack)
                .flatMap(stack -> sandboxes.of(stack).running().stream()
                        .map(daemon -> Finding.info("sandbox daemon", stack.stack() + ": " + daemon)))
                .forEach(findings::add);
        return findings;
    }

    private static Finding jdk() {
        var found = "%s, %s".formatted(Runtime.version(), System.getProperty("java.home"));
        return Runtime.version().feature() >= JAVA_MIN
                ? Finding.ok("JDK", found)
                : Finding.missing("JDK", found, "install a JDK 21 or newer (https://adoptium.net) and set JAVA_HOME");
    }

    private Finding maven() {
        var cure = "install Maven %s or newer (https://maven.apache.org/install.html)".formatted(MAVEN_MIN);
        return machine.find("mvn")
                .map(program -> judge("Maven", program, MavenVersion.of(program), MAVEN_MIN, cure))
                .orElseGet(() -> Finding.missing("Maven", "mvn is not on PATH", cure));
    }

    private Finding pulumi() {
        return machine.find("pulumi")
                .map(program -> {
                    var version = machine.ask(program.toString(), "version");
                    var origin = program.startsWith(house.cache()) ? "built from tools/" : "on PATH";
                    var finding = judge("Pulumi CLI", program, version, PULUMI_MIN, PULUMI_CURE);
                    return new Finding(
                            finding.name(), finding.state(), finding.found() + ", " + origin, finding.cure());
                })
                .orElseGet(() -> Finding.missing("Pulumi CLI", "pulumi is not on PATH", PULUMI_CURE));
    }

    private Finding languageHost() {
        return machine.find("pulumi-language-java")
                .map(program -> Finding.ok("Java language host", program.toString()))
                .orElseGet(() ->
                        Finding.missing("Java language host", "pulumi-language-java is not on PATH", PULUMI_CURE));
    }

    private static Finding judge(String name, Path program, Optional<String> version, Version least, String cure) {
        var found = "%s, %s".formatted(version.orElse("unknown version"), program);
        return version.flatMap(Version::parse)
                        .filter(known -> known.compareTo(least) < 0)
                        .isPresent()
                ? Finding.missing(name, found + ", older than " + least, cure)
                : Finding.ok(name, found);
    }

    private static Finding folder(String name, Path folder) {
        var there = Files.isDirectory(folder);
        var nearest = folder;
        while (!Files.exists(nearest) && nearest.getParent() != null) {
            nearest = nearest.getParent();
        }
        return Files.isWritable(nearest)
                ? Finding.ok(name, folder + (there ? "" : " (made when it is needed)"))
                : Finding.missing(name, folder + " cannot be written", "make it writable or choose another one");
    }
}
