package dev.plinth.infra.database;

import com.pulumi.aws.rds.inputs.ParameterGroupParameterArgs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How PostgreSQL is set up beyond RDS's defaults, which follow the size of the server (a quarter of its memory for shared
 * buffers and so on) and hold for all else. Meanings: www.postgresql.org/docs/current/runtime-config.html.
 */
final class Parameters {
    /** TLS only, from 1.2 on, and passwords that a stolen copy of the server does not give away. */
    private static final Map<String, String> SECURITY = Map.of(
            "ssl_min_protocol_version", "TLSv1.2",
            "password_encryption", "scram-sha-256",
            "rds.accepted_password_auth_method", "scram");

    /**
     * Who was here, what changed, what was slow. {@code log_statement} stays off and pgAudit tells of changes instead: it
     * leaves out passwords, which each rotation sends in a statement (record 0076).
     */
    private static final Map<String, String> LOGS = Map.of(
            "log_connections", "1",
            "log_disconnections", "1",
            "log_min_duration_statement", "1000",
            "log_lock_waits", "1",
            "log_temp_files", "10240",
            "log_autovacuum_min_duration", "10000",
            "pgaudit.log", "ddl,role",
            "track_io_timing", "1");

    /**
     * What a client may do to others. A transaction that its client forgot holds locks and stops vacuum; how long a
     * statement may take is for each role to say, as migrations and exports take their time.
     */
    private static final Map<String, String> CLIENTS = Map.of("idle_in_transaction_session_timeout", "60000");

    /** Tables are cleaned when a twentieth of them is dead, not a tenth: large ones would wait too long. */
    private static final Map<String, String> VACUUM = Map.of(
            "autovacuum_vacuum_scale_factor", "0.05",
            "autovacuum_analyze_scale_factor", "0.02");

    /** The storage has no moving parts: reading here and there costs hardly more than reading on. */
    private static final Map<String, String> PLANNER = Map.of("random_page_cost", "1.1");

    /** A long question may hold up a replica for two minutes. It never holds up the primary's vacuum. */
    private static final Map<String, String> REPLICAS = Map.of(
            "max_standby_streaming_delay", "120000",
            "max_standby_archive_delay", "120000",
            "hot_standby_feedback", "0");

    /** RDS applies these with a restart only; said otherwise, every preview would show a change. */
    private static final Map<String, String> AFTER_RESTART = Map.of(
            "rds.force_ssl", "1",
            "shared_preload_libraries", "pg_stat_statements,pgaudit",
            // Long statements are told apart in the statistics.
            "track_activity_query_size", "4096");

    private Parameters() {}

    static List<ParameterGroupParameterArgs> all() {
        var parameters = new ArrayList<ParameterGroupParameterArgs>();
        for (var group : List.of(SECURITY, LOGS, CLIENTS, VACUUM, PLANNER, REPLICAS)) {
            new TreeMap<>(group).forEach((name, value) -> parameters.add(parameter(name, value, "immediate")));
        }
        new TreeMap<>(AFTER_RESTART).forEach((name, value) -> parameters.add(parameter(name, value, "pending-reboot")));
        return List.copyOf(parameters);
    }

    private static ParameterGroupParameterArgs parameter(String name, String value, String applyMethod) {
        return ParameterGroupParameterArgs.builder()
                .name(name)
                .value(value)
                .applyMethod(applyMethod)
                .build();
    }
}
