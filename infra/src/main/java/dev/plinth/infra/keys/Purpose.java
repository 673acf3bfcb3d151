package dev.plinth.infra.keys;

/** What a key is for. One key a purpose, so that access to one kind of data never opens another. */
public enum Purpose {
    DATABASE("database", "Data, logs and snapshots of PostgreSQL"),
    CACHE("cache", "Data and snapshots of Redis"),
    SECRETS("secrets", "Passwords in Secrets Manager"),
    IMAGES("images", "Container images");

    private final String title;
    private final String description;

    Purpose(String title, String description) {
        this.title = title;
        this.description = description;
    }

    String title() {
        return title;
    }

    String description() {
        return description;
    }
}
