package dev.plinth.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.ops.engine.Events;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InventoryTest {
    private static final String DATABASE = "aws:rds/instance:Instance";
    private static final String INPUTS =
            "{\"multiAz\":true,\"allocatedStorage\":200,\"identifier\":\"primary-0a1b2c\",\"engineVersion\":\"%s\"}";

    @TempDir
    private Path folder;

    @Test
    void everyResourceIsListedWithItsKeyPropertiesInOrder() {
        var desk = new Desk(folder)
                .planning(
                        Events.creating(DATABASE, "primary", INPUTS.formatted("18.1")),
                        Events.creating("plinth:data:Database", "database", "{}"),
                        Events.creating("aws:ec2/eip:Eip", "nat-a", "{\"domain\":\"vpc\"}"));

        assertThat(desk.run("inventory", "production", "--sandbox")).isZero();
        assertThat(desk.out()).isEqualTo("""
                # Every resource of the plan with the properties that a review should see.
                # Renew it with: plinth inventory production --sandbox --update
                aws:ec2/eip:Eip  nat-a
                aws:rds/instance:Instance  primary
                    engineVersion: 18.1
                    multiAz: true
                    allocatedStorage: 200
                """);
    }

    @Test
    void whatIsSecretOrKnownOnlyLaterIsLeftOut() {
        var desk = new Desk(folder)
                .planning(
                        Events.creating(DATABASE, "primary", INPUTS.formatted("04da6b54-80e4-46f7-96ec-b56ff0331ba9")));

        desk.run("inventory");

        assertThat(desk.out()).contains("multiAz").doesNotContain("engineVersion", "unknown", "04da6b54");
    }

    @Test
    void objectsAreShownWithTheirKeysInOrder() {
        var desk = new Desk(folder)
                .planning(Events.creating(
                        "aws:lb/targetGroup:TargetGroup",
                        "blue",
                        "{\"healthCheck\":{\"port\":\"8081\",\"path\":\"/\"}}"));

        desk.run("inventory");

        assertThat(desk.out()).contains("healthCheck: {\"path\":\"/\",\"port\":\"8081\"}");
    }

    @Test
    void ofAListEachElementIsShownByItsPart() {
        var desk = new Desk(folder)
                .planning(
                        Events.creating(
                                "aws:backup/plan:Plan",
                                "daily",
                                "{\"rules\":[{\"ruleName\":\"daily\",\"targetVaultName\":\"main-0a1b\"},{\"ruleName\":\"weekly\"}]}"));

        desk.run("inventory");

        assertThat(desk.out()).endsWith("    rules.*.ruleName: [\"daily\",\"weekly\"]\n");
    }

    @Test
    void aPlanThatIsAsTheFileSaysPassesTheCheck() {
        var desk = new Desk(folder).planning(Events.creating(DATABASE, "primary", INPUTS.formatted("18.1")));
        assertThat(desk.run("inventory", "--update")).isZero();

        assertThat(desk.run("inventory", "--check")).isZero();
        assertThat(desk.out()).endsWith("1 resources, as %s says\n".formatted(file(desk)));
    }

    @Test
    void aPlanThatDiffersFailsTheCheckWithTheDifferencesAndTheCure() {
        var desk = new Desk(folder)
                .planning(
                        Events.creating(DATABASE, "primary", INPUTS.formatted("18.1")),
                        Events.creating("aws:ec2/eip:Eip", "nat-a", "{}"));
        desk.run("inventory", "--update");
        desk.planning(
                Events.creating(DATABASE, "primary", INPUTS.formatted("18.2")),
                Events.creating("aws:ec2/eip:Eip", "nat-b", "{}"));

        assertThat(desk.run("inventory", "--check")).isEqualTo(ExitCode.FAILED.number());
        assertThat(desk.out()).endsWith("""
                - aws:ec2/eip:Eip  nat-a
                + aws:ec2/eip:Eip  nat-b
                ~ aws:rds/instance:Instance  primary
                    - engineVersion: 18.1
                    + engineVersion: 18.2
                """);
        assertThat(desk.err()).contains("renew the file with: plinth inventory local --update");
    }

    @Test
    void aFileThatIsNotThereIsNamedWithItsCure() {
        var desk = new Desk(folder).planning();

        assertThat(desk.run("inventory", "--check")).isEqualTo(ExitCode.FAILED.number());
        assertThat(desk.err()).contains("there is no " + file(desk), "make it with: plinth inventory local --update");
    }

    @Test
    void toUpdateAndToCheckAtOnceIsRefused() {
        assertThat(new Desk(folder).run("inventory", "--check", "--update")).isEqualTo(ExitCode.USAGE.number());
    }

    private static Path file(Desk desk) {
        return desk.house().home().resolve("infra/inventory/local.txt");
    }
}
