package dev.plinth.policy;

import dev.plinth.policy.Value.Archive;
import dev.plinth.policy.Value.Asset;
import dev.plinth.policy.Value.AssetSource;
import dev.plinth.policy.Value.Fields;
import dev.plinth.policy.Value.Flag;
import dev.plinth.policy.Value.Items;
import dev.plinth.policy.Value.Nil;
import dev.plinth.policy.Value.Numeric;
import dev.plinth.policy.Value.Output;
import dev.plinth.policy.Value.Reference;
import dev.plinth.policy.Value.Secret;
import dev.plinth.policy.Value.Text;
import dev.plinth.policy.Value.Unknown;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** The secret texts of resources, taken out of everything that is said of them. */
final class Secrets {
    /** Masking shorter ones would tell more than it hides: every "a" of a sentence. */
    private static final int LENGTH_MIN = 4;

    /** Longest first, so that a secret inside another does not leave the other's rest. */
    private final List<String> texts;

    private Secrets(Collection<String> texts) {
        this.texts = texts.stream()
                .filter(text -> text.length() >= LENGTH_MIN)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    static Secrets of(Collection<Resource> resources) {
        var texts = new TreeSet<String>();
        for (Resource resource : resources) {
            resource.properties().values().values().forEach(value -> collect(value, false, texts));
        }
        return new Secrets(texts);
    }

    Finding mask(Finding finding) {
        return finding.withStatement(mask(finding.statement()));
    }

    String mask(String message) {
        String masked = message;
        for (String text : texts) {
            masked = masked.replace(text, "[secret]");
        }
        return masked;
    }

    private static void collect(Value value, boolean secret, Collection<String> texts) {
        switch (value) {
            case Secret(Value inner) -> collect(inner, true, texts);
            case Output(Value inner, var sources) -> collect(inner, secret, texts);
            case Items(var items) -> items.forEach(item -> collect(item, secret, texts));
            case Fields(var fields) -> fields.values().forEach(field -> collect(field, secret, texts));
            case Text(String text) when secret -> texts.add(text);
            case Numeric(double number) when secret -> texts.add(String.valueOf((long) number));
            case Asset(AssetSource source) when secret -> texts.add(source.content());
            case Archive(AssetSource source, var entries) ->
                entries.values().forEach(entry -> collect(entry, secret, texts));
            case Asset open -> {}
            case Reference reference -> {}
            case Text open -> {}
            case Numeric open -> {}
            case Flag flag -> {}
            case Nil nil -> {}
            case Unknown unknown -> {}
        }
    }
}
