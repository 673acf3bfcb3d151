/** The sandbox's own certificate authority, the certificates it signs and the trust store that knows it. */
@NullMarked
package dev.plinth.sandbox.certificate;

import org.jspecify.annotations.NullMarked;
