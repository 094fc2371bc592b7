package io.github.dualprevention.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A document, or a part of one, that is written by a program and kept in the repository. */
public final class GeneratedPage {

  private static final String WRITE = "docs.write";

  private GeneratedPage() {}

  /**
   * Fails if the file does not hold what the code says today; run the tests with {@code
   * -Ddocs.write=true} to write it anew.
   */
  public static void check(Path file, String expected) throws IOException {
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(file, expected);
    }
    assertThat(file)
        .as("%s is out of date; write it anew with -D%s=true", file.getFileName(), WRITE)
        .hasContent(expected);
  }
}
