package dev.plinth.app.tokens;

import java.util.List;

/** Where signing keys are kept, for all instances of the app. */
public interface SigningKeyStore {
    /** All of them, the one that signs last at the end. */
    List<SigningKey> all();

    /** The same, while every other instance that asks so waits for the end of the transaction. */
    List<SigningKey> lockAll();

    void insert(SigningKey key);

    void delete(String id);
}
