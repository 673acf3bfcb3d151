package dev.plinth.infra.edge;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import dev.plinth.infra.access.Condition;
import dev.plinth.infra.access.Principal;
import dev.plinth.infra.access.Statement;
import dev.plinth.infra.component.Place;
import dev.plinth.infra.component.Scope;
import dev.plinth.infra.storage.Bucket;
import dev.plinth.infra.storage.BucketArgs;
import dev.plinth.infra.storage.Retention;
import java.util.Map;

/**
 * The bucket for the logs of load balancer and CDN. S3's own keys encrypt it, as load balancers can use no other (Elastic
 * Load Balancing User Guide, access logs).
 */
final class EdgeLogs extends ComponentResource {
    /** The folders of the load balancer. */
    static final String REQUESTS = "load-balancer/requests";

    static final String CONNECTIONS = "load-balancer/connections";
    /** The folder of the CDN. */
    private static final String CDN = "cdn";

    private final Bucket bucket;

    EdgeLogs(String name, int retentionDays, Scope scope) {
        super("plinth:edge:EdgeLogs", name, scope.options());
        var bucketName = scope.globalTitle(name);
        var args = BucketArgs.of(bucketName, Retention.ofOldVersions(1).withExpiry(retentionDays))
                .admitting(loadBalancer(Bucket.arn(bucketName), scope), cdn(Bucket.arn(bucketName), scope));
        this.bucket = new Bucket(name, args, scope.within(this));
        registerOutputs(Map.of());
    }

    Output<String> bucketName() {
        return bucket.name();
    }

    /**
     * Where the CDN's logs go. The folder belongs to the ARN, as AWS's own one before it comes with the first version of
     * a delivery and goes with the second (github.com/hashicorp/terraform-provider-aws/issues/46328).
     */
    Output<String> cdnFolderArn() {
        return bucket.arn().applyValue(arn -> arn + "/" + CDN);
    }

    private static Statement loadBalancer(String bucketArn, Scope scope) {
        var account = scope.account();
        return Statement.allow("WriteLoadBalancer", "s3:PutObject")
                .to(Principal.service("logdelivery.elasticloadbalancing.amazonaws.com"))
                .on(
                        "%s/%s/AWSLogs/%s/*".formatted(bucketArn, REQUESTS, account.id()),
                        "%s/%s/AWSLogs/%s/*".formatted(bucketArn, CONNECTIONS, account.id()))
                .when(Condition.arnLike("aws:SourceArn", account.arn("elasticloadbalancing", "loadbalancer/*")));
    }

    private static Statement cdn(String bucketArn, Scope scope) {
        var account = scope.account();
        return Statement.allow("WriteCdn", "s3:PutObject")
                .to(Principal.service("delivery.logs.amazonaws.com"))
                .on("%s/%s/*".formatted(bucketArn, CDN), "%s/AWSLogs/%s/*".formatted(bucketArn, account.id()))
                .when(
                        Condition.is("s3:x-amz-acl", "bucket-owner-full-control"),
                        Condition.actingFor(account),
                        Condition.arnLike(
                                "aws:SourceArn",
                                account.arn("logs", account.region(Place.GLOBAL), "delivery-source:*")));
    }
}
