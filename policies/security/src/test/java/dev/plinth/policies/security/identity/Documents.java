package dev.plinth.policies.security.identity;

/** Policies as programs give them. */
final class Documents {
    private Documents() {}

    /** A document of these statements, with single quotes for double ones. */
    static String of(String... statements) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[%s]}"
                .formatted(String.join(",", statements))
                .replace('\'', '"');
    }

    /** A permission without a condition. */
    static String allow(String action, String resource) {
        return "{'Effect':'Allow','Action':'%s','Resource':'%s'}".formatted(action, resource);
    }

    /** A permission on everything under one condition. */
    static String allow(String action, String operator, String key, String value) {
        return "{'Effect':'Allow','Action':'%s','Resource':'*','Condition':{'%s':{'%s':'%s'}}}"
                .formatted(action, operator, key, value);
    }

    /** A permission on the document's own resource. */
    static String admit(String principal, String rest) {
        return "{'Effect':'Allow','Principal':%s,'Action':'*','Resource':'*'%s}".formatted(principal, rest);
    }
}
