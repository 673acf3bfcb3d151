package dev.plinth.ops.cloud;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.services.backup.BackupClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * What this command asks of the cloud and changes in it beside the engine. Every call fails with words for a person:
 * which action on which resource was refused, and what to do.
 */
public final class Cloud implements AutoCloseable {
    private final Clients clients;
    private final List<SdkAutoCloseable> open = new ArrayList<>();

    private Cloud(Clients clients) {
        this.clients = clients;
    }

    /** The cloud of a place; nothing is asked of it yet. */
    public static Cloud open(CloudPlace place) {
        return open(new Clients(place));
    }

    static Cloud open(Clients clients) {
        return new Cloud(clients);
    }

    /** The number of the account that the caller is signed in to. */
    public String account() {
        var sts = client(StsClient.builder());
        return Permissions.ask("sts:GetCallerIdentity", "*", sts::getCallerIdentity)
                .account();
    }

    /** The targets of load balancers. */
    public Targets targets() {
        return new Targets(client(ElasticLoadBalancingV2Client.builder()));
    }

    /** What load balancers have counted. */
    public TrafficCounts traffic() {
        return new TrafficCounts(client(CloudWatchClient.builder()));
    }

    /** The disks of database servers. */
    public Disks disks() {
        return new Disks(client(CloudWatchClient.builder()));
    }

    /** Kubernetes clusters. */
    public Clusters clusters() {
        return new Clusters(client(EksClient.builder()), clients.region());
    }

    /** The registry of images. */
    public Images images() {
        return new Images(client(EcrClient.builder()));
    }

    /** The alarms on what is measured. */
    public Alarms alarms() {
        return new Alarms(client(CloudWatchClient.builder()));
    }

    /** The objects of a bucket. */
    public Objects objects(String bucket) {
        return new Objects(opened(clients.s3()), bucket);
    }

    /** Secrets and their versions. */
    public Secrets secrets() {
        return new Secrets(client(SecretsManagerClient.builder()));
    }

    /** Database servers. */
    public Databases databases() {
        return new Databases(client(RdsClient.builder()));
    }

    /** Proxies in front of database servers. */
    public Proxies proxies() {
        return new Proxies(client(RdsClient.builder()));
    }

    /** Groups of cache nodes. */
    public Caches caches() {
        return new Caches(client(ElastiCacheClient.builder()));
    }

    /** Vaults with recovery points. */
    public Vaults vaults() {
        return new Vaults(client(BackupClient.builder()));
    }

    @Override
    public void close() {
        open.forEach(SdkAutoCloseable::close);
    }

    private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C extends SdkAutoCloseable> C client(
            B builder) {
        return opened(clients.of(builder));
    }

    private <C extends SdkAutoCloseable> C opened(C client) {
        open.add(client);
        return client;
    }
}
