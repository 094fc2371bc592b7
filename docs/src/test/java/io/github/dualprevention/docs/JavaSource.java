package io.github.dualprevention.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A source file without its comments.
 *
 * @param name the class
 * @param folder where the file lies, in the repository
 * @param code what is left of it
 */
record JavaSource(String name, Path folder, String code) {

  /** Literals first, since they may hold what looks like a comment. */
  private static final Pattern LITERAL_OR_COMMENT =
      Pattern.compile(
          "(\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])*')"
              + "|//[^\\n]*|/\\*.*?\\*/",
          Pattern.DOTALL);

  /** Every test class of the repository. */
  static List<JavaSource> tests() throws IOException {
    return under("src/test/java", Library.modules()).stream()
        .filter(source -> source.name().endsWith("Test") || source.name().endsWith("IT"))
        .toList();
  }

  /** Every class of the library. */
  static List<JavaSource> library() throws IOException {
    return under("src/main/java", Library.folders());
  }

  private static List<JavaSource> under(String folder, List<Path> modules) throws IOException {
    List<JavaSource> sources = new ArrayList<>();
    for (Path module : modules) {
      Path root = module.resolve(folder);
      if (Files.isDirectory(root)) {
        try (Stream<Path> files = Files.walk(root)) {
          files
              .filter(file -> file.toString().endsWith(".java"))
              .map(JavaSource::read)
              .forEach(sources::add);
        }
      }
    }
    return List.copyOf(sources);
  }

  private static JavaSource read(Path file) {
    try {
      String text = Files.readString(file);
      return new JavaSource(
          file.getFileName().toString().replace(".java", ""),
          file.getParent(),
          LITERAL_OR_COMMENT
              .matcher(text)
              .replaceAll(match -> match.group(1) == null ? " " : quoted(match.group(1))));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String quoted(String literal) {
    return Matcher.quoteReplacement(literal);
  }

  /** Whether it names something, not as a part of a longer name. */
  boolean mentions(String name) {
    for (int at = code.indexOf(name); at >= 0; at = code.indexOf(name, at + 1)) {
      int end = at + name.length();
      boolean starts = at == 0 || !isPartOfName(code.charAt(at - 1));
      if (starts && (end == code.length() || !continues(end))) {
        return true;
      }
    }
    return false;
  }

  /** A dot that ends a sentence does not continue a name. */
  private boolean continues(int end) {
    char next = code.charAt(end);
    return isPartOfName(next)
        && (next != '.'
            || (end + 1 < code.length() && Character.isLetterOrDigit(code.charAt(end + 1))));
  }

  private static boolean isPartOfName(char sign) {
    return Character.isLetterOrDigit(sign) || sign == '.' || sign == '-' || sign == '_';
  }
}
