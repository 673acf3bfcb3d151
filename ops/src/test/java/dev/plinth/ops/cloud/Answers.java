package dev.plinth.ops.cloud;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What AWS answers, as its reference of the API writes it. */
public final class Answers {
    /** The output {@code operations} of a stack, and what else these commands read of it. */
    public static final String OUTPUTS = """
            {"operations": {"account": {"id": "123456789012", "region": "eu-central-1"}, "title": "plinth-staging",
              "database": {"name": "mdl", "primary": "primary", "replicas": ["replica-1"], "proxy": "proxy",
                "proxyTargetGroup": "default"}, "cacheGroup": "sessions",
              "secretArns": {"databaseApp": "arn:app", "cache": "arn:cache"}, "backup": {"vault": "vault", "roleArn": "arn:role", "keepDays": 35}},
             "cacheEndpoint": "127.0.0.1:6379",
             "backupVaultArns": ["arn:aws:backup:eu-central-1:123456789012:backup-vault:vault",
              "arn:aws:backup:eu-west-1:123456789012:backup-vault:copies"]}""";

    /** A database server; more is XML of its further parts. */
    public static String server(String identifier, String status, String more) {
        return """
                <DescribeDBInstancesResponse><DescribeDBInstancesResult><DBInstances><DBInstance>
                  <DBInstanceIdentifier>%1$s</DBInstanceIdentifier><DBInstanceStatus>%2$s</DBInstanceStatus>
                  <DBInstanceArn>arn:db:%1$s</DBInstanceArn>
                  <Endpoint><Address>127.0.0.1</Address><Port>5432</Port></Endpoint>%3$s
                </DBInstance></DBInstances></DescribeDBInstancesResult></DescribeDBInstancesResponse>""".formatted(identifier, status, more);
    }

    public static String snapshot(String identifier, String kind, String made, boolean encrypted) {
        return """
                <DescribeDBSnapshotsResponse><DescribeDBSnapshotsResult><DBSnapshots><DBSnapshot>
                  <DBSnapshotIdentifier>%s</DBSnapshotIdentifier><Status>available</Status>
                  <SnapshotType>%s</SnapshotType><SnapshotCreateTime>%s</SnapshotCreateTime>
                  <AllocatedStorage>20</AllocatedStorage><Encrypted>%b</Encrypted>
                </DBSnapshot></DBSnapshots></DescribeDBSnapshotsResult></DescribeDBSnapshotsResponse>""".formatted(identifier, kind, made, encrypted);
    }

    /** What a proxy leads to: nobody, or a server. */
    public static String proxyTargets(String... servers) {
        var targets = Stream.of(servers)
                .map(
                        "<member><RdsResourceId>%s</RdsResourceId><TargetHealth><State>AVAILABLE</State></TargetHealth></member>"
                                ::formatted)
                .collect(Collectors.joining());
        return """
                <DescribeDBProxyTargetsResponse><DescribeDBProxyTargetsResult><Targets>%s</Targets>
                </DescribeDBProxyTargetsResult></DescribeDBProxyTargetsResponse>""".formatted(targets);
    }

    /** A backup job's state; its recovery point is told when it is completed. */
    public static String job(String state) {
        return """
                {"BackupJobId": "job-1", "State": "%s", "StatusMessage": "as AWS says", "RecoveryPointArn": "arn:point"}""".formatted(state);
    }

    /** A recovery point of a moment, in seconds. */
    public static String recoveryPoint(String arn, long made) {
        return """
                {"RecoveryPoints": [{"RecoveryPointArn": "%s", "ResourceArn": "arn:db", "ResourceType": "RDS",
                  "Status": "COMPLETED", "CreationDate": %d, "IsEncrypted": true}]}""".formatted(arn, made);
    }

    /** A group of two nodes. */
    public static String cache(String primary) {
        var member =
                "<NodeGroupMember><CacheClusterId>%s</CacheClusterId><CurrentRole>%s</CurrentRole></NodeGroupMember>";
        var other = primary.equals("sessions-001") ? "sessions-002" : "sessions-001";
        return """
                <DescribeReplicationGroupsResponse><DescribeReplicationGroupsResult><ReplicationGroups><ReplicationGroup>
                  <ReplicationGroupId>sessions</ReplicationGroupId><Status>available</Status><NodeGroups><NodeGroup>
                  <NodeGroupId>0001</NodeGroupId><NodeGroupMembers>%s%s</NodeGroupMembers></NodeGroup></NodeGroups>
                </ReplicationGroup></ReplicationGroups></DescribeReplicationGroupsResult></DescribeReplicationGroupsResponse>""".formatted(member.formatted(primary, "primary"), member.formatted(other, "replica"));
    }

    /** A secret's text, whose quotes are escaped. */
    public static String secret(String text) {
        return "{\"ARN\": \"arn\", \"Name\": \"x\", \"SecretString\": \"%s\"}".formatted(text.replace("\"", "\\\""));
    }

    private Answers() {}
}
