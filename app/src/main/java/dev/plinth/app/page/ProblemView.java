package dev.plinth.app.page;

/** A kind of error, explained: what it means and what a caller can do about it. */
public record ProblemView(
        String slug, String code, int status, String title, String meaning, String remedy, boolean retryable) {}
