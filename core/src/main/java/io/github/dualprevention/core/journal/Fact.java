package io.github.dualprevention.core.journal;

import com.google.common.collect.ImmutableSortedMap;
import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.table.TableVersion;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Something that happened to a subject and was allowed to. A new fact is made by {@link #about},
 * which normalises its texts; the constructor takes what an entry holds as it stands, so that a
 * later edition of Unicode cannot make an old entry unreadable.
 *
 * @param subject what it happened to, kind and id as in {@code hazard/H-17}; each subject has a
 *     chain of its own; at most 200 characters on one line
 * @param kind what happened, dotted lower case as in {@code hazard.accept}; its first part says who
 *     understands it
 * @param occurred when it happened, to the millisecond
 * @param post the post that acted, 1 to 100 characters on one line; empty where no post did, as for
 *     an order from outside
 * @param person who acted; empty where nobody did or nobody knows, as for imported facts
 * @param table the rule table that allowed it; empty where none did
 * @param values what is to be remembered, by dotted lower-case name, in the order of the names; no
 *     names of persons, no blank text, each at most 4,000 characters
 * @param personal what is to be remembered about persons, by dotted lower-case name, in the order
 *     of the names
 */
public record Fact(
    String subject,
    String kind,
    Instant occurred,
    Optional<String> post,
    Optional<Commitment> person,
    Optional<TableVersion> table,
    Map<String, String> values,
    Map<String, Commitment> personal) {

  /** The most characters that a subject may have. */
  public static final int LONGEST_SUBJECT = 200;

  /** The most characters that a value may have. */
  public static final int LONGEST_VALUE = 4_000;

  /** Stands in an entry for what is not known. */
  static final String UNKNOWN = "-";

  private static final Pattern SUBJECT = Pattern.compile("[a-z][a-z0-9-]*/.+");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)*");

  /** Throws {@code IllegalArgumentException} naming the part that no entry could hold. */
  public Fact {
    Require.require(SUBJECT.matcher(subject).matches(), "subject", "must be kind/id", subject);
    name(kind, "kind");
    Require.notNull(occurred, "occurred");
    Require.notNull(post, "post");
    Require.notNull(person, "person");
    Require.notNull(table, "table");
    values = ImmutableSortedMap.copyOf(values);
    values.forEach(
        (name, text) -> {
          name(name, "name of a value");
          Require.require(!text.isEmpty(), name, "must not be empty", text);
        });
    personal = ImmutableSortedMap.copyOf(personal);
    personal.keySet().forEach(name -> name(name, "name of a commitment"));
  }

  /**
   * Begins a fact as it is first told.
   *
   * @param subject what it happened to, as in {@code hazard/H-17}
   * @param kind what happened, as in {@code hazard.accept}
   * @param occurred when it happened; kept to the millisecond
   * @return a builder; everything else is empty until it is given
   */
  public static Builder about(String subject, String kind, Instant occurred) {
    return new Builder(
        Require.id(subject, "subject", LONGEST_SUBJECT),
        Require.notNull(kind, "kind"),
        Require.notNull(occurred, "occurred").truncatedTo(ChronoUnit.MILLIS));
  }

  private static void name(String name, String what) {
    Require.require(
        name.length() <= Require.LONGEST_ID && NAME.matcher(name).matches(),
        what,
        "must be dotted lower case",
        name);
  }

  /** Puts a fact together; normalises all texts to NFC. */
  public static final class Builder {

    private final String subject;
    private final String kind;
    private final Instant occurred;
    private final SortedMap<String, String> values = new TreeMap<>();
    private final SortedMap<String, Commitment> personal = new TreeMap<>();
    private Optional<String> post = Optional.empty();
    private Optional<Commitment> person = Optional.empty();
    private Optional<TableVersion> table = Optional.empty();

    private Builder(String subject, String kind, Instant occurred) {
      this.subject = subject;
      this.kind = kind;
      this.occurred = occurred;
    }

    /**
     * Gives the post that acted.
     *
     * @param id 1 to 100 characters on one line, not {@code -}
     * @return this builder
     */
    public Builder post(String id) {
      String normalised = Require.id(id, "post");
      Require.require(!normalised.equals(UNKNOWN), "post", "must not be -", normalised);
      post = Optional.of(normalised);
      return this;
    }

    /**
     * Gives the person who acted.
     *
     * @param actor the seal over who it was
     * @return this builder
     */
    public Builder person(Commitment actor) {
      person = Optional.of(actor);
      return this;
    }

    /**
     * Gives the rule table that allowed it.
     *
     * @param edition the table
     * @return this builder
     */
    public Builder table(TableVersion edition) {
      table = Optional.of(edition);
      return this;
    }

    /**
     * Gives something to be remembered.
     *
     * @param name dotted lower case
     * @param text not blank, at most 4,000 characters, no name of a person
     * @return this builder
     * @throws IllegalArgumentException if the text is blank or too long
     */
    public Builder value(String name, String text) {
      String normalised = Require.text(text, name);
      Require.require(
          normalised.length() <= LONGEST_VALUE,
          name,
          "must have at most 4000 characters",
          normalised.length());
      values.put(name, normalised);
      return this;
    }

    /**
     * Gives something to be remembered about a person.
     *
     * @param name dotted lower case
     * @param commitment the seal over it
     * @return this builder
     */
    public Builder personal(String name, Commitment commitment) {
      personal.put(name, commitment);
      return this;
    }

    /**
     * Makes the fact.
     *
     * @return the fact
     * @throws IllegalArgumentException naming the part that is wrong
     */
    public Fact build() {
      return new Fact(subject, kind, occurred, post, person, table, values, personal);
    }
  }
}
