package dev.plinth.app.logging;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import org.slf4j.MDC;

/**
 * One JSON object a line: ts, level, msg, logger, the fields of the current request, and the entries of every map
 * that the record has as a parameter.
 */
final class JsonLines extends Formatter {
    private final JsonFactory json = new JsonFactory();

    @Override
    public String format(LogRecord logged) {
        var line = new StringWriter(256);
        try (JsonGenerator generator = json.createGenerator(line)) {
            generator.writeStartObject();
            generator.writeStringField("ts", logged.getInstant().toString());
            generator.writeStringField("level", level(logged.getLevel().intValue()));
            generator.writeStringField("msg", formatMessage(logged));
            generator.writeStringField("logger", String.valueOf(logged.getLoggerName()));
            writeContext(generator);
            writeFields(generator, logged.getParameters());
            if (logged.getThrown() != null) {
                generator.writeStringField("error", stackTrace(logged.getThrown()));
            }
            generator.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return line.append('\n').toString();
    }

    /** The names that log stores know, instead of SEVERE, CONFIG and FINE. */
    private static String level(int value) {
        if (value >= java.util.logging.Level.SEVERE.intValue()) {
            return "error";
        }
        if (value >= java.util.logging.Level.WARNING.intValue()) {
            return "warn";
        }
        return value >= java.util.logging.Level.INFO.intValue() ? "info" : "debug";
    }

    private static void writeContext(JsonGenerator generator) throws IOException {
        Map<String, String> context = MDC.getCopyOfContextMap();
        if (context != null) {
            for (var field : new TreeMap<>(context).entrySet()) {
                generator.writeStringField(field.getKey(), field.getValue());
            }
        }
    }

    private static void writeFields(JsonGenerator generator, Object[] parameters) throws IOException {
        if (parameters == null) {
            return;
        }
        for (Object parameter : parameters) {
            if (parameter instanceof Map<?, ?> fields) {
                for (var field : fields.entrySet()) {
                    generator.writeFieldName(String.valueOf(field.getKey()));
                    writeValue(generator, field.getValue());
                }
            }
        }
    }

    private static void writeValue(JsonGenerator generator, Object value) throws IOException {
        switch (value) {
            case Integer number -> generator.writeNumber(number);
            case Long number -> generator.writeNumber(number);
            case Double number -> generator.writeNumber(number);
            case Boolean flag -> generator.writeBoolean(flag);
            default -> generator.writeString(value.toString());
        }
    }

    private static String stackTrace(Throwable thrown) {
        var text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
