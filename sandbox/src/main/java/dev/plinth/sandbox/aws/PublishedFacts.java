package dev.plinth.sandbox.aws;

import dev.plinth.sandbox.resource.Hash;
import dev.plinth.sandbox.resource.SandboxException;
import dev.plinth.sandbox.resource.Settings;
import dev.plinth.sandbox.value.Properties;
import dev.plinth.sandbox.value.Value;
import dev.plinth.sandbox.value.Value.Fields;
import dev.plinth.sandbox.value.Value.Items;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Functions whose answers AWS publishes, so that they are known without asking it. */
final class PublishedFacts {
    static final Map<String, BiFunction<Properties, Settings, Fields>> FUNCTIONS = Map.of(
            "aws:ec2/getManagedPrefixList:getManagedPrefixList",
            PublishedFacts::prefixList,
            "aws:elb/getServiceAccount:getServiceAccount",
            PublishedFacts::loadBalancerAccount,
            "aws:cloudfront/getCachePolicy:getCachePolicy",
            (arguments, settings) -> policy(ManagedPolicies.CACHE, arguments),
            "aws:cloudfront/getOriginRequestPolicy:getOriginRequestPolicy",
            (arguments, settings) -> policy(ManagedPolicies.ORIGIN_REQUEST, arguments),
            "aws:cloudfront/getResponseHeadersPolicy:getResponseHeadersPolicy",
            (arguments, settings) -> policy(ManagedPolicies.RESPONSE_HEADERS, arguments),
            "aws:eks/getAddonVersion:getAddonVersion",
            (arguments, settings) -> addonVersion(arguments),
            "aws:serverlessrepository/getApplication:getApplication",
            (arguments, settings) -> application(arguments),
            "aws:iam/getPolicy:getPolicy",
            (arguments, settings) -> managedPolicy(arguments));

    /** The accounts that load balancers of older regions write logs from: Elastic Load Balancing User Guide, access logs. */
    private static final Map<String, String> LOAD_BALANCER_ACCOUNTS = Map.ofEntries(
            Map.entry("us-east-1", "127311923021"),
            Map.entry("us-east-2", "033677994240"),
            Map.entry("us-west-1", "027434742980"),
            Map.entry("us-west-2", "797873946194"),
            Map.entry("af-south-1", "098369216593"),
            Map.entry("ap-east-1", "754344448648"),
            Map.entry("ap-south-1", "718504428378"),
            Map.entry("ap-northeast-1", "582318560864"),
            Map.entry("ap-northeast-2", "600734575887"),
            Map.entry("ap-northeast-3", "383597477331"),
            Map.entry("ap-southeast-1", "114774131450"),
            Map.entry("ap-southeast-2", "783225319266"),
            Map.entry("ap-southeast-3", "589379963580"),
            Map.entry("ca-central-1", "985666609251"),
            Map.entry("eu-central-1", "054676820928"),
            Map.entry("eu-west-1", "156460612806"),
            Map.entry("eu-west-2", "652711504416"),
            Map.entry("eu-west-3", "009996457667"),
            Map.entry("eu-north-1", "897822967062"),
            Map.entry("eu-south-1", "635631232127"),
            Map.entry("me-south-1", "076674570225"),
            Map.entry("sa-east-1", "507241528517"));

    private PublishedFacts() {}

    /** AWS's own lists have an identifier in each region; its form is what programs rely on. */
    private static Fields prefixList(Properties arguments, Settings settings) {
        var name = arguments
                .text("name")
                .orElseThrow(() -> new SandboxException("the sandbox finds AWS's prefix lists by name; give name"));
        var id = "pl-" + Hash.digits(settings.region() + name, 8);
        return new Fields(Map.ofEntries(
                Map.entry("id", Value.text(id)),
                Map.entry("name", Value.text(name)),
                Map.entry("arn", Value.text("arn:aws:ec2:%s:aws:prefix-list/%s".formatted(settings.region(), id))),
                Map.entry("addressFamily", Value.text("IPv4")),
                Map.entry("entries", new Items(List.of())),
                Map.entry("maxEntries", Value.number(0)),
                Map.entry("ownerId", Value.text("AWS")),
                Map.entry("tags", Fields.EMPTY),
                Map.entry("version", Value.number(0))));
    }

    private static Fields loadBalancerAccount(Properties arguments, Settings settings) {
        var region = arguments.text("region").orElse(settings.region());
        var account = Optional.ofNullable(LOAD_BALANCER_ACCOUNTS.get(region))
                .orElseThrow(() -> new SandboxException(
                        "region %s has no account of load balancers; grant logdelivery.elasticloadbalancing.amazonaws.com"
                                .formatted(region)));
        return new Fields(
                Map.of("id", Value.text(account), "arn", Value.text("arn:aws:iam::%s:root".formatted(account))));
    }

    private static Fields policy(Map<String, String> managed, Properties arguments) {
        var name = arguments.text("name").orElse("");
        var id = Optional.ofNullable(managed.get(name))
                .or(() -> arguments.text("id"))
                .orElseThrow(() -> new SandboxException("AWS manages no policy %s; it has %s"
                        .formatted(
                                name,
                                String.join(
                                        ", ", managed.keySet().stream().sorted().toList()))));
        return new Fields(Map.of("id", Value.text(id), "name", Value.text(name), "etag", Value.text("E23ZP02F085DFQ")));
    }

    /** A version in the form of the add-on's own; which one is the latest only EKS knows. */
    private static Fields addonVersion(Properties arguments) {
        var name = arguments.text("addonName").orElse("");
        var version = "v%s.0-eksbuild.1"
                .formatted(
                        name.equals("kube-proxy")
                                ? arguments.text("kubernetesVersion").orElse("1.0")
                                : "1.0");
        return new Fields(Map.of("id", Value.text(name), "version", Value.text(version)));
    }

    private static Fields application(Properties arguments) {
        var arn = arguments.text("applicationId").orElse("");
        var version = arguments.text("semanticVersion").orElse("1.0.0");
        return new Fields(Map.of(
                "id", Value.text(arn),
                "name", Value.text(arn.substring(arn.lastIndexOf('/') + 1)),
                "semanticVersion", Value.text(version),
                "requiredCapabilities", Value.texts(List.of("CAPABILITY_IAM", "CAPABILITY_RESOURCE_POLICY")),
                "sourceCodeUrl", Value.text(""),
                "templateUrl", Value.text("")));
    }

    /** A policy that AWS manages; its text is AWS's and not here. */
    private static Fields managedPolicy(Properties arguments) {
        var arn = arguments
                .text("arn")
                .orElseGet(() ->
                        "arn:aws:iam::aws:policy/" + arguments.text("name").orElse(""));
        return new Fields(Map.of(
                "id", Value.text(arn),
                "arn", Value.text(arn),
                "name", Value.text(arn.substring(arn.lastIndexOf('/') + 1)),
                "path", Value.text("/"),
                "description", Value.text(""),
                "policy", Value.text("{}"),
                "policyId", Value.text("ANPA" + Hash.digits(arn, 17)),
                "attachmentCount", Value.number(0),
                "tags", Fields.EMPTY));
    }
}
