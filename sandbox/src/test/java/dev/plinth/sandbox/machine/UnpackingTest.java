package dev.plinth.sandbox.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UnpackingTest {
    @TempDir
    private Path folder;

    @Test
    void manyWhoWantItAtTheSameTimeUnpackItOnce() throws Exception {
        var times = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Path> folders = threads
                    .invokeAll(IntStream.range(0, 8)
                            .mapToObj(caller -> (Callable<Path>) () -> unpack(times))
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(folders).containsOnly(folder.resolve("tool"));
        }

        assertThat(times).hasValue(1);
        assertThat(folder.resolve("tool/program")).hasContent("ready");
    }

    @Test
    void whatBrokeOffIsDoneAgainFromTheStart() throws IOException {
        assertThatThrownBy(() -> Unpacking.once(new CacheFolder(folder), "tool", UnpackingTest::breakOff))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(folder.resolve("tool")).doesNotExist();

        unpack(new AtomicInteger());

        try (var files = Files.list(folder.resolve("tool"))) {
            assertThat(files).containsExactly(folder.resolve("tool/program"));
        }
    }

    private Path unpack(AtomicInteger times) {
        return Unpacking.once(new CacheFolder(folder), "tool", target -> {
            times.incrementAndGet();
            Files.writeString(target.resolve("program"), "ready");
        });
    }

    private static void breakOff(Path target) throws IOException {
        Files.writeString(target.resolve("half"), "");
        throw new IOException("the disk is full");
    }
}
