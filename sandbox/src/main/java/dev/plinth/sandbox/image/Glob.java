package dev.plinth.sandbox.image;

import java.util.regex.Pattern;

/** Docker's path patterns as regular expressions. */
final class Glob {
    private static final Pattern WILD = Pattern.compile("[*?\\[]");

    private Glob() {}

    static boolean wild(String text) {
        return WILD.matcher(text).find();
    }

    static Pattern pattern(String glob) {
        var regex = new StringBuilder();
        int at = 0;
        while (at < glob.length()) {
            if (glob.startsWith("**/", at)) {
                regex.append("(?:.*/)?");
                at += 3;
            } else if (glob.startsWith("**", at)) {
                regex.append(".*");
                at += 2;
            } else {
                at = one(glob, at, regex);
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    private static int one(String glob, int at, StringBuilder regex) {
        char next = glob.charAt(at);
        int closing = glob.indexOf(']', at + 1);
        if (next == '*') {
            regex.append("[^/]*");
        } else if (next == '?') {
            regex.append("[^/]");
        } else if (next == '[' && closing > at + 1) {
            regex.append('[').append(set(glob.substring(at + 1, closing))).append(']');
            return closing + 1;
        } else if (next == '\\' && at + 1 < glob.length()) {
            regex.append(Pattern.quote(glob.substring(at + 1, at + 2)));
            return at + 2;
        } else {
            regex.append(Pattern.quote(String.valueOf(next)));
        }
        return at + 1;
    }

    /** In a set, only ^ and - mean something to both. */
    private static String set(String characters) {
        return characters.replace("\\", "\\\\").replace("[", "\\[").replace("&", "\\&");
    }
}
