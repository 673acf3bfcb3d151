/** Files of metrics in the formats that people and programs exchange them in, record by record. */
@NullMarked
package dev.plinth.app.formats;

import org.jspecify.annotations.NullMarked;
