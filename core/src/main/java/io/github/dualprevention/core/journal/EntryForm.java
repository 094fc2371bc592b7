package io.github.dualprevention.core.journal;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.table.TableVersion;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Version 1 of an entry's form. What it wrote must be read for ever; a later form is a class beside
 * this one.
 *
 * <p>Texts are normalised before they are written. Reading takes them as they stand, so that a
 * later edition of Unicode cannot make an old entry unreadable, and asks only that this very form
 * would write the same line.
 */
record EntryForm(String algorithm, long number, String previous, Instant recorded, Fact fact) {

  /** Stands for the hash before the first entry. */
  static final String NONE = "-";

  private static final String VERSION = "1";
  private static final Pattern ALGORITHM = Pattern.compile("[A-Za-z0-9-]{1,20}");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{32,128}");
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");
  private static final String VALUE = "value.";
  private static final String PERSONAL = "personal.";

  EntryForm {
    Require.require(ALGORITHM.matcher(algorithm).matches(), "alg", "must be a name", algorithm);
    boolean first = previous.equals(NONE);
    Require.require(number >= 1, "number", "must be at least 1", number);
    Require.require(
        first == (number == 1), "previous", "must be - for the first entry alone", previous);
    if (!first) {
      hash(previous, "previous");
    }
    Require.require(
        !fact.occurred().isAfter(recorded),
        "occurred",
        "must not be after it is recorded",
        fact.occurred());
  }

  /** A hash as an entry can carry it: nothing but lower-case hexadecimal digits. */
  static String hash(String hash, String name) {
    Require.require(
        HASH.matcher(hash).matches(), name, "must be a lower-case hexadecimal hash", hash);
    return hash;
  }

  String write() {
    StringBuilder line = new StringBuilder(512);
    field(line, "v", VERSION);
    field(line, "alg", algorithm);
    field(line, "subject", fact.subject());
    field(line, "number", Long.toString(number));
    field(line, "previous", previous);
    field(line, "kind", fact.kind());
    field(line, "occurred", fact.occurred().toString());
    field(line, "recorded", recorded.toString());
    field(line, "post", fact.post().orElse(Fact.UNKNOWN));
    field(line, "person", fact.person().map(Commitment::value).orElse(Fact.UNKNOWN));
    field(line, "table", fact.table().map(TableVersion::toString).orElse(Fact.UNKNOWN));
    fact.values().forEach((name, value) -> field(line, VALUE + name, value));
    fact.personal().forEach((name, seal) -> field(line, PERSONAL + name, seal.value()));
    return line.toString();
  }

  private static void field(StringBuilder line, String label, String value) {
    if (!line.isEmpty()) {
      line.append('\t');
    }
    line.append(label).append(':');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> line.append("\\\\");
        case '\t' -> line.append("\\t");
        case '\n' -> line.append("\\n");
        case '\r' -> line.append("\\r");
        default -> line.append(c);
      }
    }
  }

  /** Throws {@code IllegalArgumentException} unless this very form writes the same line again. */
  static EntryForm read(String line) {
    Deque<String> fields = new ArrayDeque<>(List.of(line.split("\t", -1)));
    String version = next(fields, "v");
    Require.require(version.equals(VERSION), "v", "must be 1", version);
    try {
      String algorithm = next(fields, "alg");
      String subject = next(fields, "subject");
      String number = next(fields, "number");
      Require.require(NUMBER.matcher(number).matches(), "number", "must be a number", number);
      String previous = next(fields, "previous");
      String kind = next(fields, "kind");
      Instant occurred = Instant.parse(next(fields, "occurred"));
      Instant recorded = Instant.parse(next(fields, "recorded"));
      Optional<String> post = known(next(fields, "post"));
      Optional<Commitment> person = known(next(fields, "person")).map(Commitment::new);
      Optional<TableVersion> table = known(next(fields, "table")).map(TableVersion::parse);
      Map<String, String> values = named(fields, VALUE);
      Map<String, Commitment> personal = new TreeMap<>();
      named(fields, PERSONAL).forEach((name, seal) -> personal.put(name, new Commitment(seal)));
      Fact fact = new Fact(subject, kind, occurred, post, person, table, values, personal);
      EntryForm form = new EntryForm(algorithm, Long.parseLong(number), previous, recorded, fact);
      Require.require(form.write().equals(line), "line", "must be in canonical form", line);
      return form;
    } catch (DateTimeException notATime) {
      throw Require.refusal("time", "must be an instant in UTC", notATime.getMessage());
    }
  }

  private static Optional<String> known(String field) {
    return Optional.of(field).filter(text -> !text.equals(Fact.UNKNOWN));
  }

  private static String next(Deque<String> fields, String label) {
    String field = fields.isEmpty() ? "" : fields.removeFirst();
    if (!field.startsWith(label + ":")) {
      throw Require.refusal("field", "must be " + label, field);
    }
    return unescaped(field.substring(label.length() + 1));
  }

  private static Map<String, String> named(Deque<String> fields, String prefix) {
    Map<String, String> named = new TreeMap<>();
    while (!fields.isEmpty() && fields.getFirst().startsWith(prefix)) {
      String field = fields.getFirst();
      int colon = field.indexOf(':');
      Require.require(colon > prefix.length(), "field", "must be label:value", field);
      named.put(field.substring(prefix.length(), colon), next(fields, field.substring(0, colon)));
    }
    return named;
  }

  private static String unescaped(String value) {
    if (value.indexOf('\\') < 0) {
      return value;
    }
    StringBuilder text = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c != '\\') {
        text.append(c);
        continue;
      }
      i++;
      text.append(
          switch (i < value.length() ? value.charAt(i) : ' ') {
            case '\\' -> '\\';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'r' -> '\r';
            default -> throw Require.refusal("escape", "must be \\\\, \\t, \\n or \\r", value);
          });
    }
    return text.toString();
  }
}
