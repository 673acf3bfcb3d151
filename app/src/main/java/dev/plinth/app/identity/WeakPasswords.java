package dev.plinth.app.identity;

import dev.plinth.app.values.InvalidFieldException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Refuses passwords that are guessed first: what is left without the words and rows of keys that everybody uses, and
 * without the user's own e-mail address, must still be something.
 */
final class WeakPasswords {
    /** As many different characters must be left. */
    private static final int LEFT_MIN = 5;

    private static final int PART_MIN = 3;

    // The words of the lists of leaked passwords that come back in all of them, whatever year and language.
    private static final List<String> WORDS = List.of(
            "password",
            "passwort",
            "passw0rd",
            "p@ssword",
            "p@ssw0rd",
            "qwerty",
            "qwertz",
            "azerty",
            "letmein",
            "welcome",
            "admin",
            "administrator",
            "changeme",
            "default",
            "secret",
            "iloveyou",
            "monkey",
            "dragon",
            "football",
            "baseball",
            "master",
            "superman",
            "batman",
            "princess",
            "sunshine",
            "shadow",
            "whatever",
            "trustno1",
            "starwars",
            "michael",
            "jordan",
            "login",
            "access",
            "hello",
            "spring",
            "summer",
            "autumn",
            "winter",
            "january",
            "february",
            "march",
            "april",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "monday",
            "friday",
            "company",
            "metrics",
            "plinth",
            "test",
            "user",
            "guest",
            "root",
            "temp",
            "love",
            "1q2w3e4r",
            "1qaz2wsx",
            "zaq12wsx",
            "abc123",
            "qazwsx");

    private static final List<String> ROWS = List.of(
            "01234567890",
            "09876543210",
            "abcdefghijklmnopqrstuvwxyz",
            "qwertyuiop",
            "qwertzuiop",
            "asdfghjkl",
            "zxcvbnm",
            "yxcvbnm",
            "azertyuiop",
            "qsdfghjklm",
            "poiuytrewq",
            "lkjhgfdsa",
            "mnbvcxz");

    /** Throws with the field's pointer when the password is one that others would try. */
    static void refuse(String pointer, Password password, Email email) {
        String left = password.value().toLowerCase(Locale.ROOT);
        for (String part : parts(email)) {
            left = left.replace(part, "");
        }
        left = withoutRows(left);
        if (left.chars().distinct().count() < LEFT_MIN) {
            throw new InvalidFieldException(
                    pointer,
                    "must be harder to guess: it has too little beside common words, rows of keys, repetitions and"
                            + " your e-mail address");
        }
    }

    /** The longest first, so that no shorter one takes a part of it away. */
    private static List<String> parts(Email email) {
        List<String> parts = new ArrayList<>(WORDS);
        parts.add(email.value());
        for (String part : email.value().split("[^a-z0-9]+", -1)) {
            if (part.length() >= PART_MIN) {
                parts.add(part);
            }
        }
        parts.sort(Comparator.comparingInt(String::length).reversed());
        return parts;
    }

    /** Without every piece of a row that is long enough to be no accident. */
    private static String withoutRows(String text) {
        String left = text;
        for (String row : ROWS) {
            for (int length = row.length(); length >= PART_MIN; length--) {
                for (int begin = 0; begin + length <= row.length(); begin++) {
                    left = left.replace(row.substring(begin, begin + length), "");
                }
            }
        }
        return left;
    }

    private WeakPasswords() {}
}
