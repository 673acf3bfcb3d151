package dev.plinth.app.page;

/** What stands around every page: its title, who is signed in ("" for nobody), and what was searched for. */
public record Frame(String title, String viewer, String query) {
    /** The frame of a page that everybody may read. */
    public static Frame open(String title) {
        return new Frame(title, "", "");
    }

    public Frame searching(String text) {
        return new Frame(title, viewer, text);
    }

    public boolean isSignedIn() {
        return !viewer.isEmpty();
    }

    /** Hides who is signed in. */
    @Override
    public String toString() {
        return "Frame[%s]".formatted(title);
    }
}
