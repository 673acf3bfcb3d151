package dev.plinth.app.formats;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.InputStream;
import org.yaml.snakeyaml.LoaderOptions;

/** Reads trees out of a longer text, with limits on what one of them may be. */
final class RecordTrees {
    private static final int DEPTH_MAX = 32;
    // Longer than any text of a metric may be, so that the fault is reported where the text is, and short of harm.
    private static final int TEXT_LENGTH_MAX = 200_000;
    static final StreamReadConstraints CONSTRAINTS = StreamReadConstraints.builder()
            .maxNestingDepth(DEPTH_MAX)
            .maxStringLength(TEXT_LENGTH_MAX)
            .build();

    static final ObjectMapper JSON = strict(new JsonMapper(
            JsonFactory.builder().streamReadConstraints(CONSTRAINTS).build()));

    static final ObjectMapper YAML = strict(new YAMLMapper(YAMLFactory.builder()
            .streamReadConstraints(CONSTRAINTS)
            .loaderOptions(yamlOptions())
            // As in YAML 1.2: only "true" and "false" are no texts.
            .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
            .build()));

    private final ObjectMapper mapper;

    RecordTrees(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    private static LoaderOptions yamlOptions() {
        var options = new LoaderOptions();
        options.setNestingDepthLimit(DEPTH_MAX);
        // The length of the whole file is limited where it is received; each record is by its parser.
        options.setCodePointLimit(Integer.MAX_VALUE);
        return options;
    }

    private static ObjectMapper strict(ObjectMapper mapper) {
        return mapper.enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);
    }

    RecordParser parser(InputStream file) throws IOException {
        return new RecordParser(mapper.getFactory().createParser(file));
    }

    /** The value that begins at the parser's token. */
    JsonNode read(JsonParser parser) throws IOException {
        return mapper.readTree(parser);
    }
}
