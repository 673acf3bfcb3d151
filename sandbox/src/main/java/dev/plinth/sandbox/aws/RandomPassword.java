package dev.plinth.sandbox.aws;

import dev.plinth.sandbox.resource.SandboxException;
import dev.plinth.sandbox.value.Properties;
import dev.plinth.sandbox.value.Value;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Passwords by the rules of Secrets Manager's GetRandomPassword. */
final class RandomPassword {
    private static final int LENGTH = 32;
    private static final int LENGTH_MAX = 4096;
    private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
    private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String DIGITS = "0123456789";
    private static final String SIGNS = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
    private final SecureRandom random;

    RandomPassword(SecureRandom random) {
        this.random = random;
    }

    String of(Properties wishes) {
        var classes = classes(wishes);
        int length = wishes.whole("passwordLength").orElse(LENGTH);
        if (classes.isEmpty() || length < classes.size() || length > LENGTH_MAX) {
            throw new SandboxException(
                    "passwordLength: expected %d to %d characters of at least one kind, found %d of %d"
                            .formatted(Math.max(1, classes.size()), LENGTH_MAX, length, classes.size()));
        }
        var characters = new ArrayList<Character>();
        // Each kind is required unless the program says otherwise.
        if (!wishes.fields().find("requireEachIncludedType").equals(Optional.of(Value.truth(false)))) {
            classes.forEach(each -> characters.add(anyOf(each)));
        }
        var all = String.join("", classes);
        while (characters.size() < length) {
            characters.add(anyOf(all));
        }
        Collections.shuffle(characters, random);
        return characters.stream().map(String::valueOf).collect(Collectors.joining());
    }

    private static List<String> classes(Properties wishes) {
        var classes = new ArrayList<String>();
        add(classes, LOWER, wishes, "excludeLowercase");
        add(classes, UPPER, wishes, "excludeUppercase");
        add(classes, DIGITS, wishes, "excludeNumbers");
        add(classes, SIGNS, wishes, "excludePunctuation");
        if (wishes.truth("includeSpace")) {
            classes.add(" ");
        }
        return classes;
    }

    private static void add(List<String> classes, String characters, Properties wishes, String exclusion) {
        var excluded = wishes.text("excludeCharacters").orElse("");
        var left = characters
                .chars()
                .filter(character -> excluded.indexOf(character) < 0)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        if (!wishes.truth(exclusion) && !left.isEmpty()) {
            classes.add(left);
        }
    }

    private char anyOf(String characters) {
        return characters.charAt(random.nextInt(characters.length()));
    }
}
