package io.github.dualprevention.core.journal;

import io.github.dualprevention.core.Require;
import io.github.dualprevention.core.table.TableVersion;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Something that happened to a subject and was allowed to. */
public final class Fact {

  /** The most characters that a subject may have. */
  public static final int LONGEST_SUBJECT = 200;

  /** The most characters that a value may have. */
  public static final int LONGEST_VALUE = 4_000;

  /** Stands in an entry for what is not known. */
  static final String UNKNOWN = "-";

  private static final Pattern SUBJECT = Pattern.compile("[a-z][a-z0-9-]*/.+");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)*");

  private final String subject;
  private final String kind;
  private final Instant occurred;
  private final Optional<String> post;
  private final Optional<Commitment> person;
  private final Optional<TableVersion> table;
  private final Map<String, String> values;
  private final Map<String, Commitment> personal;

  private Fact(
      String subject,
      String kind,
      Instant occurred,
      Optional<String> post,
      Optional<Commitment> person,
      Optional<TableVersion> table,
      Map<String, String> values,
      Map<String, Commitment> personal) {
    this.subject = subject;
    this.kind = kind;
    this.occurred = occurred;
    this.post = post;
    this.person = person;
    this.table = table;
    this.values = Collections.unmodifiableMap(new TreeMap<>(values));
    this.personal = Collections.unmodifiableMap(new TreeMap<>(personal));
  }

  /**
   * A fact as it is first told. All texts are normalised to NFC, the moment to milliseconds.
   *
   * @param subject what it happened to, kind and id as in {@code hazard/H-17}; each subject has a
   *     chain of its own; at most 200 characters on one line
   * @param kind what happened, dotted lower case as in {@code hazard.accept}; its first part says
   *     who understands it
   * @param occurred when it happened
   * @param post the post that acted, 1 to 100 characters on one line; empty where no post did, as
   *     for an order from outside
   * @param person who acted; empty where nobody did or nobody knows, as for imported facts
   * @param table the rule table that allowed it; empty where none did
   * @param values what is to be remembered, by dotted lower-case name; no names of persons, no
   *     blank text, each at most 4,000 characters
   * @param personal what is to be remembered about persons, by dotted lower-case name
   * @return the fact
   * @throws IllegalArgumentException naming the part that is wrong
   */
  public static Fact of(
      String subject,
      String kind,
      Instant occurred,
      Optional<String> post,
      Optional<Commitment> person,
      Optional<TableVersion> table,
      Map<String, String> values,
      Map<String, Commitment> personal) {
    String about = Require.id(subject, "subject", LONGEST_SUBJECT);
    Require.require(SUBJECT.matcher(about).matches(), "subject", "must be kind/id", about);
    Map<String, String> texts = new TreeMap<>();
    values.forEach((name, text) -> texts.put(name(name, "name of a value"), text(name, text)));
    personal.keySet().forEach(name -> name(name, "name of a commitment"));
    return new Fact(
        about,
        name(kind, "kind"),
        occurred.truncatedTo(ChronoUnit.MILLIS),
        post.map(Fact::post),
        person,
        table,
        texts,
        personal);
  }

  /**
   * A fact as it stands in an entry: what was written is taken as it is, and asked only for what no
   * edition of Unicode decides.
   */
  static Fact asWritten(
      String subject,
      String kind,
      Instant occurred,
      Optional<String> post,
      Optional<Commitment> person,
      Optional<TableVersion> table,
      Map<String, String> values,
      Map<String, Commitment> personal) {
    Require.require(SUBJECT.matcher(subject).matches(), "subject", "must be kind/id", subject);
    name(kind, "kind");
    values.forEach(
        (name, text) -> {
          name(name, "name of a value");
          Require.require(!text.isEmpty(), name, "must not be empty", text);
        });
    personal.keySet().forEach(name -> name(name, "name of a commitment"));
    return new Fact(subject, kind, occurred, post, person, table, values, personal);
  }

  private static String post(String post) {
    String id = Require.id(post, "post");
    Require.require(!id.equals(UNKNOWN), "post", "must not be -", id);
    return id;
  }

  private static String text(String name, String value) {
    String text = Require.text(value, name);
    Require.require(
        text.length() <= LONGEST_VALUE, name, "must have at most 4000 characters", text.length());
    return text;
  }

  private static String name(String name, String what) {
    Require.require(
        name.length() <= Require.LONGEST_ID && NAME.matcher(name).matches(),
        what,
        "must be dotted lower case",
        name);
    return name;
  }

  /**
   * What it happened to.
   *
   * @return kind and id as in {@code hazard/H-17}
   */
  public String subject() {
    return subject;
  }

  /**
   * What happened.
   *
   * @return dotted lower case as in {@code hazard.accept}
   */
  public String kind() {
    return kind;
  }

  /**
   * When it happened.
   *
   * @return to the millisecond
   */
  public Instant occurred() {
    return occurred;
  }

  /**
   * The post that acted.
   *
   * @return empty where no post did
   */
  public Optional<String> post() {
    return post;
  }

  /**
   * Who acted.
   *
   * @return empty where nobody did or nobody knows
   */
  public Optional<Commitment> person() {
    return person;
  }

  /**
   * The rule table that allowed it.
   *
   * @return empty where none did
   */
  public Optional<TableVersion> table() {
    return table;
  }

  /**
   * What is to be remembered.
   *
   * @return texts by name, in the order of the names
   */
  public Map<String, String> values() {
    return values;
  }

  /**
   * What is to be remembered about persons.
   *
   * @return commitments by name, in the order of the names
   */
  public Map<String, Commitment> personal() {
    return personal;
  }

  /** Equal if all parts are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Fact fact
        && fact.subject.equals(subject)
        && fact.kind.equals(kind)
        && fact.occurred.equals(occurred)
        && fact.post.equals(post)
        && fact.person.equals(person)
        && fact.table.equals(table)
        && fact.values.equals(values)
        && fact.personal.equals(personal);
  }

  @Override
  public int hashCode() {
    return Objects.hash(subject, kind, occurred, post, person, values);
  }

  @Override
  public String toString() {
    return kind + " " + subject + " at " + occurred + " " + values;
  }
}
