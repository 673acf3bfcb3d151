package dev.plinth.infra.notices;

import com.pulumi.aws.sns.Topic;
import com.pulumi.aws.sns.TopicArgs;
import com.pulumi.aws.sns.TopicPolicy;
import com.pulumi.aws.sns.TopicPolicyArgs;
import com.pulumi.aws.sns.TopicSubscription;
import com.pulumi.aws.sns.TopicSubscriptionArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import dev.plinth.infra.component.Place;
import dev.plinth.infra.component.Scope;
import dev.plinth.infra.keys.Keys;
import dev.plinth.infra.keys.Purpose;
import java.util.List;
import java.util.Map;

/**
 * Where alarms and events go, and by mail to people: a topic in the environment's region, and one where AWS keeps what belongs
 * to no region, as an alarm reaches no topic of another region. SNS tries a mail for hours; whoever needs more than that
 * subscribes a queue.
 */
public final class Notices extends ComponentResource {
    private final Output<String> topicArn;
    private final Output<String> globalTopicArn;

    public Notices(String name, NoticesSpec spec, Keys keys, Scope scope) {
        super("plinth:notices:Notices", name, scope.options());
        this.topicArn = topic(name, Place.HOME, keys, scope);
        this.globalTopicArn = topic(name + "-global", Place.GLOBAL, keys, scope);
        subscribe(name, spec.emails(), Place.HOME, scope);
        subscribe(name + "-global", spec.emails(), Place.GLOBAL, scope);
        registerOutputs(Map.of("topicArn", topicArn, "globalTopicArn", globalTopicArn));
    }

    public Output<String> topicArn() {
        return topicArn;
    }

    /** The topic for alarms on what belongs to no region. */
    public Output<String> globalTopicArn() {
        return globalTopicArn;
    }

    /** The ARN is known to others when the topic takes their messages. */
    private Output<String> topic(String name, Place place, Keys keys, Scope scope) {
        var topic = new Topic(
                name,
                TopicArgs.builder()
                        .name(scope.title(name))
                        .kmsMasterKeyId(keys.arn(Purpose.NOTICES, place))
                        .tags(scope.tags(name))
                        .build(),
                scope.childIn(place, this));
        var policy = new TopicPolicy(
                name,
                TopicPolicyArgs.builder()
                        .arn(topic.arn())
                        .policy(Publishing.policy(topic.arn(), scope.account()).json())
                        .build(),
                scope.childIn(place, this));
        return Output.tuple(topic.arn(), policy.id()).applyValue(known -> known.t1);
    }

    private void subscribe(String name, List<String> emails, Place place, Scope scope) {
        var topic = place == Place.HOME ? topicArn : globalTopicArn;
        emails.forEach(email -> new TopicSubscription(
                "%s-%s".formatted(name, email),
                TopicSubscriptionArgs.builder()
                        .topic(topic)
                        .protocol("email")
                        .endpoint(email)
                        .build(),
                scope.childIn(place, this)));
    }
}
