package dev.plinth.sandbox.image;

/** An image cannot be built; the message names the file, the line and what to do. */
public final class ImageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ImageException(String message) {
        super(message);
    }
}
