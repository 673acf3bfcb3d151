/** What the web page shows to people: views of the library's things, ready to be written as HTML. */
@NullMarked
package dev.plinth.app.page;

import org.jspecify.annotations.NullMarked;
