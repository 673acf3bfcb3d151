package dev.plinth.policy;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What a rule may ask beside the resource: in which run it judges, and how the user has configured it. */
public final class Context {
    private final Run run;
    private final Map<String, Object> values;
    /** A rule asks for its configuration with every resource. */
    private final Map<RuleConfig<?>, Record> read = new ConcurrentHashMap<>();

    Context(Run run, Map<String, Object> values) {
        this.run = run;
        this.values = values;
    }

    /** The run that is judged. */
    public Run run() {
        return run;
    }

    /** The rule's own configuration: what the user has set, and the default of everything else. */
    public <C extends Record> C get(RuleConfig<C> config) {
        @SuppressWarnings("unchecked")
        C record = (C) read.computeIfAbsent(config, unread -> unread.read(values));
        return record;
    }
}
