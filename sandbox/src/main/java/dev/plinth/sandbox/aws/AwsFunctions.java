package dev.plinth.sandbox.aws;

import dev.plinth.sandbox.resource.Invokes;
import dev.plinth.sandbox.resource.SandboxException;
import dev.plinth.sandbox.resource.Settings;
import dev.plinth.sandbox.value.Properties;
import dev.plinth.sandbox.value.Value;
import dev.plinth.sandbox.value.Value.Fields;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The AWS functions that the sandbox can answer; each result also holds the arguments, as those of the provider do. */
public final class AwsFunctions implements Invokes {
    private static final List<String> ZONES = List.of("a", "b", "c");
    private static final String PARTITION = "aws";
    private final Map<String, BiFunction<Properties, Settings, Fields>> functions = new TreeMap<>(Map.of(
            "aws:index/getCallerIdentity:getCallerIdentity", (arguments, settings) -> callerIdentity(settings),
            "aws:index/getRegion:getRegion", (arguments, settings) -> region(settings),
            "aws:index/getPartition:getPartition", (arguments, settings) -> partition(),
            "aws:index/getAvailabilityZones:getAvailabilityZones", (arguments, settings) -> zones(settings),
            "aws:iam/getPolicyDocument:getPolicyDocument", (arguments, settings) -> PolicyDocument.of(arguments),
            "aws:ecr/getAuthorizationToken:getAuthorizationToken", (arguments, settings) -> registryLogin(settings),
            "aws:secretsmanager/getRandomPassword:getRandomPassword", (arguments, settings) -> password(arguments)));
    private final SecureRandom random;

    public AwsFunctions(SecureRandom random) {
        this.random = random;
        functions.putAll(PublishedFacts.FUNCTIONS);
    }

    @Override
    public Fields call(String token, Fields arguments, Settings settings) {
        var function = functions.get(token);
        if (function == null) {
            throw new SandboxException(
                    "the sandbox does not answer this function, as there is no cloud to ask; it answers %s. "
                                    .formatted(String.join(", ", functions.keySet()))
                            + "Make the value a setting of the stack, or declare the resource and use its outputs");
        }
        return arguments.withAll(function.apply(new Properties(arguments), settings));
    }

    private static Fields callerIdentity(Settings settings) {
        var account = settings.account();
        return texts(Map.of(
                "id",
                account,
                "accountId",
                account,
                "arn",
                "arn:aws:sts::%s:assumed-role/sandbox/sandbox".formatted(account),
                "userId",
                "AROASANDBOX:sandbox"));
    }

    private static Fields region(Settings settings) {
        var region = settings.region();
        return texts(Map.of(
                "id", region,
                "name", region,
                "region", region,
                "description", region,
                "endpoint", "ec2.%s.amazonaws.com".formatted(region)));
    }

    private static Fields partition() {
        return texts(Map.of(
                "id",
                PARTITION,
                "partition",
                PARTITION,
                "dnsSuffix",
                "amazonaws.com",
                "reverseDnsPrefix",
                "com.amazonaws"));
    }

    private static Fields zones(Settings settings) {
        var names = ZONES.stream().map(zone -> settings.region() + zone).toList();
        var ids = Stream.of("az1", "az2", "az3")
                .map(zone -> settings.region().replaceAll("(\\w\\w)-(\\w)\\w+-(\\d)", "$1$2$3-") + zone)
                .toList();
        return new Fields(Map.of(
                "id", Value.text(settings.region()),
                "names", Value.texts(names),
                "zoneIds", Value.texts(ids),
                "groupNames", Value.texts(List.of(settings.region()))));
    }

    private static Fields registryLogin(Settings settings) {
        var registry = "%s.dkr.ecr.%s.amazonaws.com".formatted(settings.account(), settings.region());
        var password = "sandbox";
        var token = Base64.getEncoder().encodeToString(("AWS:" + password).getBytes(StandardCharsets.UTF_8));
        return texts(Map.of(
                "id",
                settings.region(),
                "authorizationToken",
                token,
                "expiresAt",
                "2099-01-01T00:00:00Z",
                "password",
                password,
                "proxyEndpoint",
                "https://" + registry,
                "userName",
                "AWS"));
    }

    private Fields password(Properties arguments) {
        var password = new RandomPassword(random).of(arguments);
        return texts(Map.of("id", "random-password", "randomPassword", password));
    }

    private static Fields texts(Map<String, String> texts) {
        var fields = new TreeMap<String, Value>();
        texts.forEach((name, text) -> fields.put(name, Value.text(text)));
        return new Fields(fields);
    }
}
