package dev.plinth.app.search;

import dev.plinth.app.values.InvalidValueException;
import dev.plinth.app.values.Text;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What somebody types to find something: words, phrases in quotation marks, {@code or}, and a minus before what is not
 * wanted.
 */
public record SearchText(String value) {
    private static final Text RULE = new Text(200);
    // Within a word of an id; a minus after a space means something else.
    private static final Pattern JOINT = Pattern.compile("(?<=[\\p{L}\\p{N}])[._/-]+(?=[\\p{L}\\p{N}])");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** Throws {@link InvalidValueException} when nothing could be found by it. */
    public SearchText {
        RULE.check(value);
    }

    /** As one name, to be compared with names. */
    public String name() {
        return SPACES.matcher(value.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
    }

    /** As words, those of an id apart from each other. */
    public String words() {
        return JOINT.matcher(value).replaceAll(" ");
    }
}
