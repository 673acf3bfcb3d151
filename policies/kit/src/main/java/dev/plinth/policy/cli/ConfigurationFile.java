package dev.plinth.policy.cli;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plinth.policy.Configuration;
import dev.plinth.policy.EnforcementLevel;
import dev.plinth.policy.Levels;
import dev.plinth.policy.PolicyPack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A pack's configuration as Pulumi's CLI takes it by {@code --policy-pack-config}: by rule id, or {@code all}, a level or
 * an object of a level and the rule's own values.
 */
final class ConfigurationFile {
    private static final String LEVEL = "enforcementLevel";
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Path file;
    private final Map<String, EnforcementLevel> levels = new HashMap<>();
    private final Map<String, Map<String, Object>> values = new HashMap<>();
    private final List<String> mistakes = new ArrayList<>();

    private ConfigurationFile(Path file) {
        this.file = file;
    }

    /** The configuration in a file, which has to fit the pack. */
    static Configuration read(Path file, PolicyPack pack) {
        var reading = new ConfigurationFile(file);
        reading.content().forEach(reading::rule);
        var configuration = new Configuration(new Levels(reading.levels), reading.values);
        reading.mistakes.addAll(configuration.mistakesFor(pack));
        if (!reading.mistakes.isEmpty()) {
            throw new InputException("%s:\n%s".formatted(file, String.join("\n", reading.mistakes)));
        }
        return configuration;
    }

    private Map<String, Object> content() {
        try {
            String text = Files.readString(file);
            // Pulumi's CLI takes an empty file as well.
            return text.isBlank() ? Map.of() : MAPPER.readValue(text, new TypeReference<>() {});
        } catch (JacksonException malformed) {
            throw new InputException("%s: expected an object of JSON with a level or an object for each rule: %s"
                    .formatted(file, malformed.getOriginalMessage()));
        } catch (IOException unreadable) {
            throw new InputException("%s: cannot be read: %s".formatted(file, unreadable));
        }
    }

    private void rule(String id, Object said) {
        switch (said) {
            case String level -> level(id, level).ifPresent(known -> levels.put(id, known));
            case Map<?, ?> object -> object(id, object);
            default -> mistakes.add("%s: expected a level or an object, found %s".formatted(id, said));
        }
    }

    private void object(String id, Map<?, ?> object) {
        var own = new HashMap<String, Object>();
        object.forEach((name, value) -> own.put(String.valueOf(name), value));
        Object level = own.remove(LEVEL);
        if (level != null) {
            level(id, String.valueOf(level)).ifPresent(known -> levels.put(id, known));
        }
        if (!own.isEmpty()) {
            values.put(id, own);
        }
    }

    private Optional<EnforcementLevel> level(String id, String name) {
        Optional<EnforcementLevel> level = Arrays.stream(EnforcementLevel.values())
                .filter(candidate -> wire(candidate).equals(name))
                .findFirst();
        if (level.isEmpty()) {
            mistakes.add("%s: expected a level (%s), found '%s'"
                    .formatted(
                            id,
                            Arrays.stream(EnforcementLevel.values())
                                    .map(ConfigurationFile::wire)
                                    .collect(Collectors.joining(", ")),
                            name));
        }
        return level;
    }

    private static String wire(EnforcementLevel level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
