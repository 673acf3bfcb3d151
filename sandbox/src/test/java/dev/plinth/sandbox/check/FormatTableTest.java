package dev.plinth.sandbox.check;

import static dev.plinth.sandbox.Inputs.fields;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.sandbox.schema.SdkSchema;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FormatTableTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/16, true",
        "10.0.0.1/16, false",
        "0.0.0.0/0, true",
        "10.0.0.0/33, false",
        "10.0.0.256/32, false",
        "10.0.0/24, false",
        "192.168.1.7/32, true"
    })
    void aNetworkHasNoHostBits(String network, boolean good) {
        assertThat(FormatCheck.check("aws:ec2/vpc:Vpc", fields("cidrBlock", network))
                        .isEmpty())
                .isEqualTo(good);
    }

    @ParameterizedTest
    @CsvSource({"35, true", "36, false", "0, true", "-1, false"})
    void backupsAreKeptUpTo35Days(int days, boolean good) {
        var failures = FormatCheck.check("aws:rds/instance:Instance", fields("backupRetentionPeriod", days));

        assertThat(failures.isEmpty()).isEqualTo(good);
    }

    @ParameterizedTest
    @CsvSource({"postgres, true", "postgresql, false"})
    void anEngineIsOneThatRdsHas(String engine, boolean good) {
        assertThat(FormatCheck.check("aws:rds/instance:Instance", fields("engine", engine))
                        .isEmpty())
                .isEqualTo(good);
    }

    @ParameterizedTest
    @CsvSource({"api, true", "api-, false", "internal-api, false", "a23456789012345678901234567890123, false"})
    void aLoadBalancerHasAShortName(String name, boolean good) {
        assertThat(FormatCheck.check("aws:lb/loadBalancer:LoadBalancer", fields("name", name))
                        .isEmpty())
                .isEqualTo(good);
    }

    @ParameterizedTest
    @CsvSource({"7, true", "30, true", "0, true", "6, false", "31, false"})
    void aSecretCanBeRecoveredForAWeekToAMonthOrNotAtAll(int days, boolean good) {
        assertThat(FormatCheck.check("aws:secretsmanager/secret:Secret", fields("recoveryWindowInDays", days))
                        .isEmpty())
                .isEqualTo(good);
    }

    @ParameterizedTest
    @CsvSource({
        "aws:ec2/securityGroup:SecurityGroup, description, To the API's pods, false",
        "aws:ec2/securityGroup:SecurityGroup, description, To the pods of the API, true",
        "aws:wafv2/webAcl:WebAcl, description, Before (all), false",
        "aws:wafv2/webAcl:WebAcl, description, Before the site, true",
        "aws:kms/alias:Alias, name, alias/aws/rds, false",
        "aws:kms/alias:Alias, name, alias/data, true",
        "aws:backup/framework:Framework, name, plinth-production, false",
        "aws:cloudfront/function:Function, runtime, nodejs20.x, false"
    })
    void textsAreThoseThatAwsTakes(String type, String property, String text, boolean good) {
        assertThat(FormatCheck.check(type, fields(property, text)).isEmpty()).isEqualTo(good);
    }

    @Test
    void aTagHasNoBracketsAndLogsAreKeptForTimesThatAwsKnows() {
        assertThat(FormatCheck.check("aws:ec2/vpc:Vpc", fields("tags", Map.of("Name", "a (b)"))))
                .extracting(Failure::path)
                .containsExactly("tags.Name");
        assertThat(FormatCheck.check("aws:cloudwatch/logGroup:LogGroup", fields("retentionInDays", 100)))
                .hasSize(1);
        assertThat(FormatCheck.check("aws:cloudwatch/logGroup:LogGroup", fields("retentionInDays", 90)))
                .isEmpty();
    }

    @Test
    void pathsOfFailuresHaveTheIndexOfTheListItem() {
        var groups =
                List.of(Map.of("arn", "arn:a:b:c:d:e", "weight", 1), Map.of("arn", "arn:a:b:c:d:e", "weight", 1000));
        var inputs = fields("defaultActions", List.of(Map.of("forward", Map.of("targetGroups", groups))));

        assertThat(FormatCheck.check("aws:lb/listener:Listener", inputs))
                .extracting(Failure::message)
                .containsExactly("defaultActions[0].forward.targetGroups[1].weight: "
                        + "expected a number from 0 to 999, found 1000");
    }

    @Test
    void aPasswordOfRedisIsLong() {
        assertThat(FormatCheck.check("aws:elasticache/replicationGroup:ReplicationGroup", fields("authToken", "short")))
                .hasSize(1);
    }

    @Test
    void everyRowNamesATypeOfTheSdksAndItsSource() {
        var sdks = new SdkSchema();
        var tokens = Stream.of("aws", "kubernetes", "docker")
                .flatMap(name -> sdks.tokens(name).stream())
                .toList();

        assertThat(FormatTable.RULES).hasSizeGreaterThan(30).allSatisfy(rule -> {
            assertThat(tokens).as(rule.type().pattern()).anyMatch(rule.type().asMatchPredicate());
            assertThat(rule.source()).isNotBlank();
        });
    }
}
