package dev.plinth.sandbox.reconcile;

import dev.plinth.sandbox.proxy.Action;
import dev.plinth.sandbox.proxy.ListenerSettings;
import dev.plinth.sandbox.proxy.Rule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The target groups that listeners forward to. */
final class GroupNames {
    private GroupNames() {}

    static Set<String> in(List<ListenerSettings> listeners) {
        var names = new TreeSet<String>();
        listeners.stream().flatMap(GroupNames::actions).forEach(action -> {
            if (action instanceof Action.Forward forward) {
                forward.groups().forEach(group -> names.add(group.group()));
            }
        });
        return names;
    }

    private static Stream<Action> actions(ListenerSettings listener) {
        return Stream.concat(
                Stream.of(listener.defaultAction()), listener.rules().stream().map(Rule::action));
    }
}
