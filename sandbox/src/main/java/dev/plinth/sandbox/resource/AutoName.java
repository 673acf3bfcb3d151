package dev.plinth.sandbox.resource;

import dev.plinth.sandbox.value.Properties;
import dev.plinth.sandbox.value.Value;
import dev.plinth.sandbox.value.Value.Fields;
import java.util.List;
import java.util.Locale;

/**
 * A name that the provider makes when the program gives none, as the bridged providers do: the resource's name, a
 * hyphen and seven random hexadecimal digits.
 *
 * @param property the input that holds the name
 * @param lengthMax the longest name that the cloud takes
 * @param lowerCase whether the cloud takes lower-case letters only
 */
public record AutoName(String property, int lengthMax, boolean lowerCase) {
    private static final String DEFAULTS = "__defaults";
    private static final int DIGITS = 7;

    /** The inputs with a name: the given one, the one made before, or a new one. */
    public Fields complete(Desired desired, Fields before, NameSeed seed) {
        var inputs = desired.inputs();
        if (inputs.find(property).isPresent()
                || inputs.find(property + "Prefix").isPresent()) {
            return inputs.with(DEFAULTS, Value.texts(List.of()));
        }
        var old = before.find(property).filter(value -> madeBy(before, property));
        var name = old.orElseGet(() -> Value.text(fresh(desired, seed)));
        return inputs.with(property, name).with(DEFAULTS, Value.texts(List.of(property)));
    }

    /** Whether the program fixed the name, so that old and new cannot exist at once. */
    public boolean fixedIn(Fields inputs) {
        return inputs.find(property).isPresent() && !madeBy(inputs, property);
    }

    private static boolean madeBy(Fields inputs, String property) {
        return new Properties(inputs).texts(DEFAULTS).contains(property);
    }

    private String fresh(Desired desired, NameSeed seed) {
        var digits = seed.digits(desired.urn().value(), DIGITS);
        var name = desired.urn().name();
        var stem = name.substring(0, Math.min(name.length(), lengthMax - DIGITS - 1));
        var fresh = stem + "-" + digits;
        return lowerCase ? fresh.toLowerCase(Locale.ROOT) : fresh;
    }
}
