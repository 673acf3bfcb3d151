package dev.plinth.ops.lint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.plinth.ops.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What may be complained of all the same, each with its reason; remembers which of them were needed. */
final class Skips {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final List<Skip> skips;
    private final Set<Skip> used = new HashSet<>();

    private Skips(List<Skip> skips) {
        this.skips = skips;
    }

    /**
     * A check that may fail in some places. {@code where} is a title in which * stands for anything; {@code placeholders} when it
     * is for places only whose value the plan does not know, so that it is not always needed.
     */
    record Skip(String id, String where, String reason, boolean placeholders) {
        boolean covers(Complaint complaint) {
            var pattern = Pattern.quote(where).replace("*", "\\E.*\\Q");
            return complaint.id().equals(id)
                    && (!placeholders || complaint.place().guessed())
                    && complaint.place().title().matches(pattern);
        }
    }

    static Skips read(Path file) {
        try {
            var skips = List.of(YAML.readValue(Files.readString(file), Skip[].class));
            for (var skip : skips) {
                if (isBlank(skip.id()) || isBlank(skip.where()) || isBlank(skip.reason())) {
                    throw Failure.usage("%s: a skip needs id, where and reason, found: %s".formatted(file, skip));
                }
            }
            return new Skips(skips);
        } catch (JsonProcessingException e) {
            throw Failure.usage("%s cannot be read: %s".formatted(file, e.getOriginalMessage()));
        } catch (IOException e) {
            throw Failure.usage("%s cannot be read: %s".formatted(file, e.getMessage()));
        }
    }

    /** Tells whether the complaint may stand. */
    boolean cover(Complaint complaint) {
        var covering = skips.stream().filter(skip -> skip.covers(complaint)).findFirst();
        covering.ifPresent(used::add);
        return covering.isPresent();
    }

    /** Those that nothing needed although everything was checked. */
    List<Skip> unused() {
        return skips.stream()
                .filter(skip -> !used.contains(skip) && !skip.placeholders())
                .toList();
    }

    @SuppressWarnings("NullAway") // Fields that the file leaves out are null, whatever the record says.
    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
