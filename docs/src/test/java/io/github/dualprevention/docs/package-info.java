/**
 * Holds the documents to the code: snippets are compiled and run, the picture of the imports is
 * proved.
 */
package io.github.dualprevention.docs;
