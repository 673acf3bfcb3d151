package dev.plinth.checks;

import java.util.List;

/**
 * A setting of the program, to make configurations from. Values are JSON.
 *
 * @param path group and key, with dots between
 * @param good values that stand by themselves
 * @param unsafe values that stand only with a reason
 * @param bad values that never stand
 */
record Setting(String path, boolean isRequired, List<String> good, List<String> unsafe, List<String> bad) {

    static Setting of(String path, List<String> good, List<String> bad) {
        return new Setting(path, false, good, List.of(), bad);
    }

    static Setting required(String path, List<String> good, List<String> bad) {
        return new Setting(path, true, good, List.of(), bad);
    }

    /** A setting that protects: on by itself, off only with a reason. */
    static Setting safeguard(String path) {
        return new Setting(path, false, List.of("true"), List.of("false"), List.of("\"perhaps\"", "1"));
    }

    Setting withUnsafe(String... values) {
        return new Setting(path, isRequired, good, List.of(values), bad);
    }
}
