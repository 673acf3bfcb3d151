package dev.plinth.app;

import dev.plinth.app.http.Colour;
import dev.plinth.app.http.Listen;
import dev.plinth.app.http.MannersSettings;
import dev.plinth.app.lifecycle.DrainSettings;
import dev.plinth.app.outbound.Targets;
import dev.plinth.app.postgres.DatabaseSettings;
import dev.plinth.app.redis.RedisSettings;
import dev.plinth.app.telemetry.TraceSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;

/** Everything that the app is told by its environment, checked as a whole before anything starts. */
public record Configuration(
        Listen api,
        Listen admin,
        Colour colour,
        DatabaseSettings database,
        RedisSettings redis,
        IdentitySettings identity,
        Targets webhookTargets,
        DrainSettings drain,
        MannersSettings manners,
        Level logLevel,
        TraceSettings traces) {
    /** Throws {@link ConfigurationException} with every fault that the variables have. */
    public static Configuration from(Map<String, String> environment) {
        var reader = new EnvironmentReader(environment);
        DrainSettings drain = drain(reader);
        String host = reader.required("MDL_HTTP_HOST", "the address to listen on, such as 127.0.0.1");
        var configuration = new Configuration(
                new Listen(host, reader.port("MDL_HTTP_PORT"), drain.finish()),
                new Listen(host, reader.port("MDL_ADMIN_PORT"), drain.finish()),
                colour(reader),
                DatabaseVariables.read(reader),
                redis(reader),
                IdentitySettings.read(reader),
                webhookTargets(reader),
                drain,
                HttpVariables.read(reader),
                LogLevels.read(reader),
                TraceVariables.read(reader));
        reader.finish();
        return configuration;
    }

    private static RedisSettings redis(EnvironmentReader reader) {
        return new RedisSettings(
                reader.required(
                        "MDL_REDIS_URL", "redis://host:port or rediss://host:port", Configuration::isRedisAddress),
                reader.required("MDL_REDIS_PASSWORD", "the password of Redis"));
    }

    private static DrainSettings drain(EnvironmentReader reader) {
        int secondsMax = (int) DrainSettings.TOTAL_MAX.toSeconds();
        var drain = new DrainSettings(
                reader.seconds("MDL_DRAIN_NOTICE_SECONDS", 5, secondsMax),
                reader.seconds("MDL_DRAIN_FINISH_SECONDS", 15, secondsMax));
        if (drain.notice().plus(drain.finish()).compareTo(DrainSettings.TOTAL_MAX) > 0) {
            reader.problem(
                    "MDL_DRAIN_NOTICE_SECONDS",
                    "and MDL_DRAIN_FINISH_SECONDS are more than %d together".formatted(secondsMax));
        }
        return drain;
    }

    private static Targets webhookTargets(EnvironmentReader reader) {
        String targets =
                reader.optional("MDL_WEBHOOK_TARGETS", "public", "public or any", Set.of("public", "any")::contains);
        return targets.equals("any") ? Targets.ANY : Targets.PUBLIC;
    }

    private static Colour colour(EnvironmentReader reader) {
        String colour = reader.required("MDL_COLOUR", "blue or green", Set.of("blue", "green")::contains);
        return colour.equals("green") ? Colour.GREEN : Colour.BLUE;
    }

    private static boolean isRedisAddress(String text) {
        try {
            var address = new URI(text);
            return Set.of("redis", "rediss").contains(String.valueOf(address.getScheme()))
                    && address.getHost() != null
                    && address.getUserInfo() == null;
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }
}
