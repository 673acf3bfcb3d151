package dev.plinth.app.page;

/** That something could not be shown, why, and under which id the app has logged it. */
public record ErrorPage(Frame frame, int status, String title, String detail, String requestId) {}
