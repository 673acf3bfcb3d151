package dev.plinth.app.formats;

import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.util.regex.Pattern;

/** Leaves quotes away only where every reader of YAML takes the same text from what is left. */
final class PlainWords extends StringQuotingChecker {
    private static final long serialVersionUID = 1L;

    // Begins with a letter, so it is no number; has no colon, hash or line end, so it is not cut.
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z](?:[A-Za-z0-9 _.,()/%+-]*[A-Za-z0-9)%])?");

    @Override
    public boolean needToQuoteName(String name) {
        return needToQuoteValue(name);
    }

    @Override
    public boolean needToQuoteValue(String value) {
        return isReservedKeyword(value) || !PLAIN.matcher(value).matches();
    }
}
