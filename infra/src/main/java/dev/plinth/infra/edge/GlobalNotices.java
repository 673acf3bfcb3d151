package dev.plinth.infra.edge;

import com.pulumi.aws.sns.Topic;
import com.pulumi.aws.sns.TopicArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import dev.plinth.infra.component.Place;
import dev.plinth.infra.component.Scope;
import java.util.Map;

/**
 * The topic for alarms on what belongs to no region: CloudFront's metrics are in us-east-1, and an alarm reaches no topic
 * of another region.
 */
final class GlobalNotices extends ComponentResource {
    private final Output<String> topicArn;

    GlobalNotices(String name, Output<String> keyArn, Scope scope) {
        super("plinth:edge:GlobalNotices", name, scope.options());
        var args = TopicArgs.builder()
                .name(scope.title(name))
                .kmsMasterKeyId(keyArn)
                .tags(scope.tags(name))
                .build();
        this.topicArn = new Topic(name, args, scope.childIn(Place.GLOBAL, this)).arn();
        registerOutputs(Map.of("topicArn", topicArn));
    }

    Output<String> topicArn() {
        return topicArn;
    }
}
