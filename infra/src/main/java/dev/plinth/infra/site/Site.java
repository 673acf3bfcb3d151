package dev.plinth.infra.site;

import com.pulumi.aws.cloudfront.Function;
import com.pulumi.aws.cloudfront.FunctionArgs;
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
import java.util.concurrent.CompletableFuture;

/**
 * The static site: a bucket with a folder for each release, its copy in another region, and the program that leads the
 * CDN to the live one. Only the CDN reads it.
 */
public final class Site extends ComponentResource {
    private final Scope scope;
    /** The CDN is made from the buckets, and their policies name the CDN: so they learn of it later. */
    private final CompletableFuture<Output<String>> reader = new CompletableFuture<>();

    private final Bucket bucket;
    private final Bucket replica;
    private final Output<String> routerArn;

    public Site(String name, SiteArgs args, Scope scope) {
        super("plinth:site:Site", name, scope.options());
        this.scope = scope;
        var within = scope.within(this);
        this.bucket = new Bucket(name, bucketArgs(name, args), within);
        var replicaName = name + "-replica";
        this.replica = new Bucket(replicaName, bucketArgs(replicaName, args).in(Place.RECOVERY), within);
        new Replication(name + "-replication", bucket, replica, within);
        this.routerArn = new Function(name, routerArgs(name, args.state()), scope.child(this)).arn();
        registerOutputs(Map.of());
    }

    public SiteOrigins origins() {
        return new SiteOrigins(bucket.regionalDomainName(), replica.regionalDomainName(), routerArn);
    }

    /** Lets the CDN read the site. Must be called once: the buckets' policies wait for it. */
    public void admit(Output<String> distributionArn) {
        reader.complete(distributionArn);
    }

    /** The bucket that releases go to. */
    public Output<String> bucketName() {
        return bucket.name();
    }

    private BucketArgs bucketArgs(String name, SiteArgs args) {
        var bucketName = scope.globalTitle(name);
        var isTheCdn = Condition.is("aws:SourceArn", Output.of(reader).apply(arn -> arn));
        var cdn = Principal.service("cloudfront.amazonaws.com");
        return BucketArgs.of(bucketName, Retention.ofOldVersions(args.recoveryDays()))
                .admitting(
                        Statement.allow("ReadFiles", "s3:GetObject")
                                .to(cdn)
                                .on(Bucket.arn(bucketName) + "/releases/*")
                                .when(isTheCdn),
                        // Without it S3 answers what is missing with 403 instead of 404. The CDN asks for files only.
                        Statement.allow("TellWhatIsMissing", "s3:ListBucket")
                                .to(cdn)
                                .on(Bucket.arn(bucketName))
                                .when(isTheCdn));
    }

    private FunctionArgs routerArgs(String name, SiteState state) {
        return FunctionArgs.builder()
                .name(scope.title(name))
                .comment("Leads requests to the live release of the site")
                .runtime("cloudfront-js-2.0")
                .code(Router.code(state))
                .publish(true)
                .build();
    }
}
