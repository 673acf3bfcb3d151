package dev.plinth.ops.engine;

import java.util.Arrays;

/** What the engine does with a resource: its sign, and how it reads while it lasts and when it is done. */
public enum Operation {
    SAME("same", " ", "checking", "unchanged"),
    CREATE("create", "+", "creating", "created"),
    UPDATE("update", "~", "updating", "updated"),
    DELETE("delete", "-", "deleting", "deleted"),
    REPLACE("replace", "±", "replacing", "replaced"),
    CREATE_REPLACEMENT("create-replacement", "±", "creating anew", "created anew"),
    DELETE_REPLACED("delete-replaced", "-", "deleting the old one", "deleted the old one"),
    READ("read", " ", "reading", "read"),
    REFRESH("refresh", " ", "refreshing", "refreshed"),
    IMPORT("import", "=", "importing", "imported"),
    OTHER("", " ", "handling", "handled");

    private final String wireName;
    private final String sign;
    private final String doing;
    private final String done;

    Operation(String wireName, String sign, String doing, String done) {
        this.wireName = wireName;
        this.sign = sign;
        this.doing = doing;
        this.done = done;
    }

    /** The operation by the engine's name for it. */
    public static Operation of(String wireName) {
        return Arrays.stream(values())
                .filter(operation -> operation.wireName.equals(wireName))
                .findFirst()
                .orElse(OTHER);
    }

    /** One character for the start of a line. */
    public String sign() {
        return sign;
    }

    /** How it reads while it lasts. */
    public String doing() {
        return doing;
    }

    /** How it reads when it is done. */
    public String done() {
        return done;
    }

    /** The infinitive, for a plan. */
    public String planned() {
        return wireName.replace('-', ' ');
    }

    /** Tells whether the resource is another one afterwards. */
    public boolean changes() {
        return switch (this) {
            case SAME, READ, REFRESH, OTHER -> false;
            case CREATE, UPDATE, DELETE, REPLACE, CREATE_REPLACEMENT, DELETE_REPLACED, IMPORT -> true;
        };
    }

    /** Tells whether it is a step that takes time; a replacement as such is only the sum of two others. */
    public boolean isStep() {
        return changes() && this != REPLACE;
    }
}
