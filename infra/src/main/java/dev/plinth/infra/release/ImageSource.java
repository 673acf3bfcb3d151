package dev.plinth.infra.release;

/** Which image a colour runs. */
public sealed interface ImageSource {

    /** The one that it ran before. */
    record Kept(String image) implements ImageSource {}

    /** The one that this run builds, whose digest a preview cannot know. */
    record Current() implements ImageSource {}
}
