package dev.plinth.ops.environment;

import dev.plinth.ops.console.Console;
import dev.plinth.ops.house.House;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lets the stock CLI work by hand, at the checkout's root, on a sandboxed stack. */
public final class ShellEnvironment {
    /**
     * The CLI finds the stack's salt in the state, but then writes it into the project's file of the stack as well; there it
     * would be a change to the checkout that belongs to one machine.
     */
    private static final String KEEP_SALT_OUT = """
            pulumi() {
              local file="Pulumi.$PULUMI_STACK.yaml" had=no code=0 content
              if grep -qs '^encryptionsalt:' "$file"; then had=yes; fi
              command pulumi "$@" || code=$?
              if [ $had = no ] && grep -qs '^encryptionsalt:' "$file"; then
                content=$(grep -v '^encryptionsalt:' "$file") && printf '%s\\n' "$content" >"$file"
              fi
              return $code
            }""";

    private final House house;
    private final Sessions sessions;
    private final Targets targets;
    private final Runs runs;
    private final Map<String, String> processEnvironment;

    public ShellEnvironment(
            House house, Sessions sessions, Targets targets, Runs runs, Map<String, String> processEnvironment) {
        this.house = house;
        this.sessions = sessions;
        this.targets = targets;
        this.runs = runs;
        this.processEnvironment = Map.copyOf(processEnvironment);
    }

    /** Makes the stack and starts its daemon if need be, then prints what a shell has to evaluate. */
    public void run(String name) {
        var stack = house.stack(name);
        Console console = runs.console();
        try (var session = sessions.open(stack, "sandbox env", Optional.empty())) {
            runs.engine(stack, session.target()).create();
            session.ended();
            var exports = new LinkedHashMap<>(
                    targets.environment(stack, session.sandbox().running()));
            // By hand the user's own plugins and selections serve, and Maven has flags of its own.
            exports.remove("PULUMI_HOME");
            exports.remove(Targets.JAVA_OPTIONS);
            exports.put("PULUMI_STACK", name);
            Optional.ofNullable(processEnvironment.get("MAVEN_OPTS"))
                    .ifPresent(options -> exports.put("MAVEN_OPTS", options));
            console.out().line("unset PULUMI_CONFIG_PASSPHRASE");
            exports.forEach((key, value) -> console.out().line("export %s=%s".formatted(key, quoted(value))));
            console.out().line("export PATH=%s:\"$PATH\"".formatted(quoted(String.join(":", tools(exports)))));
            console.out().line(KEEP_SALT_OUT);
        }
        console.err()
                .line("plinth: the stock pulumi now works on %s in the sandbox; for example: pulumi preview"
                        .formatted(name));
    }

    /** The folders of the JDK and of the CLI that this command uses. */
    private List<String> tools(Map<String, String> exports) {
        var folders = new ArrayList<String>();
        Optional.ofNullable(exports.get("JAVA_HOME")).ifPresent(jdk -> folders.add(jdk + "/bin"));
        List.of(processEnvironment.getOrDefault("PATH", "").split(":")).stream()
                .filter(folder -> Files.isExecutable(Path.of(folder, "pulumi")))
                .findFirst()
                .ifPresent(folders::add);
        return folders;
    }

    private static String quoted(String value) {
        return "'" + value.replace("'", "'\\''") + "'";
    }
}
