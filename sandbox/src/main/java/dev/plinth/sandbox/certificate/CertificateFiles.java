package dev.plinth.sandbox.certificate;

import java.nio.file.Path;

/** A certificate (with its issuer's behind it) and its private key, both as PEM files. */
public record CertificateFiles(Path certificate, Path key) {}
