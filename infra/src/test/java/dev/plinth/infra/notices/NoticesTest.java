package dev.plinth.infra.notices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.infra.Plan;
import org.junit.jupiter.api.Test;

/** Who may publish what people are told, and who is told. */
final class NoticesTest {
    private static final String TOPIC_POLICY = "aws:sns/topicPolicy:TopicPolicy";

    @Test
    void servicesPublishForThisAccountAndOverTlsOnly() {
        assertThat(Plan.of("production").one(TOPIC_POLICY, "notices").input("policy"))
                .isEqualTo("""
                        {"Version":"2012-10-17","Statement":[\
                        {"Sid":"PlainHttp","Effect":"Deny","Principal":{"AWS":["*"]},"Action":["sns:Publish"],\
                        "Resource":["arn:notices-id"],"Condition":{"Bool":{"aws:SecureTransport":["false"]}}},\
                        {"Sid":"Services","Effect":"Allow","Principal":{"Service":["backup.amazonaws.com",\
                        "budgets.amazonaws.com","cloudwatch.amazonaws.com","elasticache.amazonaws.com",\
                        "events.rds.amazonaws.com"]},"Action":["sns:Publish"],"Resource":["arn:notices-id"],\
                        "Condition":{"StringEquals":{"aws:SourceAccount":["222222222222"]}}},\
                        {"Sid":"Events","Effect":"Allow","Principal":{"Service":["events.amazonaws.com"]},\
                        "Action":["sns:Publish"],"Resource":["arn:notices-id"]}]}""");
    }

    @Test
    void whatBelongsToNoRegionHasATopicOfItsOwn() {
        var topic = Plan.of("production").one("aws:sns/topic:Topic", "notices-global");

        assertThat(topic.inputs())
                .containsEntry("name", "plinth-production-notices-global")
                .containsEntry("kmsMasterKeyId", "arn:aws:kms:eu-central-1:1:key/keys-notices-global-id");
    }

    @Test
    void everyAddressHearsOfBothTopics() {
        var plan = Plan.of("staging", "plinth:notices: {emails: [a@example.com, b@example.com]}");

        assertThat(plan.all("aws:sns/topicSubscription:TopicSubscription"))
                .allSatisfy(subscription ->
                        assertThat(subscription.input("protocol")).isEqualTo("email"))
                .extracting(subscription -> subscription.input("endpoint") + " " + subscription.input("topic"))
                .containsExactlyInAnyOrder(
                        "a@example.com arn:notices-id",
                        "b@example.com arn:notices-id",
                        "a@example.com arn:notices-global-id",
                        "b@example.com arn:notices-global-id");
    }
}
