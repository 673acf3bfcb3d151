package dev.plinth.infra.database;

import com.pulumi.aws.rds.inputs.ParameterGroupParameterArgs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How PostgreSQL is set up beyond RDS's defaults. */
final class Parameters {
    private static final Map<String, String> AT_ONCE = new TreeMap<>(Map.of(
            // What runs longer than a second shows up in the log, as does waiting for locks and a changed schema.
            "log_min_duration_statement", "1000",
            "log_lock_waits", "1",
            "log_statement", "ddl",
            "log_temp_files", "10240",
            "log_autovacuum_min_duration", "10000",
            // A transaction that its client forgot holds locks and stops vacuum.
            "idle_in_transaction_session_timeout", "60000",
            "track_io_timing", "1"));

    /** RDS applies these with a restart only; said otherwise, every preview would show a change. */
    private static final Map<String, String> AFTER_RESTART = new TreeMap<>(Map.of("rds.force_ssl", "1"));

    private Parameters() {}

    static List<ParameterGroupParameterArgs> all() {
        var parameters = new ArrayList<ParameterGroupParameterArgs>();
        AFTER_RESTART.forEach((name, value) -> parameters.add(parameter(name, value, "pending-reboot")));
        AT_ONCE.forEach((name, value) -> parameters.add(parameter(name, value, "immediate")));
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
