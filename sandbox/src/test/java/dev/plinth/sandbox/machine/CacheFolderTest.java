package dev.plinth.sandbox.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CacheFolderTest {
    @Test
    void theOwnVariableWins() {
        assertThat(CacheFolder.of(Map.of("PLINTH_CACHE_HOME", "/a", "XDG_CACHE_HOME", "/b", "HOME", "/c"))
                        .path())
                .isEqualTo(Path.of("/a"));
    }

    @Test
    void theSharedCacheIsNext() {
        assertThat(CacheFolder.of(Map.of("XDG_CACHE_HOME", "/b", "HOME", "/c")).path())
                .isEqualTo(Path.of("/b/plinth"));
    }

    @Test
    void theHomeFolderIsLast() {
        assertThat(CacheFolder.of(Map.of("HOME", "/c", "XDG_CACHE_HOME", "")).path())
                .isEqualTo(Path.of("/c/.cache/plinth"));
    }
}
