package dev.plinth.infra.notices;

import com.pulumi.core.Output;
import dev.plinth.infra.access.Condition;
import dev.plinth.infra.access.Policy;
import dev.plinth.infra.access.Principal;
import dev.plinth.infra.access.Publisher;
import dev.plinth.infra.access.Statement;
import dev.plinth.infra.component.Account;

/** Who may publish to a topic: services of AWS that act for the account, and over TLS only. */
final class Publishing {
    private Publishing() {}

    static Policy policy(Output<String> topicArn, Account account) {
        return Policy.of(
                Statement.deny("PlainHttp", "sns:Publish")
                        .to(Principal.everybody())
                        .on(topicArn)
                        .when(Condition.bool("aws:SecureTransport", false)),
                Statement.allow("Services", "sns:Publish")
                        .to(principals(true))
                        .on(topicArn)
                        .when(Condition.actingFor(account)),
                Statement.allow("Events", "sns:Publish").to(principals(false)).on(topicArn));
    }

    private static Principal[] principals(boolean namesAccount) {
        return Publisher.ALL.stream()
                .filter(publisher -> publisher.namesAccount() == namesAccount)
                .map(Publisher::principal)
                .toArray(Principal[]::new);
    }
}
