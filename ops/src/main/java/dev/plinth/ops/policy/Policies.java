package dev.plinth.ops.policy;

import dev.plinth.ops.ExitCode;
import dev.plinth.ops.Failure;
import dev.plinth.ops.house.House;
import dev.plinth.ops.process.Programs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The packs' own program, which judges plans and tells of rules; its output is this command's. */
public final class Policies {
    private static final String PROGRAM = "policies/plinth-policy";

    /** What the program ends with when a rule is violated, or a page is not what the rules say. */
    private static final int VIOLATED = 1;

    private static final int UNUSABLE = 2;

    private final House house;
    private final Programs programs;

    public Policies(House house, Programs programs) {
        this.house = house;
        this.programs = programs;
    }

    /** Where the checkout has the pages about the rules. */
    public String pages() {
        return house.home().resolve("docs/policies").toString();
    }

    /** Judges a plan, with the configuration that the packs have for its stack; the options are the program's own. */
    public void check(String plan, List<String> options) {
        var arguments = new ArrayList<>(List.of("check", plan));
        for (var pack : house.policyPacks()) {
            var configurations = pack.resolve(House.PACK_CONFIGURATIONS);
            if (Files.isDirectory(configurations)) {
                arguments.add("--pack-config");
                arguments.add("plinth-%s=%s".formatted(pack.getFileName(), configurations));
            }
        }
        arguments.addAll(options);
        run(arguments, ExitCode.POLICY_VIOLATION);
    }

    /** Lists the rules. */
    public void list(boolean json) {
        run(withJson(List.of("list"), json), ExitCode.FAILED);
    }

    /** Tells of a rule. */
    public void explain(String rule, boolean json) {
        run(withJson(List.of("explain", rule), json), ExitCode.FAILED);
    }

    /** Writes the pages about the rules, or tells which of them are not what the rules say. */
    public void docs(String folder, boolean check) {
        var arguments = new ArrayList<>(List.of("docs", folder));
        if (check) {
            arguments.add("--check");
        }
        run(arguments, ExitCode.FAILED);
    }

    private static List<String> withJson(List<String> arguments, boolean json) {
        var all = new ArrayList<>(arguments);
        if (json) {
            all.add("--json");
        }
        return all;
    }

    private void run(List<String> arguments, ExitCode violated) {
        var command = new ArrayList<>(List.of(house.home().resolve(PROGRAM).toString()));
        command.addAll(arguments);
        // Files are named as the user sees them, from where this command was started.
        var ending = programs.run(command, Path.of("").toAbsolutePath());
        if (ending != 0) {
            throw Failure.reported(meaning(ending, violated));
        }
    }

    private static ExitCode meaning(int ending, ExitCode violated) {
        if (ending == ExitCode.MISSING_PREREQUISITE.number()) {
            return ExitCode.MISSING_PREREQUISITE;
        }
        return switch (ending) {
            case VIOLATED -> violated;
            case UNUSABLE -> ExitCode.USAGE;
            default -> ExitCode.FAILED;
        };
    }
}
