package dev.plinth.policies.security.database;

import dev.plinth.policy.Rule;
import java.util.List;

/** The rules about databases and caches, by name. */
public final class DatabaseRules {
    private DatabaseRules() {}

    /** All of them. */
    public static List<Rule> all() {
        return List.of(
                new RdsAutoMinorUpgrade(),
                new RdsCaCurrent(),
                new RdsCustomAdminName(),
                new RdsCustomerKey(),
                new RdsEnhancedMonitoring(),
                new RdsForceTls(),
                new RdsIamAuth(),
                new RdsInOwnSubnetGroup(),
                new RdsManagedPassword(),
                new RdsNoPublicAccess(),
                new RdsPerformanceInsights(),
                new RdsPostgresLogExports(),
                new RdsPostgresQueryLog(),
                new RdsProxyTls(),
                new RdsStorageEncrypted(),
                new RedisAtRest(),
                new RedisAuth(),
                new RedisAutoMinorUpgrade(),
                new RedisCustomerKey(),
                new RedisInTransit(),
                new RedisOwnSubnetGroup(),
                new RedisUserNoNopass());
    }
}
