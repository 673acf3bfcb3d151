package dev.plinth.app.http;

/** Which of the two sides of a blue-green release this instance is on. */
public enum Colour {
    BLUE,
    GREEN
}
