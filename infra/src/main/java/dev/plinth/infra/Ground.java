package dev.plinth.infra;

import dev.plinth.infra.component.Scope;
import dev.plinth.infra.keys.Keys;
import dev.plinth.infra.keys.Purpose;
import dev.plinth.infra.logs.Logs;
import dev.plinth.infra.network.Network;
import dev.plinth.infra.network.NetworkArgs;
import dev.plinth.infra.notices.Notices;
import dev.plinth.infra.notices.Signals;
import dev.plinth.infra.secret.SecretPolicy;

/** What everything else in an environment stands on. */
record Ground(Environment environment, Scope scope, Keys keys, Signals signals, Network network) {

    static Ground of(Environment environment, Scope scope) {
        var keys = new Keys("keys", environment.keys(), scope);
        var notices = new Notices("notices", environment.notices(), keys, scope);
        var logs = new Logs(keys, environment.logs().retentionDays());
        var signals = new Signals(logs, notices.topicArn(), notices.globalTopicArn());
        var network = new Network("network", new NetworkArgs(environment.network(), signals), scope);
        return new Ground(environment, scope, keys, signals, network);
    }

    SecretPolicy secrets() {
        return new SecretPolicy(keys.arn(Purpose.SECRETS), environment.keys().recoveryDays());
    }
}
