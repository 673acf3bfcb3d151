package dev.plinth.infra.recovery;

import dev.plinth.infra.config.Section;
import dev.plinth.infra.config.Shape;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * What is restored, to when, and where the copy stands: facts of the source's environment, which that environment's output
 * {@code operations} tells.
 *
 * @param source the identifier of the server whose backups are read
 */
public record RecoverySpec(String source, Moment moment, String instanceClass, Surroundings surroundings, Claim claim) {
    private static final Shape<String> IDENTIFIER = Shape.matching(
            "[a-z][a-z0-9-]{0,62}", "the identifier of a database server", "plinth-staging-database-primary");
    private static final Shape<String> INSTANCE_CLASS =
            Shape.matching("db\\.[a-z0-9-]+\\.[a-z0-9]+", "a class of database servers", "db.t4g.medium");

    static RecoverySpec read(Section settings) {
        return new RecoverySpec(
                settings.required("source", IDENTIFIER),
                settings.required("time", Moment.SHAPE),
                settings.required("instanceClass", INSTANCE_CLASS),
                Surroundings.read(settings),
                Claim.read(settings));
    }

    /** Where the copy stands: beside its source. */
    public record Surroundings(String subnetGroup, String parameterGroup, List<String> securityGroups, String keyArn) {
        private static final int SECURITY_GROUPS_MAX = 5;
        private static final Shape<String> GROUP =
                Shape.matching("[a-z0-9][a-z0-9.-]{0,254}", "the name of a group in RDS", "database-1a2b3c4");
        private static final Shape<String> SECURITY_GROUP =
                Shape.matching("sg-[0-9a-f]+", "the id of a security group", "sg-0123456789abcdef0");
        private static final Shape<String> KEY = Shape.matching(
                "arn:aws[a-z-]*:kms:[a-z0-9-]+:\\d{12}:key/.+",
                "the ARN of a key",
                "arn:aws:kms:eu-central-1:111122223333:key/0a1b2c3d");

        public Surroundings {
            securityGroups = List.copyOf(securityGroups);
        }

        private static Surroundings read(Section settings) {
            return new Surroundings(
                    settings.required("subnetGroup", GROUP),
                    settings.required("parameterGroup", GROUP),
                    settings.list("securityGroups", SECURITY_GROUP, 1, SECURITY_GROUPS_MAX),
                    settings.required("keyArn", KEY));
        }
    }

    /** Who answers for the copy, and the last day on which anybody needs it. */
    public record Claim(String owner, LocalDate expires) {
        private static final Shape<String> OWNER = Shape.matching(
                "[\\w .:/=+@-]{1,256}", "who answers for the copy, as AWS takes it in a tag", "platform");
        private static final Shape<LocalDate> DAY = new Shape<>("a day", "2026-11-22", Claim::day);

        private static Claim read(Section settings) {
            return new Claim(settings.required("owner", OWNER), settings.required("expires", DAY));
        }

        private static LocalDate day(String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException(text, e);
            }
        }
    }
}
