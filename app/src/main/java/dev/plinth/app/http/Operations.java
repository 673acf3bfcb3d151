package dev.plinth.app.http;

/** The operations of one feature. */
public interface Operations {
    /** Adds each of them with what carries it out. */
    void addTo(Api api);
}
