package dev.plinth.sandbox.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.sandbox.machine.Endpoint;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PostgresConfigurationTest {
    @Test
    void theCallersParametersBeatTheDefaultsButNotWhatTheSandboxHoldsOnTo() {
        assertThat(settings(Map.of("timezone", "Europe/Berlin", "port", "1", "rds.force_ssl", "1")))
                .contains("timezone = 'Europe/Berlin'", "port = '5432'", "rds.force_ssl = '1'")
                .doesNotContain("port = '1'", "timezone = 'UTC'");
    }

    @Test
    void formulasAndLibrariesThatOnlyTheCloudHasAreLeftOut() {
        assertThat(settings(Map.of(
                        "shared_buffers", "{DBInstanceClassMemory/32768}",
                        "shared_preload_libraries", "pg_stat_statements, pgaudit")))
                .contains("shared_preload_libraries = 'pg_stat_statements'")
                .noneMatch(line -> line.startsWith("shared_buffers"));
    }

    @Test
    void valuesAreQuoted() {
        assertThat(settings(Map.of("search_path", "\"$user\", it's\\here")))
                .contains("search_path = '\"$user\", it''s\\\\here'");
    }

    @Test
    void forcedTlsLeavesNoRuleForConnectionsWithoutIt() {
        assertThat(PostgresConfiguration.access(PostgresSettings.of(true, Map.of()))
                        .lines())
                .noneMatch(line -> line.startsWith("host ") && !line.endsWith("reject"));
        assertThat(PostgresConfiguration.access(PostgresSettings.of(false, Map.of()))
                        .lines())
                .contains("host all all 127.0.0.0/8 scram-sha-256");
    }

    @Test
    void whatKeepsNoBackupsArchivesNothing() {
        assertThat(settings(PostgresSettings.of(true, Map.of()))).contains("archive_mode = 'off'");
        assertThat(settings(PostgresSettings.of(true, Map.of()).withBackups(1)))
                .contains(
                        "archive_mode = 'on'",
                        "archive_library = 'basic_archive'",
                        "basic_archive.archive_directory = '/state/db/archive'",
                        "archive_timeout = '5s'");
    }

    @Test
    void aMomentIsIncludedAndWithoutOneEverythingIsReplayed() {
        var archive = Path.of("/it's/100%");
        assertThat(PostgresConfiguration.recovering(archive, Optional.of(Instant.parse("2026-03-10T12:30:00.999999Z"))))
                .containsEntry(
                        "restore_command",
                        "test -f '/it'\\''s/100%%/%f' || exit 1; cp '/it'\\''s/100%%/%f' '%p' || exit 200")
                .containsEntry("recovery_target_time", "2026-03-10T12:30:00.999999+00")
                .containsEntry("recovery_target_inclusive", "on")
                .containsEntry("recovery_target_action", "promote");
        assertThat(PostgresConfiguration.recovering(archive, Optional.empty()))
                .doesNotContainKey("recovery_target_time");
    }

    private static Iterable<String> settings(Map<String, String> parameters) {
        return settings(PostgresSettings.of(true, parameters));
    }

    private static Iterable<String> settings(PostgresSettings settings) {
        var record = new PostgresRecord(
                new PostgresRecord.Place("db", "urn:db", new Endpoint("127.77.0.1", 5432), 5432),
                "",
                new PostgresRecord.Access("owner", "mdl"),
                new PostgresRecord.Secrets("one", "two"),
                settings);
        var folder = new PostgresFolder(Path.of("/state/db"));
        return PostgresConfiguration.settings(record, folder, "pg_stat_statements"::equals)
                .lines()
                .toList();
    }
}
