package dev.plinth.ops.bootstrap;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.plinth.ops.Failure;
import dev.plinth.ops.house.House;
import java.io.IOException;
import java.nio.file.Files;

/** Where the state of a stack lives: account, region, and the names that follow from them. */
record Home(String account, String region) {
    /** One key an account and region, for the state of every stack there. */
    static final String ALIAS = "alias/plinth-state";

    /** Reads the configuration of the stack. */
    static Home of(House house, String stack) {
        house.stack(stack);
        var file = house.home().resolve("Pulumi.%s.yaml".formatted(stack));
        try {
            var config = new YAMLMapper().readTree(Files.readString(file)).path("config");
            var home = new Home(
                    config.path("plinth:account").asText(),
                    config.path("plinth:region").asText());
            if (!home.account().matches("\\d{12}") || home.region().isEmpty()) {
                throw Failure.usage(
                        "%s: expected plinth:account with 12 digits in quotes, and plinth:region".formatted(file),
                        "found: account \"%s\", region \"%s\"".formatted(home.account(), home.region()));
            }
            return home;
        } catch (IOException e) {
            throw Failure.usage("%s cannot be read: %s".formatted(file, e.getMessage()));
        }
    }

    /** The bucket of the states; the account makes the name unique in the world. */
    String bucket() {
        return "plinth-state-%s-%s".formatted(account, region);
    }

    /** What {@code pulumi login} takes. */
    String backend() {
        return "s3://%s?region=%s".formatted(bucket(), region);
    }

    /** What {@code --secrets-provider} takes. */
    String secretsProvider() {
        return "awskms://%s?region=%s".formatted(ALIAS, region);
    }
}
