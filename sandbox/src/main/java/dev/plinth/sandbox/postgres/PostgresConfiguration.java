package dev.plinth.sandbox.postgres;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The text of a server's two configuration files. */
final class PostgresConfiguration {
    private static final String LIBRARIES = "shared_preload_libraries";
    private static final Map<String, String> DEFAULTS = Map.of(
            "timezone", "UTC",
            "log_timezone", "UTC",
            "log_line_prefix", "%m [%p] %q%u@%d ",
            "password_encryption", "scram-sha-256",
            "ssl_min_protocol_version", "TLSv1.2");
    /** The most that the loss of a server's disk can cost; in RDS it is five minutes. */
    private static final String ARCHIVE_TIMEOUT = "5s";

    private PostgresConfiguration() {}

    /** The later line of two wins: defaults, then the caller's parameters, then what the sandbox must hold on to. */
    static String settings(PostgresRecord server, PostgresFolder folder, Predicate<String> hasLibrary) {
        var lines = new LinkedHashMap<String, String>(DEFAULTS);
        lines.putAll(usable(server.settings().parameters(), hasLibrary));
        lines.putAll(fixed(server, folder));
        return lines.entrySet().stream()
                .map(entry -> "%s = %s\n".formatted(entry.getKey(), quoted(entry.getValue())))
                .collect(Collectors.joining());
    }

    /** Where a standby finds its source. */
    static Map<String, String> following(PostgresRecord source, String slot, Path trusted) {
        String connection = "host=%s port=%d user=%s password=%s application_name=%s sslmode=verify-full sslrootcert=%s"
                .formatted(
                        source.place().endpoint().host(),
                        source.place().endpoint().port(),
                        PostgresRecord.REPLICATOR,
                        source.secrets().replicator(),
                        slot,
                        connectionValue(trusted.toString()));
        return Map.of(
                "primary_conninfo",
                connection,
                "primary_slot_name",
                slot,
                // How soon it is back at a source that was away; a promotion may wait for that.
                "wal_retrieve_retry_interval",
                "1s");
    }

    /** How a copy becomes what the source was at that moment, or at the archive's end, and then a primary of its own. */
    static Map<String, String> recovering(Path archive, Optional<Instant> moment) {
        var settings = new LinkedHashMap<String, String>();
        var segment = "'%s/%%f'".formatted(archive.toString().replace("%", "%%").replace("'", "'\\''"));
        // 1 means to PostgreSQL that the archive has come to its end, more than 125 that it must not go on.
        settings.put("restore_command", "test -f %s || exit 1; cp %s '%%p' || exit 200".formatted(segment, segment));
        // Before its end nobody may read from it, so that no setting of the source's must be repeated.
        settings.put("hot_standby", "off");
        moment.ifPresent(target -> {
            // PostgreSQL knows no names of zones, such as Z, when it reads this.
            settings.put("recovery_target_time", target.toString().replace("Z", "+00"));
            settings.put("recovery_target_inclusive", "on");
            settings.put("recovery_target_action", "promote");
        });
        return settings;
    }

    static String line(Map.Entry<String, String> setting) {
        return "%s = %s\n".formatted(setting.getKey(), quoted(setting.getValue()));
    }

    /** Who may connect, how: loopback only, and the sandbox's own roles over TLS only. */
    static String access(PostgresSettings settings) {
        return List.of(
                        "hostssl all %s 127.0.0.0/8 scram-sha-256".formatted(PostgresRecord.ADMINISTRATOR),
                        "hostssl replication %s 127.0.0.0/8 scram-sha-256".formatted(PostgresRecord.REPLICATOR),
                        "host all %s,%s all reject".formatted(PostgresRecord.ADMINISTRATOR, PostgresRecord.REPLICATOR),
                        "%s all all 127.0.0.0/8 scram-sha-256".formatted(settings.forceTls() ? "hostssl" : "host"))
                .stream()
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    /** Formulas over an instance class's memory and libraries that only the cloud has mean nothing here. */
    private static Map<String, String> usable(Map<String, String> parameters, Predicate<String> hasLibrary) {
        var usable = new LinkedHashMap<String, String>();
        parameters.forEach((name, value) -> {
            if (name.equals(LIBRARIES)) {
                usable.put(name, present(value, hasLibrary));
            } else if (!value.contains("{")) {
                usable.put(name, value);
            }
        });
        return usable;
    }

    private static String present(String libraries, Predicate<String> hasLibrary) {
        return Arrays.stream(libraries.split(",", -1))
                .map(String::strip)
                .filter(library -> !library.isEmpty() && hasLibrary.test(library))
                .collect(Collectors.joining(","));
    }

    private static Map<String, String> fixed(PostgresRecord server, PostgresFolder folder) {
        var fixed = new LinkedHashMap<String, String>();
        fixed.put("listen_addresses", server.place().endpoint().host());
        fixed.put("port", String.valueOf(server.place().endpoint().port()));
        fixed.put("unix_socket_directories", "");
        fixed.put("ssl", "on");
        fixed.put("ssl_cert_file", folder.certificate().certificate().toString());
        fixed.put("ssl_key_file", folder.certificate().key().toString());
        fixed.put("hba_file", folder.access().toString());
        fixed.put("wal_level", "replica");
        fixed.put("hot_standby", "on");
        fixed.putAll(archiving(server, folder));
        fixed.put("logging_collector", "off");
        fixed.put("log_destination", "stderr");
        return fixed;
    }

    /** PostgreSQL's own module: a segment appears as a whole and synced to disk, and is never overwritten by another. */
    private static Map<String, String> archiving(PostgresRecord server, PostgresFolder folder) {
        if (!server.archives()) {
            return Map.of("archive_mode", "off");
        }
        return Map.of(
                "archive_mode",
                "on",
                "archive_library",
                "basic_archive",
                "basic_archive.archive_directory",
                folder.archive().toString(),
                "archive_timeout",
                ARCHIVE_TIMEOUT);
    }

    private static String quoted(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    private static String connectionValue(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
