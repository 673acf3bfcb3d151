package dev.plinth.sandbox.aws;

import dev.plinth.sandbox.postgres.PostgresSettings;
import dev.plinth.sandbox.state.StateStore;
import dev.plinth.sandbox.value.Properties;
import java.util.Map;
import java.util.TreeMap;

/** What an instance and its parameter group mean for its server. */
record DatabaseSettings(StateStore state) {
    static final String GROUP = "aws:rds/parameterGroup:ParameterGroup";
    private static final String FORCE_TLS = "rds.force_ssl";

    /** The settings; the days hold if the program does not say for how many days backups are kept. */
    PostgresSettings of(Properties instance, int backupDays) {
        var parameters = instance.text("parameterGroupName")
                .flatMap(name -> new ParameterGroups(state, GROUP).named(name))
                .orElse(Map.of());
        // RDS's own groups force TLS from PostgreSQL 15 on.
        boolean forceTls = parameters.getOrDefault(FORCE_TLS, "1").equals("1");
        var known = new TreeMap<>(parameters);
        // Parameters of the service itself are none of the server's.
        known.keySet().removeIf(name -> name.startsWith("rds."));
        return PostgresSettings.of(forceTls, known)
                .withBackups(instance.whole("backupRetentionPeriod").orElse(backupDays));
    }
}
