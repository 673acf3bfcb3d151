package dev.plinth.sandbox.postgres;

import dev.plinth.sandbox.disk.Disk;
import dev.plinth.sandbox.machine.CacheFolder;
import dev.plinth.sandbox.machine.Launch;
import dev.plinth.sandbox.machine.MachineException;
import dev.plinth.sandbox.machine.MachineKind;
import dev.plinth.sandbox.machine.MachineSpec;
import dev.plinth.sandbox.machine.MachineState;
import dev.plinth.sandbox.machine.Machines;
import dev.plinth.sandbox.machine.Pause;
import dev.plinth.sandbox.machine.StopRule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The programs of a server: making its data, checking its settings, starting it and waiting for it. */
final class PostgresProcess {
    private static final Map<String, String> ENVIRONMENT =
            Map.of("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL", "C", "TZ", "UTC");
    private static final Duration STOP_GRACE = Duration.ofSeconds(30);
    private static final Duration READY_MAX = Duration.ofSeconds(90);
    private static final Duration RELOAD_MAX = Duration.ofSeconds(10);
    private static final int LOG_LINES = 15;

    private final Machines machines;
    private final CacheFolder cache;
    private final Path trusted;

    PostgresProcess(Machines machines, CacheFolder cache, Path trusted) {
        this.machines = machines;
        this.cache = cache;
        this.trusted = trusted;
    }

    /** Makes the data folder, owned by the sandbox's administrator; the same on every machine, whatever its locales. */
    void initialize(PostgresRecord server, PostgresFolder folder) {
        Path password = folder.root().resolve("password");
        Disk.write(password, server.secrets().administrator() + "\n");
        run(
                folder,
                "initdb",
                List.of(
                        "--pgdata=" + folder.data(),
                        "--username=" + PostgresRecord.ADMINISTRATOR,
                        "--pwfile=" + password,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        // In MB. A segment is archived every few seconds, however little is in it.
                        "--wal-segsize=4",
                        "--no-sync"));
        Disk.delete(password);
    }

    /** Writes both configuration files, but leaves them as they are when PostgreSQL refuses the settings. */
    void configure(PostgresRecord server, PostgresFolder folder, Map<String, String> following) {
        String settings = PostgresConfiguration.settings(server, folder, binaries()::hasLibrary)
                + following.entrySet().stream().map(PostgresConfiguration::line).collect(Collectors.joining());
        Path candidate = folder.data().resolve("postgresql.conf.candidate");
        Disk.write(candidate, settings);
        try {
            run(
                    folder,
                    "postgres",
                    List.of("-D", folder.data().toString(), "-c", "config_file=" + candidate, "-C", "port"));
        } catch (MachineException e) {
            throw new MachineException(
                    "PostgreSQL refuses the settings of %s: %s"
                            .formatted(server.place().name(), e.getMessage()),
                    e);
        } finally {
            Disk.delete(candidate);
        }
        Disk.write(folder.configuration(), settings);
        Disk.write(folder.access(), PostgresConfiguration.access(server.settings()));
    }

    void start(PostgresRecord server, PostgresFolder folder) {
        launch(server, folder);
        awaitReady(server);
    }

    /** Starts the server without waiting for it. */
    void launch(PostgresRecord server, PostgresFolder folder) {
        PostgresRecord.Place place = server.place();
        machines.start(new MachineSpec(
                place.name(),
                MachineKind.POSTGRES,
                place.urn(),
                Launch.of(
                        binaries()
                                .command("postgres", List.of("-D", folder.data().toString())),
                        ENVIRONMENT,
                        folder.root()),
                place.endpoint(),
                // TERM would wait for every client to leave.
                new StopRule(StopRule.Signal.INT, STOP_GRACE)));
    }

    /** Returns when the administrator gets an answer, from a replica when it is following its source. */
    void awaitReady(PostgresRecord server) {
        String name = server.place().name();
        boolean ready = Pause.until(READY_MAX, () -> answers(server) || crashed(name));
        if (!ready || crashed(name)) {
            throw new MachineException("database %s does not come up; it last said:\n%s"
                    .formatted(name, String.join("\n", machines.logTail(name, LOG_LINES))));
        }
    }

    /** Makes the server read its settings again; true when some of them wait for a restart. */
    boolean reload(PostgresRecord server) {
        try (var connection = PostgresConnection.open(server, "postgres", trusted)) {
            String before = connection.query("SELECT pg_conf_load_time()");
            connection.execute("SELECT pg_reload_conf()");
            Pause.until(RELOAD_MAX, () -> !loadTime(connection).equals(before));
            return connection
                    .query("SELECT (count(*) > 0)::text FROM pg_settings WHERE pending_restart")
                    .equals("true");
        } catch (SQLException e) {
            throw new MachineException(
                    "database %s cannot be told its new settings: %s"
                            .formatted(server.place().name(), e.getMessage()),
                    e);
        }
    }

    private static String loadTime(PostgresConnection connection) {
        try {
            return connection.query("SELECT pg_conf_load_time()");
        } catch (SQLException e) {
            throw new MachineException("the connection was lost: " + e.getMessage(), e);
        }
    }

    /** Whether the server is what it is to be: a primary that takes writes, or a replica that follows its source. */
    boolean answers(PostgresRecord server) {
        return says(
                server,
                server.isReplica()
                        ? "SELECT (count(*) > 0)::text FROM pg_stat_wal_receiver WHERE status = 'streaming'"
                        : "SELECT (NOT pg_is_in_recovery())::text");
    }

    /** Whether clients are let in. */
    boolean serves(PostgresRecord server) {
        return says(server, "SELECT 'true'");
    }

    private boolean says(PostgresRecord server, String question) {
        try (var connection = PostgresConnection.open(server, "postgres", trusted)) {
            return connection.query(question).equals("true");
        } catch (SQLException e) {
            // Starting up, or gone: refused, or answering that it is not ready.
            return false;
        }
    }

    boolean crashed(String name) {
        return machines.find(name).stream().anyMatch(machine -> machine.state() == MachineState.FAILED);
    }

    private void run(PostgresFolder folder, String program, List<String> arguments) {
        var command = new ArrayList<>(binaries().command(program, arguments));
        var builder =
                new ProcessBuilder(command).directory(folder.root().toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(ENVIRONMENT);
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new MachineException(explained(program, output));
            }
        } catch (IOException e) {
            throw new MachineException("cannot run %s: %s".formatted(command.getFirst(), e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MachineException("interrupted while running " + program, e);
        }
    }

    /** Looked up each time: unpacking is for the first server, not for the daemon's start. */
    private PostgresBinaries binaries() {
        return PostgresBinaries.unpacked(cache);
    }

    private static String explained(String program, String output) {
        if (output.contains("unshare failed")) {
            return "PostgreSQL does not run as root, and this system lets root make no user namespace: "
                    + "run as an ordinary user";
        }
        return program + " failed: " + output.strip();
    }
}
