package dev.plinth.ops.engine;

/** Lines of an event log as the engine 3.259 writes them. */
public final class Events {
    public static final String PACKS = "\"plinth-security|local|/x\":\"0.1.0\",\"plinth-backup|local|/x\":\"0.1.0\"";

    public static String urn(String type, String name) {
        return "urn:pulumi:local::plinth::" + type + "::" + name;
    }

    public static String started(String operation, String type, String name) {
        return step("resourcePreEvent", operation, type, name, "false");
    }

    public static String planned(String operation, String type, String name) {
        return step("resourcePreEvent", operation, type, name, "true");
    }

    /** A planned update with the inputs before and after; JSON each. */
    public static String changing(String type, String name, String before, String after) {
        return planned("update", type, name, before, after);
    }

    /** A resource that the plan would create with these inputs, as JSON. */
    public static String creating(String type, String name, String inputs) {
        return planned("create", type, name, "null", inputs);
    }

    /** A resource that the plan leaves as it is. */
    public static String keeping(String type, String name, String inputs) {
        return planned("same", type, name, inputs, inputs);
    }

    /** A resource that the plan would delete. */
    public static String deleting(String type, String name, String inputs) {
        return planned("delete", type, name, inputs, "null");
    }

    public static String done(String operation, String type, String name) {
        return step("resOutputsEvent", operation, type, name, "false");
    }

    public static String failed(String operation, String type, String name) {
        return step("resOpFailedEvent", operation, type, name, "false");
    }

    public static String diagnostic(String severity, String urn, String message) {
        return "{\"diagnosticEvent\":{\"urn\":\"%s\",\"message\":\"%s\",\"color\":\"never\",\"severity\":\"%s\"}}"
                .formatted(urn, message, severity);
    }

    public static String policy(String level, String pack, String rule, String urn, String message) {
        return ("{\"policyEvent\":{\"resourceUrn\":\"%s\",\"message\":\"%s\",\"color\":\"never\",\"policyName\":\"%s\","
                        + "\"policyPackName\":\"%s\",\"policyPackVersion\":\"0.1.0\",\"enforcementLevel\":\"%s\"}}")
                .formatted(urn, message, rule, pack, level);
    }

    public static String summary(String changes) {
        return ("{\"summaryEvent\":{\"maybeCorrupt\":false,\"durationSeconds\":3,\"resourceChanges\":{%s},"
                        + "\"PolicyPacks\":{%s}}}")
                .formatted(changes, PACKS);
    }

    private static String step(String event, String operation, String type, String name, String planning) {
        return ("{\"%s\":{\"metadata\":{\"op\":\"%s\",\"urn\":\"%s\",\"type\":\"%s\",\"diffs\":[\"engineVersion\"],"
                        + "\"old\":null,\"new\":null},\"planning\":%s}}")
                .formatted(event, operation, urn(type, name), type, planning);
    }

    private static String planned(String operation, String type, String name, String before, String after) {
        return ("{\"resourcePreEvent\":{\"metadata\":{\"op\":\"%s\",\"urn\":\"%s\",\"old\":{\"inputs\":%s},"
                        + "\"new\":{\"inputs\":%s}},\"planning\":true}}")
                .formatted(operation, urn(type, name), before, after);
    }

    private Events() {}
}
