package dev.plinth.app.formats;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.OutputStream;

/** Writes one YAML document whose field {@code metrics} is the list. */
final class YamlWriter implements RecordWriter {
    private static final YAMLMapper MAPPER = new YAMLMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            // A text stays on its line, so that no folding can change it.
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .stringQuotingChecker(new PlainWords())
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build());

    private final YAMLGenerator generator;

    YamlWriter(OutputStream file) throws IOException {
        generator = MAPPER.getFactory().createGenerator(file);
        generator.writeStartObject();
        generator.writeFieldName(DocumentReader.FIELD);
        generator.writeStartArray();
    }

    @Override
    public void write(ObjectNode content) throws IOException {
        MAPPER.writeTree(generator, content);
    }

    @Override
    public void close() throws IOException {
        generator.writeEndArray();
        generator.writeEndObject();
        generator.close();
    }
}
