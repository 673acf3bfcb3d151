package dev.plinth.infra.notices;

import com.pulumi.aws.sns.Topic;
import com.pulumi.aws.sns.TopicArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import dev.plinth.infra.component.Scope;
import java.util.Map;

/** The topic that alarms and events go to. */
public final class Notices extends ComponentResource {
    private final Output<String> topicArn;

    public Notices(String name, Output<String> keyArn, Scope scope) {
        super("plinth:notices:Notices", name, scope.options());
        var topic = new Topic(
                name,
                TopicArgs.builder()
                        .name(scope.title(name))
                        .kmsMasterKeyId(keyArn)
                        .tags(scope.tags(name))
                        .build(),
                scope.child(this));
        this.topicArn = topic.arn();
        registerOutputs(Map.of("topicArn", topicArn));
    }

    public Output<String> topicArn() {
        return topicArn;
    }
}
