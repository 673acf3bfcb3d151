package dev.plinth.ops.release;

import java.util.regex.Pattern;

/** A migration. One that contracts takes away what the version before may still need, and says so. */
record MigrationFile(int version, String name, String sql) {
    private static final Pattern NAMED = Pattern.compile("V\\d+__contract_.*");
    private static final Pattern MARKED = Pattern.compile("(?m)^\\s*--\\s*plinth:contract\\b");

    boolean contracts() {
        return NAMED.matcher(name).matches() || MARKED.matcher(sql).find();
    }
}
