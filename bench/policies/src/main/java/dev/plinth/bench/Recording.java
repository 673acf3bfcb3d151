package dev.plinth.bench;

import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;

/** What the engine sends to a pack in one run: every resource by itself, and the stack at its end. */
public record Recording(List<AnalyzeRequest> resources, List<AnalyzeStackRequest> stacks) {
    private static final String RESOURCES = "resources";
    private static final String STACKS = "stacks";

    public Recording {
        resources = List.copyOf(resources);
        stacks = List.copyOf(stacks);
    }

    /** Reads a folder that a {@link RecordingPack} has written. */
    public static Recording read(Path folder) {
        return new Recording(
                read(folder.resolve(RESOURCES), AnalyzeRequest.parser()),
                read(folder.resolve(STACKS), AnalyzeStackRequest.parser()));
    }

    static void append(Path folder, AnalyzeRequest resource) {
        write(folder.resolve(RESOURCES), resource);
    }

    static void append(Path folder, AnalyzeStackRequest stack) {
        write(folder.resolve(STACKS), stack);
    }

    private static void write(Path file, MessageLite message) {
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            message.writeDelimitedTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> List<T> read(Path file, Parser<T> parser) {
        var messages = new ArrayList<T>();
        try (InputStream in = Files.newInputStream(file)) {
            for (T message = parser.parseDelimitedFrom(in); message != null; message = parser.parseDelimitedFrom(in)) {
                messages.add(message);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return messages;
    }
}
