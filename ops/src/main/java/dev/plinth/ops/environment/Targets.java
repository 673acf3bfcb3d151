package dev.plinth.ops.environment;

import dev.plinth.ops.engine.PolicyPack;
import dev.plinth.ops.engine.Target;
import dev.plinth.ops.house.House;
import dev.plinth.ops.house.StackHome;
import dev.plinth.ops.sandbox.Daemon;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the engine is pointed at for a sandboxed and for a real stack. */
public final class Targets {
    /** What a pack's configuration for copies of databases is called. */
    private static final String COPIES = "recovery";

    /** The launcher of a JVM reads its first flags here: what the language host starts takes none otherwise. */
    static final String JAVA_OPTIONS = "JDK_JAVA_OPTIONS";

    /** The quick compiler and the small collector, as a program lives for seconds; the rest is as in .mvn/jvm.config. */
    private static final String SHORT_LIFE = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:+IgnoreUnrecognizedVMOptions"
            + " --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED";

    private final House house;
    private final Path jdk;
    private final String usersJavaOptions;

    /** Of the user's environment it takes the flags for every JVM, and adds them last, so that they win. */
    public Targets(House house, Path jdk, Map<String, String> usersEnvironment) {
        this.house = house;
        this.jdk = jdk;
        this.usersJavaOptions = usersEnvironment.getOrDefault(JAVA_OPTIONS, "");
    }

    /** A stack that lives in its own folder; the engine reaches providers only when there is a daemon. */
    Target sandboxed(StackHome stack, Optional<Daemon> daemon) {
        return new Target(
                stack.project(), stack.stack(), true, environment(stack, daemon), packs(stack.stack()), List.of());
    }

    /** A stack that lives where the user is logged in to; a file of configuration replaces the checkout's for one run. */
    Target real(StackHome stack, Optional<Path> configuration) {
        var more = configuration
                .map(file -> List.of("--config-file", file.toString()))
                .orElse(List.of());
        return new Target(house.home(), stack.stack(), false, common(), packs(stack.stack()), more);
    }

    /** A copy of a database in its source's sandbox: what the packs ask of it is the same for all copies. */
    Target sandboxedCopy(StackHome copy, Optional<Daemon> daemon) {
        return new Target(copy.project(), copy.stack(), true, environment(copy, daemon), packs(COPIES), List.of());
    }

    /** A copy of a database beside its source; its project is generated, as the checkout has no file for it. */
    Target copy(StackHome copy, Optional<String> secretsProvider) {
        var environment = new LinkedHashMap<>(fromJar());
        environment.put("PULUMI_FALLBACK_TO_STATE_SECRETS_MANAGER", "true");
        return new Target(copy.project(), copy.stack(), true, environment, packs(COPIES), List.of(), secretsProvider);
    }

    /** The environment in which the CLI, whoever starts it, works on a sandboxed stack. */
    Map<String, String> environment(StackHome stack, Optional<Daemon> daemon) {
        var environment = new LinkedHashMap<>(fromJar());
        environment.put("PULUMI_HOME", stack.pulumiHome().toString());
        environment.put("PULUMI_BACKEND_URL", stack.backendUrl());
        environment.put("PULUMI_CONFIG_PASSPHRASE_FILE", stack.passphrase().toString());
        // The salt is found in the state, so the checkout's own file needs none.
        environment.put("PULUMI_FALLBACK_TO_STATE_SECRETS_MANAGER", "true");
        daemon.ifPresent(running -> environment.put("PULUMI_DEBUG_PROVIDERS", running.providers()));
        return environment;
    }

    private List<PolicyPack> packs(String stack) {
        return house.policyPacks().stream()
                .map(pack -> new PolicyPack(pack.resolve("plinth-" + pack.getFileName()), configuration(pack, stack)))
                .toList();
    }

    private static Path configuration(Path pack, String stack) {
        var file = pack.resolve(House.PACK_CONFIGURATIONS).resolve(stack + ".json");
        return Files.exists(file) ? file : PolicyPack.UNCONFIGURED;
    }

    /** For a project whose program is a jar. */
    private Map<String, String> fromJar() {
        var environment = new LinkedHashMap<>(common());
        environment.put(JAVA_OPTIONS, (SHORT_LIFE + " " + usersJavaOptions).strip());
        return environment;
    }

    private Map<String, String> common() {
        var environment = new LinkedHashMap<String, String>();
        environment.put("JAVA_HOME", jdk.toString());
        environment.put("PULUMI_SKIP_UPDATE_CHECK", "true");
        return environment;
    }
}
