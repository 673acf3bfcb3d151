package dev.plinth.ops.rotation;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Draws passwords as the first ones are drawn: letters and digits only, which RDS and ElastiCache both take. */
final class Passwords {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 40;

    private static final SecureRandom RANDOM = new SecureRandom();

    static String draw() {
        return RANDOM.ints(LENGTH, 0, LETTERS.length())
                .mapToObj(index -> LETTERS.substring(index, index + 1))
                .collect(Collectors.joining());
    }

    private Passwords() {}
}
