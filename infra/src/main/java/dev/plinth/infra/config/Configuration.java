package dev.plinth.infra.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One reading of a stack's configuration; {@link #finish} fails with everything that was wrong, or not at all. */
public final class Configuration {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAMESPACE = "plinth:";
    private static final Pattern STACK_NAME = Pattern.compile("[a-z]([a-z0-9-]*[a-z0-9])?");
    /** What an environment's name may have: almost everything is called by it, and some of that allows little. */
    private static final int NAME_MAX = 20;

    private final Settings settings;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>();
    private final Acceptances acceptances;
    private final Section root;

    public Configuration(Settings settings) {
        this(settings, NAME_MAX);
    }

    /** The same for a stack whose name may have so many characters. */
    public Configuration(Settings settings, int nameMax) {
        this.settings = settings;
        var fields = JsonNodeFactory.instance.objectNode();
        settings.values().forEach((key, value) -> {
            if (key.startsWith(NAMESPACE)) {
                fields.set(key.substring(NAMESPACE.length()), parse(key, value));
            }
        });
        checkStackName(nameMax);
        this.root = new Section(this, "", fields, true);
        this.acceptances = new Acceptances(this, root);
    }

    /** The settings under {@code plinth:}. */
    public Section root() {
        return root;
    }

    /** Ends the reading: settings that nobody asked for are problems too. */
    public void finish() {
        acceptances.reportNeedless();
        sections.forEach(Section::reportUnknown);
        if (!problems.isEmpty()) {
            throw new InvalidConfiguration(settings.stack(), problems);
        }
    }

    void register(Section section) {
        sections.add(section);
    }

    void report(Problem problem) {
        problems.add(problem);
    }

    Acceptances acceptances() {
        return acceptances;
    }

    String stack() {
        return settings.stack();
    }

    /** A value as it may be shown: secrets never are. */
    String shown(String path, JsonNode value) {
        var key = path.indexOf('.') < 0 ? path : path.substring(0, path.indexOf('.'));
        if (settings.secretKeys().contains(key)) {
            return "a secret, not shown";
        }
        return value.isMissingNode() ? "nothing" : value.isTextual() ? value.textValue() : value.toString();
    }

    private void checkStackName(int nameMax) {
        var name = settings.stack();
        if (name.length() > nameMax || !STACK_NAME.matcher(name).matches()) {
            problems.add(new Problem(
                    "the stack's name",
                    "at most %d lower case letters, digits and hyphens, a letter first and no hyphen last"
                            .formatted(nameMax),
                    name,
                    "pulumi stack rename <name>, and rename the file Pulumi.%s.yaml".formatted(name)));
        }
    }

    /** Structured values arrive as JSON, plain ones as texts, even true and false. */
    private JsonNode parse(String key, String value) {
        var text = value.strip();
        if (text.equals("true") || text.equals("false")) {
            return BooleanNode.valueOf(text.equals("true"));
        }
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return TextNode.valueOf(value);
        }
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            report(new Problem(
                    key,
                    "valid JSON",
                    shown(key, TextNode.valueOf(text)),
                    "correct it near column " + e.getLocation().getColumnNr()));
            return JsonNodeFactory.instance.missingNode();
        }
    }
}
