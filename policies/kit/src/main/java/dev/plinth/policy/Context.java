package dev.plinth.policy;

import java.util.Map;

/** What a rule may ask beside the resource: in which run it judges, and how the user has configured it. */
public final class Context {
    private final Run run;
    private final Map<String, Object> values;

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
        return config.read(values);
    }
}
