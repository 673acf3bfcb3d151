package dev.plinth.app.tokens;

import dev.plinth.app.values.StoreUnavailableException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Signing keys that are gone with the test, in a store that can fail. */
public final class KeysInMemory implements SigningKeyStore {
    private final List<SigningKey> kept = new ArrayList<>();
    private boolean down;

    /** From now on the store cannot be reached. */
    public void fail() {
        down = true;
    }

    public void clear() {
        kept.clear();
    }

    @Override
    public List<SigningKey> all() {
        if (down) {
            throw new StoreUnavailableException(new IllegalStateException("down"), true);
        }
        return kept.stream().sorted(Comparator.comparing(SigningKey::signsFrom)).toList();
    }

    @Override
    public List<SigningKey> lockAll() {
        return all();
    }

    @Override
    public void insert(SigningKey key) {
        kept.add(key);
    }

    @Override
    public void delete(String id) {
        kept.removeIf(key -> key.id().equals(id));
    }
}
